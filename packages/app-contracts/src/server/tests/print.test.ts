import directory from '@crm/directory/server'
import platform from '@crm/platform/server'
import register from '@crm/register/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

let house: House
let clerk: Browser
let id = 0

beforeAll(async () => {
  house = await openHouse([platform, storage, register, directory, contracts])
  const owner = await house.hire('clerk', 'all')
  clerk = await house.signIn('clerk')
  await clerk.mutate('directory.party.create', { values: { name: 'Łąka Meble S.A.' } })
  id = ((await clerk.mutate('contracts.trade.create', { values: { ...usualContract, owner } })).data as { id: number }).id
})
afterAll(() => house.close())

const latest = () => house.rows('select action, document, note, is_change, outcome from platform_journal order by id desc limit 1')

it('stands in the history of the record', async () => {
  expect((await clerk.query('contracts.trade.print.record', { id })).failure).toBeNull()
  const { data } = await clerk.query('contracts.trade.history', { id })
  expect((data as { action: string }[])[0]).toMatchObject({ action: 'contracts.trade.print', outcome: 'done', actor: 'Test clerk' })
})

it('of a list stands in the journal with how much of what', async () => {
  await clerk.query('contracts.trade.print.list', { search: 'łódź', shelf: 'voided', shown: 3 })
  expect(await latest()).toEqual([['contracts.trade.print', null, '3; {"search":"łódź","shelf":"voided"}', 0, 'done']])
})

it('is refused without its right, and the refusal is journalled', async () => {
  await house.hire('reader', ['contracts.trade.view'])
  const reader = await house.signIn('reader')
  expect((await reader.query('contracts.trade.print.record', { id })).failure).toMatchObject({ code: 'denied' })
  expect((await reader.query('contracts.trade.print.list', { shown: 1 })).failure).toMatchObject({ code: 'denied' })
  expect((await latest())[0]).toMatchObject(['contracts.trade.print', null, 'no-right', 0, 'denied'])
})
