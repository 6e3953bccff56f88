import platform, { type Database, migrate, openDatabase } from '@crm/platform/server'
import { openStores, type Stores } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import directory from './index.ts'

let stores: Stores
let database: Database
const all = [platform, directory].map(({ app, migrations }) => ({ id: app.id, migrations }))

beforeAll(async () => {
  stores = await openStores(all.map(({ id, migrations }) => ({ id, migrations: migrations.filter(({ name }) => !/^005[01]-.*positions/.test(name)) })))
  database = openDatabase(stores.MYSQL_MIGRATOR_URL)
})
afterAll(async () => {
  await database.close()
  await stores.drop()
})

it('makes a list of what was typed, and keeps the groups and what was given to them', async () => {
  for (const [id, position] of [
    [1, 'Handlowiec'],
    [2, 'handlowiec '],
    [3, null],
  ]) {
    await database.read.query('insert into platform_user (id, login, name, created_at) values (?,?,?,utc_timestamp())', [id, `user${id}`, `Osoba ${id}`])
    await database.read.query('insert into directory_person (user_id, position) values (?,?)', [id, position])
  }
  await database.read.query("insert into platform_group (id, kind, subject, name, created_at) values (7, 'position', 'Handlowiec', 'Handlowiec', utc_timestamp())")
  const run = () => migrate(all, { migrator: stores.MYSQL_MIGRATOR_URL, application: stores.MYSQL_URL })
  await run()
  const rows = (sql: string) => database.read.query(sql)
  expect(await rows('select name from directory_position')).toEqual([['Handlowiec']])
  expect(await rows('select user_id, position_id from directory_person order by user_id')).toEqual([
    [1, 1],
    [2, 1],
    [3, null],
  ])
  expect(await rows("select id, subject from platform_group where kind = 'position'")).toEqual([[7, '1']])
  // Cut off before it was written down as done: run once more.
  await database.read.query("delete from platform_migration where name like 'directory/0051%'")
  await expect(run()).resolves.toHaveLength(1)
})
