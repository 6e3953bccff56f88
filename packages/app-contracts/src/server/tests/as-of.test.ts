import directory from '@crm/directory/server'
import platform from '@crm/platform/server'
import type { PastAnswer } from '@crm/register'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

let house: House
let clerk: Browser
let owner = 0
let other = 0

beforeAll(async () => {
  house = await openHouse([platform, storage, directory, contracts])
  house.setClock('2026-03-01T09:00:00Z')
  owner = await house.hire('clerk', 'all')
  other = await house.hire('other', [])
  clerk = await house.signIn('clerk')
  for (const name of ['Granit', 'Łąka']) await clerk.mutate('directory.party.create', { values: { name } })
  const steps: [string, object][] = [
    ['2026-03-01T09:00:00Z', { ...usualContract, owner, subject: 'Pierwszy', value: '100.00' }],
    ['2026-03-10T22:59:59Z', { subject: 'Drugi' }],
    // 11 March in Warsaw has begun.
    ['2026-03-10T23:00:00Z', { value: '200.00', owner: other }],
    ['2026-03-20T12:00:00Z', { subject: 'Trzeci', parties: [1, 2], tags: ['pilne'], value: null }],
  ]
  for (const [at, [clock, values]] of steps.entries()) {
    house.setClock(clock)
    const { failure } = at === 0 ? await clerk.mutate('contracts.trade.create', { values }) : await clerk.mutate('contracts.trade.update', { id: 1, version: at, values })
    expect(failure).toBeNull()
  }
  house.setClock('2026-03-25T12:00:00Z')
  await clerk.mutate('contracts.trade.archive', { id: 1, version: 4 })
  await house.rows(
    "insert into platform_journal (at, action, ip, rights, document, changes, outcome, is_change, request_id, hash) values ('2026-03-24', 'contracts.trade.files.describe', '', '', 'contracts.trade:1', ?, 'done', 1, 'x', repeat('a', 32))",
    [JSON.stringify({ subject: ['opis', 'inny opis'] })],
  )
})
afterAll(() => house.close())

const on = async (day: string) => (await clerk.query('contracts.trade.asOf', { id: 1, day })).data as PastAnswer

it.each([
  [
    '2026-03-01',
    { subject: 'Pierwszy', value: '100.00', owner: 'Test clerk', parties: 'Granit', shelf: 'current' },
    ['parties', 'subject', 'value', 'valuePerYear', 'owner', 'tags', 'shelf'],
  ],
  [
    '2026-03-10',
    { subject: 'Drugi', value: '100.00', owner: 'Test clerk', parties: 'Granit', shelf: 'current' },
    ['parties', 'subject', 'value', 'valuePerYear', 'owner', 'tags', 'shelf'],
  ],
  ['2026-03-11', { subject: 'Drugi', value: '200.00', owner: 'Test other', parties: 'Granit', shelf: 'current' }, ['parties', 'subject', 'value', 'valuePerYear', 'tags', 'shelf']],
  ['2026-03-20', { subject: 'Trzeci', value: null, owner: 'Test other', parties: 'Granit, Łąka', shelf: 'current' }, ['shelf']],
  ['2026-03-25', { subject: 'Trzeci', value: null, owner: 'Test other', parties: 'Granit, Łąka', shelf: 'archived' }, []],
  ['2030-01-01', { subject: 'Trzeci', value: null, owner: 'Test other', parties: 'Granit, Łąka', shelf: 'archived' }, []],
])('at the end of %s it was so', async (day, wanted, changed) => {
  const past = await on(day)
  const { row, shelf } = past
  const label = (value: unknown) => (value as { label: string }).label
  expect({ subject: row?.subject, value: row?.value, owner: label(row?.owner), parties: ((row?.parties ?? []) as object[]).map(label).join(', '), shelf }).toEqual(wanted)
  expect([...past.changed].sort()).toEqual([...changed].sort())
})

it('says from when it is known, and refuses what is no day', async () => {
  expect(await on('2026-02-28')).toEqual({ row: null, shelf: null, changed: [], hidden: [], knownFrom: '2026-03-01' })
  expect((await clerk.query('contracts.trade.asOf', { id: 1, day: '2026-02-30' })).failure?.code).toBe('invalid')
})
