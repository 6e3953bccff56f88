import platform from '@crm/platform/server'
import directory from '@crm/directory/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import type { ImportAnswer, ImportRow, Person } from '@crm/directory'
import type { FailureData, JournalLine } from '@crm/platform'
import { afterAll, beforeAll, expect, it } from 'vitest'
import admin from './index.ts'

let house: House
let browser: Browser
let bossId = 0

beforeAll(async () => {
  house = await openHouse([platform, directory, admin])
  bossId = await house.hire('boss', 'all')
  browser = await house.signIn('boss')
})
afterAll(() => house.close())

const blank = { email: null, phone: null, departmentId: null, positionId: null, supervisorId: null, activeFrom: null, activeTo: null }
const row = (more: Partial<ImportRow>): ImportRow => ({
  login: '',
  name: '',
  email: '',
  phone: '',
  department: '',
  position: '',
  supervisor: '',
  activeFrom: '',
  activeTo: '',
  ...more,
})

async function done(path: string, input: unknown): Promise<unknown> {
  const { failure, data } = await browser.mutate(path, input)
  if (failure) throw new Error(`${path}: ${JSON.stringify(failure)}`)
  return data
}
const refused = async (path: string, input: unknown): Promise<FailureData | null> => (await browser.mutate(path, input)).failure
const create = async (login: string, more: object = {}) =>
  (await done('admin.people.create', { values: { ...blank, login, name: `Osoba ${login}`, ...more } })) as { id: number; password: string }
const get = async (id: number) => (await browser.query('admin.people.get', { id })).data as Person

it('makes an account with a one-time password that is kept nowhere, and the rights of its department', async () => {
  const { id: departmentId } = (await done('admin.departments.save', { id: null, name: 'Handel', parentId: null, headId: bossId })) as { id: number }
  await house.rows("insert into platform_group (kind, subject, name, created_at) values ('department', ?, 'Handel', utc_timestamp()) on duplicate key update name = name", [
    String(departmentId),
  ])
  await house.rows(
    "insert into platform_level (holder, app_id, level, given_at, request_id) select concat('g', id), 'directory', 'read', utc_timestamp(), '' from platform_group where subject = ?",
    [String(departmentId)],
  )
  const { id: positionId } = (await done('admin.positions.save', { id: null, name: 'Opiekunka' })) as { id: number }
  const { id, password } = await create('ola', { email: 'ola@firma.example', departmentId, positionId, phone: '+48 600 100 200' })
  expect(password.length).toBeGreaterThanOrEqual(12)
  expect(await get(id)).toMatchObject({ login: 'ola', departmentName: 'Handel', positionName: 'Opiekunka', phone: '+48 600 100 200', isActive: true })
  expect(await house.rows("select count(*) from platform_user_right where user_id = ? and right_id = 'directory.party.view'", [id])).toEqual([[1]])
  const everything = JSON.stringify(await house.rows('select * from platform_journal'))
  expect(everything).not.toContain(password)
  expect(everything).not.toContain('600 100 200')
  const [entry] = (await browser.query('admin.journal.list', { affectedUserId: id, action: 'admin.people.create' })).data as JournalLine[]
  expect(entry?.changes?.phone).toEqual([null, '+48 600 100 200'])
})

it.each([
  [{ login: 'ola' }, [{ path: 'login', code: 'taken' }]],
  [{ email: 'ola@firma.example' }, [{ path: 'email', code: 'taken' }]],
  [{ departmentId: 99_999 }, [{ path: 'departmentId', code: 'not-a-choice' }]],
  [{ email: 'ola@firma.example\nBcc: x@y.pl' }, [{ path: 'email', code: 'not-an-email' }]],
  [{ activeFrom: '2026-12-01', activeTo: '2026-11-01' }, [{ path: 'activeTo', code: 'end-before-start' }]],
  [{ login: 'Ola Ż' }, [{ path: 'login', code: 'not-a-login' }]],
])('refuses %o at its field', async (more, issues) => {
  const values = { ...blank, login: 'nowa', name: 'Nowa Osoba', ...more }
  expect(await refused('admin.people.create', { values })).toEqual({ code: 'invalid', params: { issues } })
})

