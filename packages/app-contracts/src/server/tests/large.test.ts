import directory from '@crm/directory/server'
import platform from '@crm/platform/server'
import { copiesOf, rowsOf } from '@crm/register/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { trade } from '../../trade.ts'
import contracts from '../index.ts'
import { sampleContracts } from '../sample/sample-contracts.ts'
import { usualContract } from './usual-contract.ts'

// More than the register keeps without a copy: its texts and orders are held in memory, and everything must still be found as the engine has it.
const count = 6_000

let house: House
let clerk: Browser
let owner = 0

beforeAll(async () => {
  house = await openHouse([platform, storage, directory, contracts])
  house.setClock('2026-11-24T09:00:00Z')
  owner = await house.hire('clerk', 'all')
  clerk = await house.signIn('clerk')
  await clerk.mutate('directory.party.create', { values: { name: 'Łąka Meble S.A.' } })
  await fill()
})
afterAll(() => house.close())

async function fill(): Promise<void> {
  const label = (name: string) => (id: number) => ({ id, label: `${name} ${id}` })
  const all = [...sampleContracts({ parties: [1], owners: [owner], departments: [1], today: '2026-11-24' }, { count })].map((values, at) => {
    const named = { ...values, parties: values.parties.map(label('Łąka')), owner: label('Osoba')(owner), department: null }
    return rowsOf(trade, { values: { ...named, number: `X/${String(at + 1).padStart(6, '0')}` }, id: at + 1, now: new Date('2026-11-01T00:00:00Z'), today: '2026-11-24' })
  })
  const columns = Object.keys(all[0]?.row ?? {})
  for (let from = 0; from < count; from += 1_000) {
    const some = all.slice(from, from + 1_000)
    await house.rows(`insert into contract_trade (${columns.join(', ')}) values ?`, [some.map(({ row }) => columns.map((column) => row[column]))])
    // Written long ago: a copy that was made meanwhile does not count them among the changes.
    await house.rows('insert into contract_trade_search (id, body, changed_at) values ?', [some.map(({ row, search }) => [row.id, search, '2026-01-01 00:00:00'])])
  }
}

interface Asked {
  readonly search?: string
  readonly filter?: object
  readonly sort: { field: string; dir: 'asc' | 'desc' }
}

async function pages(asked: Asked, { until = 3 }: { until?: number } = {}): Promise<number[]> {
  const ids: number[] = []
  let cursor: string | null = null
  for (let page = 0; page < until; page += 1) {
    const { search, filter, sort } = asked
    const { data, failure } = await clerk.query('contracts.trade.list', {
      columns: [],
      ...(search ? { search } : {}),
      ...(filter ? { filter } : {}),
      sort: [sort],
      limit: 50,
      cursor,
    })
    expect(failure).toBeNull()
    const { rows, next } = data as { rows: [number][]; next: string | null }
    ids.push(...rows.map(([id]) => id))
    cursor = next
    if (!next) break
  }
  return ids
}

const plainly = async (condition: string, order: string) =>
  (await house.rows(`select t.id from contract_trade t join contract_trade_search s on s.id = t.id where t.shelf = 'current' and ${condition} order by ${order} limit 150`)).map(
    ([id]) => Number(id),
  )

const byValue = { field: 'value', dir: 'desc' } as const

/** Before the copy is there the engine answers alone; here it is the copy that is looked at. */
async function untilCopied(): Promise<void> {
  for (const column of ['value', 'ends_on'])
    await expect
      .poll(() => copiesOf(house.system).find({ table: trade.table, words: ['serwis'], page: { column, direction: 'asc', after: null, count: 1 } }), { timeout: 20_000 })
      .toMatchObject({ changed: expect.any(Array) })
}

it('finds the same as the engine: words, pieces of columns, any order, page after page', async () => {
  await untilCopied()
  expect(await pages({ search: 'klimat', sort: byValue })).toEqual(await plainly("instr(s.body, 'klimat')", 't.value desc, t.id desc'))
  expect(await pages({ search: 'umowa dostaw', sort: { field: 'endsOn', dir: 'asc' } })).toEqual(
    await plainly("instr(s.body, 'umowa') and instr(s.body, 'dostaw')", 't.ends_on asc, t.id asc'),
  )
  const filter = {
    all: [
      { field: 'subject', op: 'contains', value: 'łódź' },
      { field: 'status', op: 'oneOf', value: ['active'] },
    ],
  }
  expect(await pages({ filter, sort: byValue })).toEqual(await plainly("t.subject like '%łódź%' and t.status = 'active'", 't.value desc, t.id desc'))
  // Confidentiality agreements have no value: in this order they stand behind all others.
  const last = { all: [{ field: 'kind', op: 'oneOf', value: ['confidentiality'] }] }
  expect(await pages({ filter: last, search: 'rozmowy', sort: byValue })).toEqual(
    await plainly("t.kind = 'confidentiality' and instr(s.body, 'rozmowy')", 't.value desc, t.id desc'),
  )
  const [[counted] = []] = await house.rows("select count(*) from contract_trade_search where instr(body, 'klimat')")
  expect((await clerk.query('contracts.trade.count', { search: 'klimat' })).data).toEqual({ count: Number(counted), isCapped: false })
})

it('finds what was written a moment ago, and no longer finds what it does not say any more', async () => {
  await untilCopied()
  const { data } = await clerk.mutate('contracts.trade.create', { values: { ...usualContract, owner, subject: 'Przegląd zwodnika', value: '10.00' } })
  const { id, version } = data as { id: number; version: number }
  expect(await pages({ search: 'zwodnik', sort: byValue })).toEqual([id])
  await clerk.mutate('contracts.trade.update', { id, version, values: { subject: 'Przegląd dźwigu', value: '99999999.00' } })
  expect(await pages({ search: 'zwodnik', sort: byValue })).toEqual([])
  expect((await pages({ search: 'przeglad', sort: byValue }))[0]).toBe(id) // in its new place
  await clerk.mutate('contracts.trade.remove', { id, version: version + 1 })
  expect(await pages({ search: 'przeglad', sort: byValue })).not.toContain(id)
})
