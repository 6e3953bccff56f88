import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type House, openHouse } from '@crm/testing/server'
import mysql from 'mysql2/promise'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { transact } from '../database/database.ts'
import { type JournalRow, writeJournal } from './journal.ts'
import { platformServer } from '../platform-server.ts'
import { destroyPersonKey, disclose } from './personal.ts'
import { sealOnce } from './sealer.ts'
import { verifyJournal } from './verify.ts'

let house: House

beforeEach(async () => {
  house = await openHouse([platformServer])
})
afterEach(() => house.close())

const write = (note: string, more: Partial<JournalRow> = {}) =>
  writeJournal(
    { system: house.system, requestId: 'test', ip: '127.0.0.1', userAgent: '', cookie: '', user: null, session: null, setCookie: () => undefined },
    { action: 'platform.test', rights: 'platform.test', outcome: 'done', note, changes: { title: ['Łąka', '🌱'] }, ...more },
  )
async function writeMany(count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) await write(`entry ${at}`)
}

/** Somebody with every right in the database, but without our key. */
async function tamper(...statements: string[]): Promise<void> {
  const connection = await mysql.createConnection({ uri: house.stores.MYSQL_MIGRATOR_URL })
  for (const one of statements) await connection.query(one)
  await connection.end()
}
const verdict = async () => (await verifyJournal(house.system)).breach

it('lets nobody of the application change or remove entries and seals', async () => {
  await write('one')
  await sealOnce(house.system)
  for (const table of ['platform_journal', 'platform_journal_seal'])
    for (const sql of [`update ${table} set ${table === 'platform_journal' ? 'note' : 'late'} = ''`, `delete from ${table}`, `truncate table ${table}`])
      await expect(house.rows(sql)).rejects.toThrow(/denied/)
})

const asSealer = async (sql: string) => {
  const connection = await mysql.createConnection({ uri: String(house.stores.MYSQL_SEALER_URL) })
  return connection.query(sql).finally(() => connection.end())
}

it("leaves seals to the sealer's user: the application reads them, the sealer adds them and can do nothing else", async () => {
  await write('one')
  await sealOnce(house.system)
  const copy = 'insert into platform_journal_seal select no + 1, from_id, to_id, entry_count, gaps, late, root, tags, previous_mac, mac, sealed_at from platform_journal_seal'
  await expect(house.rows(copy)).rejects.toThrow(/denied/)
  expect(await house.rows('select no from platform_journal_seal')).toEqual([[1]])
  await asSealer(copy)
  for (const sql of [
    'update platform_journal_seal set no = 9',
    'delete from platform_journal_seal',
    'truncate table platform_journal_seal',
    'drop table platform_journal_seal',
    'select 1 from platform_journal',
    "insert into platform_journal (action) values ('x')",
    'select 1 from platform_user',
  ])
    await expect(asSealer(sql), sql).rejects.toThrow(/denied/)
})

it('finds a whole journal whole, sealed and not yet sealed', async () => {
  await writeMany(7)
  expect(await sealOnce(house.system)).toBe(7)
  expect(await sealOnce(house.system)).toBe(0)
  await writeMany(3)
  await sealOnce(house.system)
  await writeMany(2)
  expect(await verifyJournal(house.system)).toEqual({ breach: null, entryCount: 10, sealCount: 2, unsealedCount: 2 })
})

it.each([
  ['a note', "update platform_journal set note = 'entry 3 ' where id = 4", { kind: 'changed', entry: 4 }],
  ['one letter of a value', "update platform_journal set changes = replace(changes, 'Łąka', 'Laka') where id = 2", { kind: 'changed', entry: 2 }],
  ['the moment', 'update platform_journal set at = date_add(at, interval 1000 microsecond) where id = 5', { kind: 'changed', entry: 5 }],
  ['an entry and its hash', "update platform_journal set note = 'x', hash = unhex(sha2('x', 256)) where id = 6", { kind: 'changed', entry: 6 }],
  ['an entry that is removed', 'delete from platform_journal where id = 3', { kind: 'removed', entry: 3 }],
  ['the last sealed entry that is removed', 'delete from platform_journal where id = 8', { kind: 'removed', entry: 8 }],
  ['two entries that change places', 'update platform_journal set id = case id when 2 then 100000 else 2 end where id in (2, 3) order by id', { kind: 'changed', entry: 2 }],
  ['a seal that is removed', 'delete from platform_journal_seal where no = 1', { kind: 'seal', seal: 1 }],
  ['a seal that is changed', 'update platform_journal_seal set entry_count = 4 where no = 2', { kind: 'seal', seal: 2 }],
  ['an unsealed entry', "update platform_journal set note = 'x' where id = 9", { kind: 'changed', entry: 9 }],
])('names %s', async (_what, statement, breach) => {
  await writeMany(5)
  await sealOnce(house.system)
  await writeMany(3)
  await sealOnce(house.system)
  await writeMany(1)
  expect(await verdict()).toBeNull()
  await tamper(statement)
  expect(await verdict()).toEqual(breach)
})