it('names the circle that a supervisor would close, also when two edits meet', async () => {
  const [a, b, c] = [await create('aa'), await create('bb'), await create('cc')]
  const under = (id: number, login: string, supervisorId: number) =>
    browser.mutate('admin.people.update', { id, values: { ...blank, login, name: `Osoba ${login}`, supervisorId } })
  expect((await under(b.id, 'bb', a.id)).failure).toBeNull()
  expect((await under(c.id, 'cc', b.id)).failure).toBeNull()
  expect((await under(a.id, 'aa', c.id)).failure).toEqual({
    code: 'invalid',
    params: { issues: [{ path: 'supervisorId', code: 'circle', params: { way: 'Osoba aa → Osoba cc → Osoba bb → Osoba aa' } }] },
  })
  const [d, e] = [await create('dd'), await create('ee')]
  const both = await Promise.all([under(d.id, 'dd', e.id), under(e.id, 'ee', d.id)])
  expect(both.map((one) => one.failure?.code ?? 'done').sort()).toEqual(['done', 'invalid'])
})

it('keeps the tree of departments a tree and removes only an empty one', async () => {
  const save = (name: string, parentId: number | null, id: number | null = null) => browser.mutate('admin.departments.save', { id, name, parentId, headId: null })
  const top = ((await save('Centrala', null)).data as { id: number }).id
  const below = ((await save('Filia', top)).data as { id: number }).id
  expect((await save('Centrala', below, top)).failure?.params.issues).toEqual([{ path: 'parentId', code: 'circle', params: { way: 'Centrala → Filia → Centrala' } }])
  expect((await save('Filia', null)).failure?.params.issues).toEqual([{ path: 'name', code: 'taken' }])
  expect((await refused('admin.departments.remove', { id: top }))?.code).toBe('in-use')
  expect(await refused('admin.departments.remove', { id: below })).toBeNull()
})

it('blocks an account at once, but not one’s own and not the last who may change rights', async () => {
  const { id } = await create('ff')
  await house
    .rows('insert into platform_session values (?, ?, ?, ?, utc_timestamp(), utc_timestamp(), utc_timestamp())', ['a'.repeat(64), id, '127.0.0.1', ''])
    .catch(() => undefined)
  expect(await refused('admin.people.block', { id, note: 'koniec umowy' })).toBeNull()
  expect((await get(id)).isActive).toBe(false)
  expect(await house.rows('select count(*) from platform_session where user_id = ?', [id])).toEqual([[0]])
  expect((await refused('admin.people.block', { id: bossId }))?.params.issues).toEqual([{ path: 'id', code: 'own-account' }])
  const helperId = await house.hire('helper', ['admin.people.block'])
  const helper = await house.signIn('helper')
  expect((await helper.mutate('admin.people.block', { id: bossId })).failure?.code).toBe('last-holder')
  expect((await helper.mutate('admin.people.block', { id: helperId })).failure?.code).toBe('invalid')
})

it('hands over what a leaver had in hand, lists what is left, and forgets them when asked', async () => {
  const [leaver, heir, under] = [await create('odchodzi', { phone: '+48 500 500 500' }), await create('nastepca'), await create('podwladny')]
  await done('admin.people.update', { id: under.id, values: { ...blank, login: 'podwladny', name: 'Podwładny Jan', supervisorId: leaver.id } })
  await done('admin.departments.save', { id: null, name: 'Osierocony', parentId: null, headId: leaver.id })
  expect((await browser.query('admin.people.belongings', { id: leaver.id })).data).toEqual([
    { kind: 'directory.supervisor', count: 1 },
    { kind: 'directory.head', count: 1 },
  ])
  expect((await refused('admin.people.erase', { id: leaver.id }))?.code).toBe('in-use')
  expect(await done('admin.people.release', { id: leaver.id, heirs: { 'directory.supervisor': heir.id, 'directory.head': null } })).toEqual([{ kind: 'directory.head', count: 1 }])
  expect(await get(under.id)).toMatchObject({ supervisorId: heir.id })
  expect(((await browser.query('platform.todo.list')).data as { kind: string }[]).map((line) => line.kind)).toEqual(['admin.leftover'])
  await done('admin.people.erase', { id: leaver.id })
  expect(await get(leaver.id)).toMatchObject({ name: `#${leaver.id}`, email: null, phone: null })
  const [entry] = (await browser.query('admin.journal.list', { affectedUserId: leaver.id, action: 'admin.people.create' })).data as JournalLine[]
  expect(entry).toMatchObject({ changes: null, note: null, isForgotten: true })
})

