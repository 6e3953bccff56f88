import { type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { servers } from './server.ts'

let house: House
beforeAll(async () => {
  house = await openHouse(servers)
})
afterAll(() => house.close())

it('every column that holds the name of a content has a key to the store or is listed by its app', async () => {
  const listed = servers.flatMap((server) => server.contents ?? []).map(({ table, column }) => `${table}.${column}`)
  const known = ['storage_blob.sha256', 'storage_orphan.sha256', ...listed]
  const columns = await house.rows(
    `select concat(c.table_name, '.', c.column_name) from information_schema.columns c where c.table_schema = database() and c.column_name like '%sha256%'
       and not exists (select 1 from information_schema.key_column_usage k where k.table_schema = c.table_schema and k.table_name = c.table_name and k.column_name = c.column_name and k.referenced_table_name = 'storage_blob')`,
  )
  expect(columns.map(([name]) => String(name)).filter((name) => !known.includes(name))).toEqual([])
})
