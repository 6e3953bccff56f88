import { rightsOf } from '@crm/platform'
import { type AnyRegister, guardedFields } from '@crm/register'
import { type Browser, digestOf, type House, insertBare, openHouse, tableOf } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { servers } from './server.ts'

const registers = servers.flatMap((server) => (server.documents ?? []).flatMap((kind) => ('register' in kind ? [kind.register as AnyRegister] : []))) // only registers' documents have one
const guarded = registers.flatMap((register) => guardedFields(register).map(([name, right]) => ({ register, name, right, at: `${register.id}.${name}` })))
const guards = new Set(guarded.map(({ right }) => right))

let house: House
let reader: Browser

beforeAll(async () => {
  house = await openHouse(servers)
  const all = servers.flatMap(({ app }) => rightsOf(app.rights)).map((right) => right.id)
  await house.hire(
    'reader',
    all.filter((right) => !guards.has(right)),
  )
  for (const { id } of registers) await insertBare(house, await tableOf(house, id))
  reader = await house.signIn('reader')
})
afterAll(() => house.close())

const batch = '0b0e7a52-6b7b-4f0f-9f6e-3d1f3b6d1a11'
/** A register that guards its fields is asked about one of them in every way there is. */
const ways: Readonly<Record<string, (kind: string, name: string) => Promise<{ failure?: { code: string } | null; statusCode?: number }>>> = {
  list: (kind, name) => reader.query(`${kind}.list`, { columns: [name] }),
  sort: (kind, name) => reader.query(`${kind}.list`, { columns: [], sort: [{ field: name, dir: 'asc' }] }),
  filter: (kind, name) => reader.query(`${kind}.list`, { columns: [], filter: { any: [{ all: [{ field: name, op: 'filled' }] }] } }),
  count: (kind, name) => reader.query(`${kind}.count`, { filter: { all: [{ field: name, op: 'filled' }] } }),
  ids: (kind, name) => reader.query(`${kind}.bulk.ids`, { filter: { all: [{ field: name, op: 'filled' }] } }),
  totals: (kind, name) => reader.query(`${kind}.totals`, { fields: [name] }),
  order: (kind, name) => reader.mutate(`${kind}.exports.order`, { format: 'csv', language: 'pl', question: { columns: [name] } }),
}

it('there are fields of their own right', () => expect(guards.size).toBeGreaterThan(3))

describe.each(guarded.map((one) => [one.at, one] as const))('%s, without its right', (_at, { register, name, right }) => {
  it.each(Object.keys(ways))('is refused and journalled, and nothing is changed: %s', async (way) => {
    const before = await digestOf(house)
    const { failure } = (await ways[way]?.(register.id, name)) ?? {}
    expect(failure).toMatchObject({ code: 'denied', params: { right } })
    expect(await digestOf(house)).toEqual(before)
    expect(await house.rows('select action, outcome from platform_journal order by id desc limit 1')).toEqual([[right, 'denied']])
  })

  it('is in no sheet', async () => {
    const question = JSON.stringify({ columns: [name] })
    const { statusCode } = await house.http.inject({ url: `/files/${register.id}/export`, query: { format: 'csv', question }, headers: { cookie: reader.cookie() } })
    expect(statusCode).toBe(403)
  })

  it('is empty on the record, and not written by one edit or by many', async () => {
    const { data } = await reader.query(`${register.id}.get`, { id: 1 })
    const { row, can } = data as { row: Record<string, unknown>; can: string[] }
    expect([row[name], can.includes(right)]).toEqual([null, false])
    if (register.fields[name]?.presence === 'computed') return
    expect((await reader.mutate(`${register.id}.update`, { id: 1, version: 1, values: { [name]: null } })).failure).toMatchObject({ code: 'denied', params: { right } })
    expect((await reader.mutate(`${register.id}.bulk.edit`, { ids: [1], batch, values: { [name]: null } })).failure).toMatchObject({ code: 'denied', params: { right } })
  })
})
