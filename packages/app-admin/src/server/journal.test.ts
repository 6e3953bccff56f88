import platform, { readSheet } from '@crm/platform/server'
import directory from '@crm/directory/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import type { JournalLine, JournalQuestion } from '@crm/platform'
import { afterAll, beforeAll, expect, it } from 'vitest'
import admin from './index.ts'

const guarded = { ...directory, sensitive: { 'directory.party': { nip: 'directory.party.edit' } } }
let house: House
let boss: Browser
let annaId = 0

beforeAll(async () => {
  house = await openHouse([platform, guarded, admin])
  await house.hire('boss', 'all')
  annaId = await house.hire('anna', ['admin.journal.view', 'directory.party.view', 'directory.party.history', 'platform.notices.view'])
  boss = await house.signIn('boss')
  await boss.mutate('directory.party.create', { values: { name: 'Łąka sp. z o.o.', nip: '5261040828' } })
  await (await house.signIn('anna')).mutate('directory.party.create', { values: {} })
})
afterAll(() => house.close())

const ask = async (question: JournalQuestion, browser = boss) => {
  const { data, failure } = await browser.query('admin.journal.list', question)
  if (failure) throw new Error(JSON.stringify(failure))
  return data as JournalLine[]
}

it.each<[string, JournalQuestion, readonly string[]]>([
  ['the beginning of an action', { action: 'directory.party' }, ['directory.party.create', 'directory.party.create']],
  ['an outcome', { outcome: 'denied' }, ['directory.party.create']],
  ['a document', { document: 'directory.party:1' }, ['directory.party.create']],
  ['a right', { right: 'directory.party.create', outcome: 'done' }, ['directory.party.create']],
  ['a text in the changes', { text: 'Łąka' }, ['directory.party.create']],
  ['a text with signs of a pattern', { text: '%' }, []],
  ['an address', { ip: '10.1.1.1' }, []],
  ['a day that has passed', { to: '2020-01-01' }, []],
  ['days', { from: '2020-01-01', to: '2100-01-01', action: 'directory' }, ['directory.party.create', 'directory.party.create']],
])('finds by %s', async (_what, question, actions) => expect((await ask(question)).map((line) => line.action)).toEqual(actions))

it('finds by who, by session and by request', async () => {
  const [denied] = await ask({ actorId: annaId, outcome: 'denied' })
  expect(denied?.actor).toBe('Test anna')
  expect((await ask({ session: denied?.session ?? '', outcome: 'denied' })).map((line) => line.id)).toEqual([denied?.id])
  expect((await ask({ requestId: denied?.requestId ?? '' })).map((line) => line.id)).toEqual([denied?.id])
})

it('pages without losing or repeating an entry', async () => {
  for (let at = 0; at < 130; at += 1) await boss.mutate('platform.notices.read', { ids: [] })
  const first = await ask({ action: 'platform.notices' })
  const second = await ask({ action: 'platform.notices', before: first.at(-1)?.id })
  expect([first.length, second.length, new Set([...first, ...second].map((line) => line.id)).size]).toEqual([100, 30, 130])
})

it('hides values of sensitive fields from those without the field’s right, in the journal and in the history', async () => {
  const anna = await house.signIn('anna')
  const [seen] = await ask({ action: 'directory.party.create', outcome: 'done' })
  const [hidden] = await ask({ action: 'directory.party.create', outcome: 'done' }, anna)
  expect([seen?.changes?.nip, seen?.hidden]).toEqual([[null, '5261040828'], []])
  expect([hidden?.changes?.nip, hidden?.hidden, hidden?.changes?.name]).toEqual([[null, null], ['nip'], [null, 'Łąka sp. z o.o.']])
  const history = (await anna.query('directory.party.history', { id: 1 })).data as JournalLine[]
  expect(history.at(-1)).toMatchObject({ hidden: ['nip'], changes: { nip: [null, null] } })
})

it('has no entry about a document that is hidden from the reader, in any way of asking, unless they hold the right to it', async () => {
  const anna = await house.signIn('anna')
  const { data } = await boss.mutate('directory.party.create', { values: { name: 'Tajna sp. z o.o.' } })
  const { id } = data as { id: number }
  const document = `directory.party:${id}`
  const [bossId] = (await house.rows("select id from platform_user where login = 'boss'")).map(([one]) => Number(one))
  expect(await ask({ document }, anna)).toHaveLength(1)
  const lines = ['directory.party.view', 'directory.party.access'].map((right) => ({ holder: `u${bossId}`, right, effect: '+' }))
  expect((await boss.mutate('directory.party.access.save', { id, lines })).failure).toBeNull()
  expect(await ask({ document }, anna)).toEqual([])
  expect(await ask({ text: 'Tajna' }, anna)).toEqual([])
  expect((await ask({}, anna)).map((line) => line.document)).not.toContain(document)
  expect((await ask({}, anna)).length).toBe(100)
  expect((await ask({ document })).length).toBe(2)
  await house.hire('auditor', ['admin.journal.view', 'admin.journal.everything'])
  expect(await ask({ document }, await house.signIn('auditor'))).toHaveLength(2)
  // What is destroyed hides nothing: its history is all that is left.
  await house.rows('delete from directory_party_search where id = ?', [id])
  await house.rows('delete from directory_party where id = ?', [id])
  expect(await ask({ document }, anna)).toHaveLength(2)
})

it('tells who gave each field its value', async () => {
  await boss.mutate('directory.party.update', { id: 1, version: 1, values: { city: 'Łódź' } })
  const authors = (await boss.query('directory.party.authors', { id: 1 })).data as { field: string; actor: string }[]
  expect(authors.map(({ field, actor }) => [field, actor]).sort()).toEqual([
    ['city', 'Test boss'],
    ['name', 'Test boss'],
    ['nip', 'Test boss'],
  ])
})

it.each(['xlsx', 'csv'] as const)('exports what was asked as %s, journalled, for those who may', async (format) => {
  const url = `/files/admin/journal?format=${format}&question=${encodeURIComponent(JSON.stringify({ outcome: 'denied', action: 'directory' }))}`
  const answer = await house.http.inject({ url, headers: { cookie: boss.cookie() } })
  expect(answer.statusCode).toBe(200)
  const { rows } = await readSheet(answer.rawPayload)
  expect(rows[0]?.slice(0, 3)).toEqual(['Kiedy', 'Czynność', 'Kto'])
  expect(rows[1]?.slice(1, 3)).toEqual(['directory.party.create', 'Test anna'])
  expect((await ask({ action: 'admin.journal.export' }))[0]?.note).toBe(`${format} {"action":"directory","outcome":"denied"}`)
  const anna = await house.signIn('anna')
  expect((await house.http.inject({ url, headers: { cookie: anna.cookie() } })).statusCode).toBe(403)
})

it('journals a print with what was asked', async () => {
  await boss.query('admin.journal.print', { outcome: 'denied' })
  expect((await ask({ action: 'admin.journal.print' }))[0]?.note).toBe('{"outcome":"denied"}')
})
