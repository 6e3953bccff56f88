import type { Belonging } from '@crm/directory'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { servers } from './server.ts'

let house: House
let admin: Browser
let chief: Browser
let [leaver, heir, other] = [0, 0, 0]
const ids: number[] = []

const done = async (browser: Browser, path: string, input: unknown): Promise<unknown> => {
  const { failure, data } = await browser.mutate(path, input)
  expect([path, failure]).toEqual([path, null])
  return data
}
const contract = (subject: string) => ({
  kind: 'supply',
  status: 'active',
  subject,
  direction: 'cost',
  parties: [1],
  signedOn: '2026-01-02',
  startsOn: '2026-01-02',
  termKind: 'open',
  noticeCount: 1,
  noticeUnit: 'months',
  currency: 'PLN',
  priceBasis: 'net',
  period: 'monthly',
  owner: heir,
})
const inHand = async (browser = admin) => (await browser.query('admin.people.belongings', { id: leaver })).data as Belonging[]
const lend = (id: number) => done(chief, 'contracts.trade.paper.lend', { ids: [id], holderId: leaver, outsider: null, dueOn: '2026-12-01', note: null })
const release = (heirs: object) => done(admin, 'admin.people.release', { id: leaver, heirs })
const holders = () => house.rows('select holder_id from storage_loan where live_document is not null order by id')

beforeAll(async () => {
  house = await openHouse(servers)
  house.setClock('2026-11-24T09:00:00Z')
  await house.hire('chief', 'all')
  await house.hire('admin', ['admin.enter', 'admin.people.view', 'admin.people.release', 'platform.todo.view'])
  ;[leaver, heir, other] = [await house.hire('leaver', ['platform.notices.view']), await house.hire('heir', 'all'), await house.hire('other', ['platform.notices.view'])]
  chief = await house.signIn('chief')
  admin = await house.signIn('admin')
  await done(chief, 'directory.party.create', { values: { name: 'Granit' } })
  for (const subject of ['Pierwsza', 'Druga']) ids.push(((await done(chief, 'contracts.trade.create', { values: contract(subject) })) as { id: number }).id)
  for (const id of ids) await lend(id)
  await done(chief, 'contracts.trade.reminders.add', {
    documentId: ids[0],
    plan: {
      about: 'Zapytać o cennik',
      target: { kind: 'calendar', startsOn: '2026-12-15', every: { unit: 'once' }, endsOn: null, count: null },
      leads: [0],
      leadUnit: 'days',
      offDays: 'keep',
      time: '09:00',
      recipients: [`u${leaver}`, 'owner'],
      escalateFrom: null,
    },
  })
  await house.rows(
    "insert into platform_substitution (absent_id, substitute_id, from_on, to_on, apps, created_at) values (?,?,'2026-12-01','2026-12-10',null,utc_timestamp()), (?,?,'2026-12-01','2026-12-10',null,utc_timestamp())",
    [other, leaver, heir, leaver],
  )
})
afterAll(() => house.close())

it('lists papers, reminders and absences of others, and names only papers that the reader may know of', async () => {
  expect(await inHand()).toEqual([
    { kind: 'platform.reminder', count: 1 },
    { kind: 'directory.substitution', count: 2 },
    { kind: 'contracts.papers', count: 2, comesBack: true },
  ])
  const [papers] = (await inHand(chief)).filter(({ kind }) => kind === 'contracts.papers')
  expect(papers?.lines).toEqual([
    { label: expect.stringMatching(/^U\/H\/2026\/0001 · Pierwsza$/), path: `/contracts/trade/${ids[0]}` },
    { label: expect.stringContaining('Druga'), path: `/contracts/trade/${ids[1]}` },
  ])
})

it('hands over what is named, leaves the rest on a list, and the rest can be handed over when the account is off', async () => {
  expect(await release({ 'platform.reminder': heir, 'directory.substitution': heir })).toEqual([{ kind: 'contracts.papers', count: 2 }])
  const { data } = await chief.query('contracts.trade.reminders.list', { documentId: ids[0] })
  expect((data as { reminders: { plan: { recipients: string[] } }[] }).reminders.map(({ plan }) => plan.recipients)).toEqual([[`u${heir}`, 'owner']])
  expect(await house.rows('select absent_id, substitute_id from platform_substitution where ended_at is null')).toEqual([[other, heir]])
  const todos = async () => ((await admin.query('platform.todo.list')).data as { kind: string }[]).length
  expect(await todos()).toBe(1)
  expect((await admin.mutate('admin.people.release', { id: leaver, heirs: { 'contracts.papers': leaver } })).failure?.params.issues).toEqual([
    { path: 'heirs.contracts.papers', code: 'not-a-choice' },
  ])
  expect(await release({ 'contracts.papers': heir })).toEqual([])
  expect([await holders(), await todos(), await inHand()]).toEqual([[[heir], [heir]], 0, []])
})

it('takes papers back, each with an entry in its history, and nothing else', async () => {
  await house.rows('update platform_user set is_active = 1 where id = ?', [leaver])
  await lend(ids[1] ?? 0)
  await house.rows('update directory_department set head_id = null')
  expect(await release({ 'contracts.papers': 'back' })).toEqual([])
  expect(await holders()).toEqual([[heir]])
  const { data } = await chief.query('contracts.trade.history', { id: ids[1] })
  expect((data as { changes: object }[])[0]?.changes).toEqual({ paperHolder: ['Test leaver', null] })
  expect((await admin.mutate('admin.people.release', { id: leaver, heirs: { 'contracts.papers': 'home' } })).failure?.code).toBe('invalid')
})
