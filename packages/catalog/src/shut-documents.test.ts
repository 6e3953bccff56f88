import type { ShutDocument } from '@crm/platform'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { servers } from './server.ts'

let house: House
let ids: Record<'maker' | 'owner' | 'boss' | 'stranger' | 'heir' | 'clerk', number>
let maker: Browser
let owner: Browser
let boss: Browser
let stranger: Browser
let heir: Browser

const contract = (subject: string, ownerId: number) => ({
  kind: 'employment',
  status: 'active',
  subject,
  person: 'Jan Kowalski',
  signedOn: '2026-01-02',
  startsOn: '2026-01-02',
  termKind: 'open',
  noticeCount: 1,
  noticeUnit: 'months',
  currency: 'PLN',
  priceBasis: 'net',
  period: 'monthly',
  owner: ownerId,
})
const make = async (subject: string, ownerId = ids.owner) => {
  const { data, failure } = await maker.mutate('contracts.staff.create', { values: contract(subject, ownerId) })
  expect(failure).toBeNull()
  return (data as { id: number }).id
}
const sees = async (browser: Browser, id: number) => (await browser.query('contracts.staff.get', { id })).failure?.code ?? 'seen'
const listed = async (browser: Browser) => ((await browser.query('contracts.staff.list', { columns: ['subject'] })).data as { rows: [number][] }).rows.map(([id]) => id)
const shut = async (browser = maker) => (await browser.query('admin.access.list', { language: 'pl' })).data as ShutDocument[]

beforeAll(async () => {
  house = await openHouse(servers)
  const hire = (login: string) => house.hire(login, 'all')
  ids = {
    maker: await hire('maker'),
    owner: await hire('owner'),
    boss: await hire('boss'),
    stranger: await hire('stranger'),
    heir: await hire('heir'),
    clerk: await house.hire('clerk', ['platform.notices.view']),
  }
  await house.rows('insert into directory_person (user_id, supervisor_id) values (?,?)', [ids.owner, ids.boss])
  ;[maker, owner, boss, stranger, heir] = [
    await house.signIn('maker'),
    await house.signIn('owner'),
    await house.signIn('boss'),
    await house.signIn('stranger'),
    await house.signIn('heir'),
  ]
})
afterAll(() => house.close())

it('begins a staff contract with a table: who entered it, its owner, and, to read, the owner’s supervisor', async () => {
  const id = await make('Umowa o pracę')
  expect([await sees(maker, id), await sees(owner, id), await sees(boss, id), await sees(stranger, id)]).toEqual(['seen', 'seen', 'seen', 'missing'])
  expect([await listed(boss), await listed(stranger)]).toEqual([[id], []])
  expect((await boss.mutate('contracts.staff.update', { id, version: 1, values: { subject: 'x' } })).failure?.code).toBe('denied')
  const { failure } = await owner.mutate('contracts.staff.update', { id, version: 1, values: { owner: ids.heir } })
  expect(failure).toBeNull()
  expect([await sees(heir, id), await sees(stranger, id)]).toEqual(['seen', 'missing'])
  const [entry] = await house.rows("select changes from platform_journal where document = ? and changes like '%access%' order by id desc limit 1", [`contracts.staff:${id}`])
  expect(String(entry?.[0])).toContain(`u${ids.heir}`)
})

it('asks who comes after somebody who alone can open a document, and gives it to them', async () => {
  const id = await make('Tylko dla jednej osoby', ids.maker)
  expect(await sees(heir, id)).toBe('missing')
  const { data } = await stranger.query('admin.people.belongings', { id: ids.maker })
  expect(data).toContainEqual({ kind: 'platform.access', count: 1 })
  const { failure } = await stranger.mutate('admin.people.release', { id: ids.maker, heirs: { 'platform.access': ids.heir } })
  expect(failure).toBeNull()
  expect(await sees(heir, id)).toBe('seen')
  await house.rows('update platform_user set is_active = 1 where id = ?', [ids.maker])
  maker = await house.signIn('maker')
})

it('lists what nobody can open, by number only, and hands it to somebody who may', async () => {
  const id = await make('Zostanie bez nikogo', ids.maker)
  expect(await shut()).toEqual([])
  await stranger.mutate('admin.people.block', { id: ids.maker })
  const [line] = await shut(stranger)
  expect(line).toMatchObject({ kind: 'contracts.staff', id, title: 'Umowy z ludźmi', code: expect.stringMatching(/^U\/P\//) })
  const give = (userId: number) => stranger.mutate('admin.access.give', { tableId: line?.tableId, userId })
  expect((await give(ids.stranger)).failure?.code).toBe('own-rights')
  expect((await give(ids.clerk)).failure).toEqual({ code: 'invalid', params: { issues: [{ path: 'userId', code: 'cannot-open' }] } })
  expect((await give(ids.heir)).failure).toBeNull()
  expect([await sees(heir, id), await shut(stranger)]).toEqual(['seen', []])
  expect((await give(ids.heir)).failure?.code).toBe('missing')
})