it('refuses a substitution of oneself, reversed days, and days that are taken', async () => {
  const [x, y, z] = [await create('xx'), await create('yy'), await create('zz')]
  const add = (more: object) => browser.mutate('admin.substitutions.add', { absentId: x.id, substituteId: y.id, fromOn: '2027-01-01', toOn: '2027-01-10', apps: null, ...more })
  expect((await add({ substituteId: x.id })).failure?.params.issues).toEqual([{ path: 'substituteId', code: 'own-substitute' }])
  expect((await add({ toOn: '2026-12-01' })).failure?.params.issues).toEqual([{ path: 'toOn', code: 'end-before-start' }])
  expect((await add({ apps: ['contracts'] })).failure).toBeNull()
  expect((await add({ substituteId: z.id, apps: ['invoices'] })).failure).toBeNull()
  expect((await add({ substituteId: z.id, fromOn: '2027-01-10', toOn: '2027-01-12' })).failure?.params.issues).toEqual([{ path: 'fromOn', code: 'days-taken' }])
})

async function upload(body: string | Buffer): Promise<{ status: number; answer: ImportAnswer }> {
  const answer = await house.http.inject({
    method: 'POST',
    url: '/files/admin/people-import',
    headers: { cookie: browser.cookie(), 'content-type': 'application/octet-stream' },
    payload: body,
  })
  return { status: answer.statusCode, answer: answer.json() as ImportAnswer }
}

it('reads a file, tells what is wrong at each cell, and writes everybody or nobody', async () => {
  const { answer } = await upload(
    'Login;Imię i nazwisko;E-mail;Dział;Przełożony;Konto od;Rozmiar buta\nszef;Szef Nowy;szef@firma.example;Handel;;01.12.2026;45\npodw;Podwładna Nowa;zły adres;Nieznany;szef;;\nszef;Drugi Szef;;;nikt;;\n',
  )
  expect(answer.ignored).toEqual(['Rozmiar buta'])
  expect(answer.rows[0]).toMatchObject({ login: 'szef', activeFrom: '2026-12-01' })
  expect(answer.issues.map((one) => one.map(({ path, code }) => `${path}: ${code}`))).toEqual([
    ['login: taken'],
    ['department: unknown-department', 'email: not-an-email'],
    ['supervisor: unknown-person', 'login: taken'],
  ])
  const before = await house.rows('select count(*) from platform_user')
  expect(((await done('admin.people.import', { rows: answer.rows })) as ImportAnswer).createdCount).toBe(0)
  expect(await house.rows('select count(*) from platform_user')).toEqual(before)
  const fixed = [row({ login: 'podw', name: 'Podwładna Nowa', supervisor: 'Szef Nowy' }), row({ login: 'szef', name: 'Szef Nowy', department: 'handel' })]
  expect(await done('admin.people.check', { rows: fixed })).toEqual([[], []])
  expect(((await done('admin.people.import', { rows: fixed })) as ImportAnswer).createdCount).toBe(2)
  expect(
    await house.rows("select s.login from directory_person p join platform_user u on u.id = p.user_id join platform_user s on s.id = p.supervisor_id where u.login = 'podw'"),
  ).toEqual([['szef']])
})

it.each([
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), 415],
  ['a file without the heads', Buffer.from('a;b\n1;2\n'), 400],
  ['an empty file', Buffer.alloc(0), 400],
])('refuses %s', async (_what, body, status) => expect((await upload(body)).status).toBe(status))
