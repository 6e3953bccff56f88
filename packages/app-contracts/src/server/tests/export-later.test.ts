import { access } from 'node:fs/promises'
import { join } from 'node:path'
import directory from '@crm/directory/server'
import platform, { perform, readSheet } from '@crm/platform/server'
import type { ExportLine } from '@crm/register'
import register from '@crm/register/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

// A PDF is drawn in a process of its own.
vi.setConfig({ testTimeout: 60_000 })

let house: House
let clerk: Browser
let other: Browser

beforeAll(async () => {
  house = await openHouse([platform, storage, register, directory, contracts])
  house.setClock('2026-11-24T09:00:00Z')
  const owner = await house.hire('clerk', 'all')
  await house.hire('other', 'all')
  ;[clerk, other] = [await house.signIn('clerk'), await house.signIn('other')]
  await clerk.mutate('directory.party.create', { values: { name: 'Łąka Meble S.A.' } })
  for (const subject of ['Zażółć gęślą jaźń', '=1+1', 'Zwykła']) await clerk.mutate('contracts.trade.create', { values: { ...usualContract, owner, subject, value: '1234567.50' } })
})
afterAll(() => house.close())

const question = { columns: ['number', 'subject', 'value', 'signedOn'], sort: [{ field: 'number', dir: 'asc' }] }
const handlerOf = (name: string) => {
  const found = register.handlers?.find((one) => one.job.name === name)
  if (!found) throw new Error(`no handler of ${name}`)
  return found
}
const work = async () => {
  const letters = await house.rows("select id, payload from platform_outbox where name = 'register.export-write'")
  await house.rows("delete from platform_outbox where name = 'register.export-write'")
  for (const [id, data] of letters) await perform(house.system, handlerOf('register.export-write'), { id: String(id), data })
}
const order = (format: string, more: object = {}) => clerk.mutate('contracts.trade.exports.order', { format, language: 'pl', question, ...more })
const mine = async (browser = clerk) => (await browser.query('contracts.trade.exports.mine')).data as ExportLine[]
const take = (id: number, browser = clerk) => house.http.inject({ url: `/files/contracts.trade/exported/${id}`, headers: { cookie: browser.cookie() } })

describe('a list that is ordered', () => {
  it.each(['xlsx', 'csv'])('is written to %s by a worker, told of, and taken by its owner', async (format) => {
    const { data, failure } = await order(format)
    expect(failure).toBeNull()
    const { id } = data as { id: number }
    expect((await mine())[0]).toMatchObject({ id, state: 'waiting', rowCount: null })
    expect((await take(id)).statusCode).toBe(404)
    await work()
    expect((await mine())[0]).toMatchObject({ id, state: 'ready', rowCount: 3, doneCount: 3, endsAt: '2026-12-01T09:00:00.000Z' })
    const { rows } = await readSheet((await take(id)).rawPayload)
    expect(rows.map((row) => row[1])).toEqual(['Przedmiot', 'Zażółć gęślą jaźń', '=1+1', 'Zwykła'])
    const [[payload] = []] = await house.rows("select payload from platform_outbox where name = 'platform.notify' order by seq desc limit 1")
    expect(payload).toMatchObject({ kind: 'register.export-ready', path: '/contracts/trade?exports=1', params: { count: 3 } })
    const notes = await house.rows("select note from platform_journal where action = 'contracts.trade.export' order by id desc limit 2")
    expect(notes.map(([note]) => String(note))).toEqual([`${format}: 3, taken`, expect.stringContaining(`${format}: 3; Rejestr: Umowy handlowe`)])
  })

  it('is its owner’s alone, and a repeated request orders it once', async () => {
    const key = '3d5a0c9e-6d4e-4a59-8a51-8d8f1f2f7f10'
    const [first, second] = [await order('csv', { key }), await order('csv', { key })]
    expect(second.data).toEqual(first.data)
    await work()
    const { id } = first.data as { id: number }
    expect((await take(id)).statusCode).toBe(200)
    expect((await take(id, other)).statusCode).toBe(404)
    expect(await mine(other)).toEqual([])
  })

  it('ends after seven days, with its file', async () => {
    const { data } = await order('csv')
    await work()
    const { id } = data as { id: number }
    const path = join(house.system.env.CRM_DATA, 'exports', `${id}.csv`)
    await access(path)
    house.setClock('2026-12-01T09:00:01Z')
    const late = await house.signIn('clerk')
    expect((await take(id, late)).statusCode).toBe(404)
    await perform(house.system, handlerOf('register.sweep-sheets'), { id: '8d2c4d8c-0000-4000-8000-000000000001', data: {} })
    await expect(access(path)).rejects.toThrow()
    house.setClock('2026-11-24T09:00:00Z')
  })

  it('is written with the rights of the moment, and no more than three wait', async () => {
    const answers = [await order('csv'), await order('csv'), await order('csv'), await order('csv')]
    expect(answers.map(({ failure }) => failure?.code ?? null)).toEqual([null, null, null, 'busy'])
    await house.rows("delete from platform_user_right where right_id = 'contracts.trade.export' and user_id = 1")
    await work()
    expect(await house.rows('select state, reason from register_export order by id desc limit 1')).toEqual([['failed', 'denied']])
    await house.rows("insert into platform_user_right (user_id, right_id, origin, given_at) values (1, 'contracts.trade.export', 'test', utc_timestamp())")
  })
})

it('a PDF of a list has its pages, numbered, with Polish letters in a font of its own', async () => {
  const columns = (
    await house.rows("select column_name from information_schema.columns where table_schema = database() and table_name = 'contract_trade' and column_name not in ('id', 'number')")
  )
    .map(([name]) => name)
    .join(', ')
  for (let round = 0; round < 5; round += 1) await house.rows(`insert into contract_trade (${columns}, number) select ${columns}, concat('X', uuid_short()) from contract_trade`)
  const answer = await house.http.inject({
    url: '/files/contracts.trade/export',
    query: { format: 'pdf', language: 'pl', question: JSON.stringify(question) },
    headers: { cookie: clerk.cookie() },
  })
  expect([answer.statusCode, answer.headers['content-type'], answer.rawPayload.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-'])
  const text = answer.rawPayload.toString('latin1')
  expect(text.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(1)
  expect(text).toContain('Roboto')
  const [[note] = []] = await house.rows("select note from platform_journal where action = 'contracts.trade.export' order by id desc limit 1")
  expect(String(note)).toMatch(/^pdf: 96;/)
})
