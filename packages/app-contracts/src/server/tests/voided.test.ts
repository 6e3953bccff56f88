import directory from '@crm/directory/server'
import platform, { perform } from '@crm/platform/server'
import type { VoidedAnswer, VoidedInput } from '@crm/register'
import register from '@crm/register/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

let house: House
let clerk: Browser
let owner = 0

beforeAll(async () => {
  house = await openHouse([platform, storage, register, directory, contracts])
  owner = await house.hire('clerk', 'all')
  house.setClock('2026-11-24T09:00:00Z')
  clerk = await house.signIn('clerk')
  await clerk.mutate('directory.party.create', { values: { name: 'Łąka Meble S.A.' } })
})
afterAll(() => house.close())
beforeEach(() => house.rows('delete from register_voided'))

async function inTrash(): Promise<number> {
  const { data } = await clerk.mutate('contracts.trade.create', { values: { ...usualContract, owner } })
  const { id } = data as { id: number } // what a register answers
  await clerk.mutate('contracts.trade.remove', { id, version: 1 })
  return id
}
const numberOf = async (id: number) => (await house.rows('select number from contract_trade where id = ?', [id]))[0]?.[0]
const voided = async (asked: VoidedInput = {}) => (await clerk.query('contracts.trade.voided', asked)).data as VoidedAnswer // what the procedure says it answers

it('asks why a record goes for good, and lets nothing go without an answer', async () => {
  const id = await inTrash()
  for (const reason of ['', '   ']) {
    const { failure } = await clerk.mutate('contracts.trade.destroy', { id, version: 2, reason })
    expect(failure).toMatchObject({ code: 'invalid', params: { issues: [{ path: 'reason', code: 'required' }] } })
  }
  expect(await numberOf(id)).toBeTruthy()
  expect((await voided()).count).toBe(0)
})

it('lists the number with reason, person and time, and gives it to nobody again', async () => {
  const id = await inTrash()
  const number = await numberOf(id)
  await clerk.mutate('contracts.trade.destroy', { id, version: 2, reason: ' Założona omyłkowo ' })
  expect(await voided()).toMatchObject({
    count: 1,
    hasMore: false,
    numbers: [{ number, recordId: id, reason: 'Założona omyłkowo', by: 'Test clerk', at: '2026-11-24T09:00:00.000Z' }],
  })
  expect(await voided({ recordId: id })).toMatchObject({ count: 1 })
  expect(await voided({ recordId: id + 1 })).toMatchObject({ count: 0 })
  expect(await numberOf(await inTrash())).not.toBe(number)
})

it('names the thirty days where nobody gave a reason', async () => {
  const id = await inTrash()
  const number = await numberOf(id)
  house.setClock('2026-12-25T02:20:00Z')
  await perform(house.system, register.handlers[0], { id: '8c7f2f10-3f39-4a39-8f0a-000000000009', data: {} })
  house.setClock('2026-11-24T09:00:00Z')
  expect((await voided()).numbers).toContainEqual({ id: expect.any(Number), number, recordId: id, reason: null, by: null, at: '2026-12-25T02:20:00.000Z' })
})

it('is searched by number and reason, whatever the diacritics, and read page by page', async () => {
  const destroyed = await inTrash()
  await clerk.mutate('contracts.trade.destroy', { id: destroyed, version: 2, reason: 'Założona omyłkowo' })
  for (const search of ['zalozona OMYŁKOWO', String((await voided()).numbers[0]?.number)]) expect((await voided({ search })).count).toBe(1)
  expect((await voided({ search: 'inny powód' })).count).toBe(0)
  // Who it was stands there by number: a name could not be taken back.
  expect((await voided({ search: 'clerk' })).count).toBe(0)
  const many = Array.from({ length: 150 }, (_, at) => ['contracts.trade', `UH/2020/${at + 1}`, 10_000 + at, new Date(), 'x'])
  await house.rows('insert into register_voided (register, number, record_id, at, body) values ?', [many])
  const first = await voided()
  const second = await voided({ before: first.numbers.at(-1)?.id })
  expect([first.count, first.numbers.length, first.hasMore, second.numbers.length, second.hasMore]).toEqual([151, 100, true, 51, false])
  expect(new Set([...first.numbers, ...second.numbers].map((one) => one.number)).size).toBe(151)
})

it('is a right of its own, and each register has its own numbers', async () => {
  await house.hire('reader', ['contracts.trade.view', 'contracts.staff.voided'])
  const reader = await house.signIn('reader')
  const id = await inTrash()
  await clerk.mutate('contracts.trade.destroy', { id, version: 2, reason: 'Omyłka' })
  expect((await reader.query('contracts.trade.voided', {})).failure).toMatchObject({ code: 'denied' })
  expect((await reader.query('contracts.staff.voided', {})).data).toEqual({ numbers: [], count: 0, hasMore: false })
})
