import directory from '@crm/directory/server'
import type { SearchHit } from '@crm/platform'
import platform from '@crm/platform/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

let house: House
let clerk: Browser
let contract = { id: 0, number: '' }

beforeAll(async () => {
  house = await openHouse([platform, storage, directory, contracts])
  house.setClock('2026-11-24T09:00:00Z')
  const owner = await house.hire('clerk', 'all')
  clerk = await house.signIn('clerk')
  const made = async (path: string, values: object) => {
    const { data, failure } = await clerk.mutate(path, { values })
    expect(failure).toBeNull()
    return (data as { id: number }).id
  }
  const party = await made('directory.party.create', { name: 'Żółta Łódź S.A.', nip: '9999999982' })
  const id = await made('contracts.trade.create', { ...usualContract, subject: 'Serwis łodzi', parties: [party], owner })
  const { data } = await clerk.query('contracts.trade.get', { id })
  contract = { id, number: (data as { row: { number: string } }).row.number }
})
afterAll(() => house.close())

const find = async (browser: Browser, text: string) =>
  ((await browser.query('platform.search.find', { text })).data as SearchHit[]).map((hit) => [hit.kind, hit.code, hit.title, hit.path])

it('finds documents of every app by number, tax number and text, whatever the marks', async () => {
  const boat = ['contracts.trade', contract.number, 'Serwis łodzi', `/contracts/trade/${contract.id}`]
  expect(await find(clerk, contract.number)).toEqual([boat])
  expect(await find(clerk, '9999999982')).toEqual([['directory.party', null, 'Żółta Łódź S.A.', '/directory/parties/1']])
  expect(await find(clerk, 'lodz')).toEqual(expect.arrayContaining([boat, ['directory.party', null, 'Żółta Łódź S.A.', '/directory/parties/1']]))
  expect(await find(clerk, 'l')).toEqual([])
})

it('finds nothing that the reader may not see, whether by right or by the table of the document', async () => {
  await house.hire('reader', ['platform.search.use', 'contracts.trade.view'])
  const reader = await house.signIn('reader')
  expect((await find(reader, 'lodz')).map(([kind]) => kind)).toEqual(['contracts.trade'])
  const rights = ['view', 'edit', 'archive', 'restore', 'remove', 'history', 'access'].map((name) => ({ holder: 'u1', right: `contracts.trade.${name}`, effect: '+' }))
  expect((await clerk.mutate('contracts.trade.access.save', { id: contract.id, lines: rights })).failure).toBeNull()
  expect(await find(reader, 'lodz')).toEqual([])
  expect((await find(clerk, contract.number)).length).toBe(1)
})
