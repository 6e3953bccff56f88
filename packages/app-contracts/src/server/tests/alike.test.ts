import directory from '@crm/directory/server'
import platform from '@crm/platform/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

let house: House
let chief: Browser
let clerk: Browser
let owner = 0

beforeAll(async () => {
  house = await openHouse([platform, storage, directory, contracts])
  house.setClock('2026-11-24T09:00:00Z')
  owner = await house.hire('chief', 'all')
  await house.hire('clerk', ['contracts.trade.view', 'contracts.trade.create', 'directory.party.view', 'directory.party.create'])
  ;[chief, clerk] = [await house.signIn('chief'), await house.signIn('clerk')]
  for (const values of [{ name: 'Granit', nip: '5260250274' }, { name: 'Łąka' }]) await chief.mutate('directory.party.create', { values })
  for (const [subject, parties] of [
    ['Serwis dźwigów', [1, 2]],
    ['Dostawa papieru', [1]],
    ['Serwis dźwigów tajny', [1]],
  ] as const)
    expect((await chief.mutate('contracts.trade.create', { values: { ...usualContract, owner, subject, parties } })).failure).toBeNull()
  const lines = ['contracts.trade.view', 'contracts.trade.access'].map((right) => ({ holder: `u${owner}`, right, effect: '+' }))
  expect((await chief.mutate('contracts.trade.access.save', { id: 3, lines })).failure).toBeNull()
})
afterAll(() => house.close())

const alike = async (browser: Browser, values: object, except?: number) =>
  ((await browser.query('contracts.trade.alike', { values, except })).data as { id: number }[]).map(({ id }) => id)
const typed = { parties: [2, 1], subject: 'Serwis dźwigu', startsOn: '2026-06-01' }

it('warns of a contract with one of the parties, over the same days, about much the same', async () => {
  expect(await alike(chief, typed)).toEqual([3, 1])
  expect(await alike(chief, { ...typed, startsOn: '2028-01-01', signedOn: '2028-01-01' })).toEqual([])
  expect(await alike(chief, { ...typed, startsOn: '2028-01-01', signedOn: '2026-01-02' })).toEqual([3, 1])
  expect(await alike(chief, { ...typed, subject: 'Coś innego' })).toEqual([])
})

it('says nothing of what the reader may not see, nor of the record itself', async () => {
  expect(await alike(clerk, typed)).toEqual([1])
  expect(await alike(chief, typed, 1)).toEqual([3])
})

it('bears a form that is half filled in and values that are none', async () => {
  expect(await alike(chief, {})).toEqual([])
  expect(await alike(chief, { parties: [1], subject: null })).toEqual([])
  expect(await alike(chief, { parties: [4_000_000], subject: 'Serwis' })).toEqual([])
  expect(await alike(chief, { ...typed, signedOn: 'jutro', value: 'dużo', nothing: 1 })).toEqual([3, 1])
})

it('warns of a party with the same NIP', async () => {
  expect((await clerk.query('directory.party.alike', { values: { name: 'Ktoś', nip: '5260250274' } })).data).toMatchObject([{ id: 1, code: 'Granit' }])
  expect((await clerk.query('directory.party.alike', { values: { name: 'Granit' } })).data).toEqual([])
})
