import { type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { NoticeLine, TodoLine } from '../../index.ts'
import { transact } from '../database/database.ts'
import { perform } from '../jobs/jobs.ts'
import { writeJournal } from '../journal/journal.ts'
import { noticeTo } from './notify.ts'
import { platformServer } from '../platform-server.ts'
import { actingFor } from '../rights/substitution.ts'
import { closeTodos, putTodo } from '../todo/todo.ts'

const assigned = { id: 'platform.assigned', right: 'platform.help.view' }
const decide = { id: 'platform.decide', right: 'platform.help.view' }
const hidden = new Set<number>()
const server = {
  ...platformServer,
  app: { ...platformServer.app, notices: [assigned], todos: [decide] },
  documents: [
    {
      kind: 'platform.paper',
      view: 'platform.help.view',
      path: '/paper',
      codes: async () => new Map<number, string | null>(),
      accessIds: async (_system: unknown, ids: readonly number[]) => new Map(ids.filter((id) => !hidden.has(id)).map((id) => [id, null] as const)),
    },
  ],
}
const everyday = ['platform.notices.view', 'platform.help.view', 'platform.preferences.edit', 'platform.todo.view']

let house: House
let anna = 0
let number = 0

beforeAll(async () => {
  house = await openHouse([server])
  anna = await house.hire('anna', everyday)
})
afterAll(() => house.close())

async function run(name: string, data: unknown): Promise<void> {
  number += 1
  const handler = server.handlers.find((one) => one.job.name === name)
  if (!handler) throw new Error(`no handler of ${name}`)
  await perform(house.system, handler, { id: `8c7f2f10-3f39-4a39-8f0b-${String(number).padStart(12, '0')}`, data })
}
const tell = (userId: number, document: number) =>
  run('platform.notify', noticeTo(userId, assigned, { params: { code: `P/${document}` }, path: `/paper/${document}`, document: `platform.paper:${document}` }))
const letters = async (userId: number) =>
  (await house.rows("select json_value(payload, '$.kind') from platform_outbox where name = 'platform.mail' and json_value(payload, '$.userId') = ? order by seq", [userId])).map(
    ([kind]) => kind,
  )

it('shows a notice until what it is about may not be seen any more', async () => {
  await tell(anna, 1)
  await tell(anna, 2)
  const browser = await house.signIn('anna')
  const seen = async () => ((await browser.query('platform.notices.list')).data as NoticeLine[]).map((line) => line.params.code)
  expect(await seen()).toEqual(['P/2', 'P/1'])
  hidden.add(2)
  expect(await seen()).toEqual(['P/1'])
  await house.rows("delete from platform_user_right where user_id = ? and right_id = 'platform.help.view'", [anna])
  await house.rows('update platform_user set rights_version = rights_version + 1 where id = ?', [anna])
  expect(await seen()).toEqual([])
  await house.rows("insert into platform_user_right values (?, 'platform.help.view', 'test', utc_timestamp())", [anna])
  await house.rows('update platform_user set rights_version = rights_version + 1 where id = ?', [anna])
  hidden.clear()
})

it('marks one as read, then all', async () => {
  const browser = await house.signIn('anna')
  const unread = async () => (await browser.query('platform.notices.list', { isUnread: true })).data as NoticeLine[]
  const [first] = await unread()
  expect((await browser.mutate('platform.notices.read', { ids: [first?.id ?? 0] })).failure).toBeNull()
  expect((await unread()).map((line) => line.params.code)).toEqual(['P/1'])
  await browser.mutate('platform.notices.read', {})
  expect(await unread()).toEqual([])
})

it('sends a letter at once or with the morning’s digest, as the person chose, and none about what they may not see', async () => {
  const ewa = await house.hire('ewa', everyday)
  const browser = await house.signIn('ewa')
  await tell(ewa, 5)
  expect(await letters(ewa)).toEqual([])
  await browser.mutate('platform.notices.choose', { kind: assigned.id, isInBell: true, mail: 'at-once' })
  await tell(ewa, 6)
  hidden.add(7)
  await tell(ewa, 7)
  expect(await letters(ewa)).toEqual([assigned.id])
  await browser.mutate('platform.notices.choose', { kind: assigned.id, isInBell: false, mail: 'daily' })
  await tell(ewa, 8)
  await tell(ewa, 7)
  expect(((await browser.query('platform.notices.list')).data as NoticeLine[]).map((line) => line.params.code)).toEqual(['P/6', 'P/5'])
  await run('platform.digest', {})
  await run('platform.digest', {})
  expect(await letters(ewa)).toEqual([assigned.id, 'platform.digest'])
  expect(await house.rows("select json_value(payload, '$.params.count') from platform_outbox where name = 'platform.mail' order by seq desc limit 1")).toEqual([['1']])
  hidden.clear()
})

it('refuses a channel of a kind that does not exist', async () => {
  const browser = await house.signIn('ewa')
  expect((await browser.mutate('platform.notices.choose', { kind: 'platform.nothing', isInBell: true, mail: 'off' })).failure?.code).toBe('invalid')
})

it('lists tasks by their day, for the substitute too, and takes them away when they are done', async () => {
  const jan = await house.hire('jan', everyday)
  const ctx = {
    now: new Date(),
    journal: (entry: object) =>
      writeJournal(
        { system: house.system, requestId: 'test', ip: '127.0.0.1', userAgent: '', cookie: '', user: null, session: null, setCookie: () => undefined },
        { ...entry, action: 'test', rights: '', outcome: 'done' },
      ),
  }
  const put = (userId: number, document: number, dueOn: string | null) =>
    transact(house.system.database, () =>
      putTodo(ctx, decide, { userId, document: `platform.paper:${document}`, params: { code: `P/${document}` }, path: `/paper/${document}`, dueOn }),
    )
  await put(anna, 1, null)
  await put(anna, 2, '2026-12-24')
  await put(anna, 3, '2026-11-01')
  await put(anna, 3, '2026-11-02')
  await put(jan, 4, '2026-11-30')
  const browser = await house.signIn('anna')
  const list = async () => ((await browser.query('platform.todo.list')).data as TodoLine[]).map((line) => [line.params.code, line.dueOn, line.insteadOf])
  expect(await list()).toEqual([
    ['P/3', '2026-11-02', null],
    ['P/2', '2026-12-24', null],
    ['P/1', null, null],
  ])
  house.setClock('2026-11-25T10:00:00Z')
  await house.rows(
    "insert into platform_substitution (absent_id, substitute_id, from_on, to_on, apps, created_at) values (?,?,'2026-11-20','2026-11-25','platform',utc_timestamp())",
    [jan, anna],
  )
  expect((await list())[1]).toEqual(['P/4', '2026-11-30', 'Test jan'])
  house.setClock('2026-11-26T10:00:00Z')
  expect((await list()).length).toBe(3)
  await transact(house.system.database, () => closeTodos(ctx, { kind: decide, document: 'platform.paper:3' }))
  expect((await list()).length).toBe(2)
  house.setClock(null)
})

it.each([
  ['2026-11-19', 'platform', 'jan'],
  ['2026-11-20', 'platform', 'anna'],
  ['2026-11-25', 'platform', 'anna'],
  ['2026-11-25', 'contracts', 'jan'],
  ['2026-11-26', 'platform', 'jan'],
])('knows who acts for jan on %s in %s', async (day, app, login) => {
  const idOf = async (of: string) => Number((await house.rows('select id from platform_user where login = ?', [of]))[0]?.[0])
  expect(await actingFor(house.system, { userId: await idOf('jan'), app, day })).toBe(await idOf(login))
})

it('follows a chain of substitutes and ends a circle', async () => {
  const ids = (await house.rows("select id from platform_user where login in ('anna', 'jan', 'ewa') order by login")).map(([id]) => Number(id))
  const [a = 0, e = 0, j = 0] = ids
  const stand = (absent: number, substitute: number) =>
    house.rows("insert into platform_substitution (absent_id, substitute_id, from_on, to_on, created_at) values (?,?,'2027-01-01','2027-01-31',utc_timestamp())", [
      absent,
      substitute,
    ])
  await stand(j, a)
  await stand(a, e)
  expect(await actingFor(house.system, { userId: j, app: 'contracts', day: '2027-01-10' })).toBe(e)
  await stand(e, j)
  expect(await actingFor(house.system, { userId: j, app: 'contracts', day: '2027-01-10' })).toBe(e)
})
