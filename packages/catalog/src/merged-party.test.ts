import { type Browser, type House, insertBare, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { servers } from './server.ts'

/**
 * Every column that can name a document, and what becomes of it when a party becomes part of another. A new one is not in the list, and
 * the first test says so.
 */
const moved = [
  'contract_property.added_party1_id',
  'contract_property_parties.target_id',
  'contract_property.parties_ids',
  'contract_staff.added_party1_id',
  'contract_staff_parties.target_id',
  'contract_staff.parties_ids',
  'contract_trade.added_party1_id',
  'contract_trade_parties.target_id',
  'contract_trade.parties_ids',
  'directory_party.added_party1_id',
  'directory_party_name.party_id',
  'directory_white_list_check.party_id',
  'platform_access_request.document',
  'platform_notice.document',
  'platform_reminder.record_id',
  'platform_todo.document',
  'register_comment.document',
  'storage_file.document',
  'storage_label.document',
  'storage_label.live_document',
  'storage_loan.document',
  'storage_loan.live_document',
  'storage_scan_part.document',
  'storage_sight.document',
]
/** Ends with the one that went: the access of the one that is kept decides, and an import takes nothing back. */
const ended = ['platform_access_table.record_id', 'platform_grant.record_id', 'register_import_row.record_id', 'directory_party_apart.low_id', 'directory_party_apart.high_id']
/** Tells what was, of the party as it was then. */
const history = ['platform_journal.document', 'platform_security_event.document', 'directory_party_merge.from_id', 'directory_party_merge.into_id']

const [kept, dropped] = [1, 2]
const keyOf = (id: number) => `directory.party:${id}`

let house: House
let clerk: Browser

beforeAll(async () => {
  house = await openHouse(servers)
  await house.hire('clerk', 'all')
  clerk = await house.signIn('clerk')
  for (const name of ['Granit', 'Granit sp. z o.o.', 'Bazalt']) await clerk.mutate('directory.party.create', { values: { name } })
})
afterAll(() => house.close())

const columnsThatNameDocuments = async () =>
  (
    await house.rows(
      `select table_name, column_name from information_schema.columns c where table_schema = database() and (
         column_name in ('document', 'live_document', 'target_id') or column_name like '%party_id%' or column_name like 'parties\\_ids' or column_name like 'added\\_party%\\_id'
         or (column_name = 'record_id' and (table_name = 'register_import_row' or exists (select 1 from information_schema.columns k where k.table_schema = c.table_schema and k.table_name = c.table_name and k.column_name = 'kind')))
         or table_name in ('directory_party_merge', 'directory_party_apart') and column_name like '%\\_id')`,
    )
  ).map(([table, column]) => `${String(table)}.${String(column)}`)

describe('every column that may name a party', () => {
  it('is known to the merge', async () => {
    expect((await columnsThatNameDocuments()).sort()).toEqual([...moved, ...ended, ...history].sort())
  })

  it('names the one that is kept after the merge', async () => {
    for (const column of moved.toReversed()) await nameIn(column, dropped) // the contracts before what stands in them
    for (const column of ended.slice(0, 2)) await nameIn(column, dropped)
    const { failure } = await clerk.mutate('directory.merge.merge', { keep: { id: kept, version: 1 }, drop: { id: dropped, version: 1 }, take: {} })
    expect(failure).toBeNull()
    for (const column of moved) expect([column, await countIn(column, dropped), (await countIn(column, kept)) > 0]).toEqual([column, 0, true])
    for (const column of ended.slice(0, 2)) expect([column, await countIn(column, dropped)]).toEqual([column, 0])
  })
})

const split = (column: string): [string, string] => [column.slice(0, column.indexOf('.')), column.slice(column.indexOf('.') + 1)]
const keyIn = (column: string, id: number): string | number => (/document$/.test(column) ? keyOf(id) : id)

async function countIn(name: string, id: number): Promise<number> {
  const [table, column] = split(name)
  const ofKind = column === 'record_id' ? "and kind = 'directory.party'" : ''
  const [row] = await house.rows(`select count(*) from ${table} where ${column} = ? ${ofKind}`, [keyIn(name, id)])
  return Number(row?.[0])
}

/** A row that names a party in this column, with anything in the others. */
async function nameIn(name: string, id: number): Promise<void> {
  const [table, column] = split(name)
  if (column === 'parties_ids' || (await countIn(name, id)) > 0) return
  if (column === 'added_party1_id')
    return void (await house.rows(`update ${table} set added_party1_id = ?, added_party1_label = 'Granit' where id = (select max(id) from ${table})`, [id]))
  if (table.endsWith('_parties')) return contractWith(table.replace(/_parties$/, ''), id)
  const given: Record<string, unknown> = {
    [column]: keyIn(name, id),
    ...(column === 'record_id' ? { kind: 'directory.party' } : {}),
    ...(column === 'live_document' ? { document: keyOf(id) } : {}),
    ...(table === 'storage_sight' ? { stocktaking_id: await insertBare(house, 'storage_stocktaking') } : {}),
    ...(name === 'storage_label.live_document' ? { code: 'y' } : {}),
  }
  await insertBare(house, table, given)
}

async function contractWith(table: string, partyId: number): Promise<void> {
  const id = await insertBare(house, table, { parties_ids: String(partyId), parties_label: 'Granit sp. z o.o.', shelf: 'current', number: `${table}-1` })
  await house.rows(`insert into ${table}_parties (record_id, target_id) values (?,?)`, [id, partyId])
}