it('names an entry that somebody put into a gap', async () => {
  await write('one')
  await expect(
    transact(house.system.database, async () => {
      await write('rolled back')
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  await write('three')
  await sealOnce(house.system)
  expect(await verdict()).toBeNull()
  await tamper(
    'insert into platform_journal (id, at, action, ip, rights, outcome, is_change, request_id) select 2, at, action, ip, rights, outcome, is_change, request_id from platform_journal where id = 1',
  )
  expect(await verdict()).toEqual({ kind: 'added', entry: 2 })
})

it('names where the end was cut off, seals and all, by the head that is outside', async () => {
  await writeMany(4)
  await sealOnce(house.system)
  await writeMany(4)
  await sealOnce(house.system)
  await tamper('delete from platform_journal where id > 4', 'delete from platform_journal_seal where no > 1')
  expect(await verdict()).toMatchObject({ kind: 'cut-off', entry: 5 })
  await tamper('delete from platform_journal', 'delete from platform_journal_seal')
  expect(await verdict()).toMatchObject({ kind: 'cut-off', entry: 1 })
})

it('takes a late commit into the next seal', async () => {
  const started = Promise.withResolvers<void>()
  const finish = Promise.withResolvers<void>()
  const slow = transact(house.system.database, async () => {
    await write('slow')
    started.resolve()
    await finish.promise
  })
  await started.promise
  await write('quick')
  expect(await sealOnce(house.system)).toBe(1)
  expect(await verdict()).toBeNull()
  finish.resolve()
  await slow
  expect(await sealOnce(house.system)).toBe(1)
  expect(await verifyJournal(house.system)).toEqual({ breach: null, entryCount: 2, sealCount: 2, unsealedCount: 0 })
  await tamper("update platform_journal set note = 'slower' where id = 1")
  expect(await verdict()).toEqual({ kind: 'changed', entry: 1 })
})

it('is sealed once by many sealers while many write', async () => {
  const writers = Array.from({ length: 8 }, async () => writeMany(20))
  const sealers = Array.from({ length: 3 }, async () => {
    for (let turn = 0; turn < 15; turn += 1) await sealOnce(house.system)
  })
  await Promise.all([...writers, ...sealers])
  await sealOnce(house.system)
  expect(await verifyJournal(house.system)).toMatchObject({ breach: null, entryCount: 160, unsealedCount: 0 })
})

it('refuses seals that were made with another key', async () => {
  await writeMany(2)
  await sealOnce(house.system)
  await rm(join(house.system.env.CRM_DATA, 'journal-head.json'))
  await tamper("update platform_journal_seal set mac = unhex(sha2('forged', 256))")
  expect(await verdict()).toEqual({ kind: 'seal', seal: 1 })
})

it('forgets what was said of a person without breaking a seal', async () => {
  const userId = await house.hire('odchodzi', [])
  await write('phone changed', { personalOf: userId, changes: { phone: ['600 100 200', '600 300 400'] } })
  await sealOnce(house.system)
  const [row] = await house.rows('select note, changes, personal from platform_journal where personal_of = ?', [userId])
  expect(row?.slice(0, 2)).toEqual([null, null])
  const secluded = [{ userId, bytes: row?.[2] as Buffer }]
  expect(await disclose(house.system, secluded)).toEqual([{ note: 'phone changed', changes: { phone: ['600 100 200', '600 300 400'] } }])
  await transact(house.system.database, () => destroyPersonKey(userId))
  expect(await disclose(house.system, secluded)).toEqual([null])
  expect(await verdict()).toBeNull()
})
