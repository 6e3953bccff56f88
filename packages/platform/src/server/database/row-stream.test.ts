import { type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { platformServer } from '../platform-server.ts'
import type { Cell } from './read-pool.ts'

let house: House

beforeAll(async () => {
  const counted = { name: 'counted', statements: ['create table counted (id int primary key, text varchar(200) not null)'] }
  house = await openHouse([{ ...platformServer, migrations: [...platformServer.migrations, counted] }])
  for (let from = 0; from < 50_000; from += 5_000) await house.rows('insert into counted values ?', [Array.from({ length: 5_000 }, (_, at) => [from + at + 1, 'x'.repeat(200)])])
})
afterAll(() => house.close())

const streams = () => house.system.database.streams
const everything = 'select id, text from counted order by id'
const idsOf = (rows: readonly (readonly Cell[])[]) => rows.map(([id]) => Number(id))
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const running = async () =>
  Number((await house.rows("select count(*) from information_schema.processlist where info like 'select id, text from counted%' and db = database()"))[0]?.[0])

it('brings every row once, in order, a few at a time', async () => {
  const ids: number[] = []
  for await (const rows of streams().rows(everything)) ids.push(...idsOf(rows))
  expect(ids).toEqual(Array.from({ length: 50_000 }, (_, at) => at + 1))
})

it('waits for its reader, and shows all rows as they were when it began', async () => {
  const stream = streams().rows(everything)
  const first = (await stream.next()).value as Cell[][]
  await house.rows("update counted set text = 'later'")
  await wait(200)
  let count = first.length
  for await (const rows of stream) {
    count += rows.length
    expect(rows.length).toBeLessThan(2_000)
    expect(rows.every(([, text]) => String(text).startsWith('x'))).toBe(true)
  }
  expect(count).toBe(50_000)
})

it('ends with a reader that goes away, and leaves no statement behind', async () => {
  for (let round = 0; round < 6; round += 1) for await (const _rows of streams().rows(everything)) break
  await expect.poll(running).toBe(0)
  expect(idsOf((await streams().rows('select 7').next()).value as Cell[][])).toEqual([7])
})

it('throws what the engine says, before the first row and after it', async () => {
  await expect(streams().rows('select no_such_column from counted').next()).rejects.toMatchObject({ code: 'ER_BAD_FIELD_ERROR' })
  const late = async () => {
    for await (const _rows of streams().rows('select id, if(id < 40000, 1, (select id from counted)) from counted order by id')) await wait(0)
  }
  await expect(late()).rejects.toMatchObject({ code: 'ER_SUBQUERY_NO_1_ROW' })
})
