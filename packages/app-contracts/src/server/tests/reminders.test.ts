import { randomUUID } from 'node:crypto'
import directory from '@crm/directory/server'
import { type ReminderPlan, type RemindersAnswer, rightsOf } from '@crm/platform'
import platform, { type Handler, perform } from '@crm/platform/server'
import register from '@crm/register/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { rights } from '../../rights.ts'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

const servers = [platform, storage, register, directory, contracts]
const { trade } = rights
/** Every right that an access table names. */
const governed = rightsOf(trade)
  .map((right) => right.id)
  .filter((right) => right !== trade.create.id && right !== trade.amounts.id)
const start = '2026-11-24T09:00:00Z'
const everyday = [
  'platform.notices.view',
  'platform.todo.view',
  'platform.reminders.view',
  trade.view.id,
  trade.reminders.view.id,
  trade.reminders.done.id,
  trade.reminders.snooze.id,
]

let house: House
let clerk: Browser
let chief: Browser
let ids: { clerk: number; chief: number; reader: number }

beforeAll(async () => {
  house = await openHouse(servers)
  house.setClock(start)
  ids = { clerk: await house.hire('clerk', 'all'), chief: await house.hire('chief', everyday), reader: await house.hire('reader', everyday) }
  ;[clerk, chief] = [await house.signIn('clerk'), await house.signIn('chief')]
  await clerk.mutate('directory.party.create', { values: { name: 'Łąka Meble S.A.' } })
  await house.rows('insert into directory_person (user_id, supervisor_id) values (?, ?)', [ids.clerk, ids.chief])
  await set({ 'contracts.reminders.isOn': false })
})
beforeEach(async () => {
  house.setClock(start)
  await house.rows('delete from platform_reminder')
  await house.rows('delete from platform_outbox')
  await house.rows('delete from platform_todo')
})
afterAll(() => house.close())

const handlerOf = (name: string): Handler => {
  const found = servers.flatMap((server) => ('handlers' in server ? (server.handlers as readonly Handler[]) : [])).find((one) => one.job.name === name)
  if (!found) throw new Error(`no handler of ${name}`)
  return found
}
const run = (name: string, data: unknown = {}, id: string = randomUUID()) => perform(house.system, handlerOf(name), { id, data })
/** What the worker does: the sweep, then whatever it put into the outbox, each once. */
async function sweep(at?: string): Promise<void> {
  if (at) house.setClock(at)
  await run('platform.send-reminders')
  for (const name of ['platform.send-reminder', 'platform.notify']) {
    for (const [id, payload] of await house.rows('select id, payload from platform_outbox where name = ?', [name]))
      await run(name, typeof payload === 'string' ? JSON.parse(payload) : payload, String(id))
    await house.rows('delete from platform_outbox where name = ?', [name])
  }
}
const set = (values: object) => clerk.mutate('platform.settings.save', { values })
const contract = async (given: object = {}): Promise<number> => {
  const { data, failure } = await clerk.mutate('contracts.trade.create', { values: { ...usualContract, owner: ids.clerk, noticeCount: 1, noticeUnit: 'months', ...given } })
  expect(failure).toBeNull()
  return (data as { id: number }).id
}
const once = (startsOn: string): ReminderPlan['target'] => ({ kind: 'calendar', startsOn, every: { unit: 'once' }, endsOn: null, count: null })
const plan = (given: Partial<ReminderPlan> = {}): ReminderPlan => ({
  about: 'Zapytać o ceny',
  target: once('2026-11-30'),
  leads: [0],
  leadUnit: 'days',
  offDays: 'keep',
  time: '09:00',
  recipients: ['owner'],
  escalateFrom: null,
  ...given,
})
const add = async (documentId: number, given: Partial<ReminderPlan> = {}): Promise<number> => {
  const { data, failure } = await clerk.mutate('contracts.trade.reminders.add', { documentId, plan: plan(given) })
  expect(failure).toBeNull()
  return (data as { id: number }).id
}
const listed = async (documentId: number, browser = clerk) => (await browser.query('contracts.trade.reminders.list', { documentId })).data as RemindersAnswer
const told = async (documentId: number) => (await listed(documentId)).sendings.map(({ targetOn, isLate, told: names }) => [targetOn, isLate, names])
const dues = async (documentId: number) =>
  (await listed(documentId)).reminders.flatMap(({ open }) => open.map(({ targetOn, dueAt, state }) => [targetOn, dueAt?.slice(0, 16) ?? null, state]))
const change = async (id: number, values: object) => {
  const version = ((await clerk.query('contracts.trade.get', { id })).data as { row: { version: number } }).row.version
  expect((await clerk.mutate('contracts.trade.update', { id, version, values })).failure).toBeNull()
}

describe('a reminder of a day', () => {
  it('is sent at its time: bell, letter, task, history; done closes the task for everybody', async () => {
    const id = await contract()
    await add(id, { recipients: ['owner', 'supervisor'] })
    await sweep('2026-11-30T07:59:00Z')
    expect(await told(id)).toEqual([])
    await sweep('2026-11-30T08:00:30Z')
    await sweep('2026-11-30T08:01:30Z')
    expect(await told(id)).toEqual([['2026-11-30', false, ['Test chief', 'Test clerk']]])
    const notices = (await chief.query('platform.notices.list')).data as { kind: string; path: string; params: object }[]
    expect(notices[0]).toMatchObject({ kind: 'platform.reminder', path: `/contracts/trade/${id}?tab=reminders`, params: { about: 'Zapytać o ceny', on: '2026-11-30' } })
    expect(await house.rows("select count(*) from platform_outbox where name = 'platform.mail'")).toEqual([[2]])
    expect((await chief.query('platform.todo.list')).data).toMatchObject([{ kind: 'platform.reminder', dueOn: '2026-11-30' }])
    const [open] = (await listed(id)).reminders[0]?.open ?? []
    expect((await chief.mutate('contracts.trade.reminders.done', { documentId: id, occurrenceId: open?.id })).failure).toBeNull()
    expect((await clerk.query('platform.todo.list')).data).toEqual([])
    const history = (await clerk.query('contracts.trade.history', { id })).data as { action: string; changes: Record<string, unknown> | null }[]
    expect(history.map(({ action }) => action).slice(0, 3)).toEqual(['contracts.trade.reminders.done', 'platform.send-reminder', 'contracts.trade.reminders.set'])
    expect(history[1]?.changes).toMatchObject({ reminder: [null, 'Zapytać o ceny'], told: [null, [{ label: 'Test clerk' }, { label: 'Test chief' }]] })
  })

  it('goes on from month to month, and keeps the 31st', async () => {
    const id = await contract()
    await add(id, { target: { kind: 'calendar', startsOn: '2026-12-31', every: { unit: 'month', step: 1, on: { kind: 'sameNumber' } }, endsOn: null, count: 4 } })
    for (const at of ['2026-12-31T08:01:00Z', '2027-01-31T08:01:00Z', '2027-02-28T08:01:00Z', '2027-03-31T07:01:00Z', '2027-04-30T07:01:00Z']) await sweep(at)
    expect((await told(id)).map(([on]) => on)).toEqual(['2027-03-31', '2027-02-28', '2027-01-31', '2026-12-31'])
  })

  it('that was missed is sent once and marked late; of days that passed meanwhile, the last', async () => {
    const id = await contract()
    await add(id)
    await add(id, { about: 'Codziennie', target: { kind: 'calendar', startsOn: '2026-11-30', every: { unit: 'day', step: 1 }, endsOn: null, count: null } })
    for (const at of ['2026-12-10T12:00:00Z', '2026-12-10T12:01:00Z', '2026-12-10T12:20:00Z']) await sweep(at)
    expect((await listed(id)).sendings.map(({ about, targetOn, isLate }) => [about, targetOn, isLate])).toEqual([
      ['Codziennie', '2026-12-10', true],
      ['Zapytać o ceny', '2026-11-30', true],
    ])
    expect(await dues(id)).toContainEqual(['2026-12-11', '2026-12-11T08:00', 'waiting'])
  })

  it('is sent once whatever happens to the worker: killed before the end, or told twice', async () => {
    const id = await contract()
    const reminderId = await add(id)
    house.setClock('2026-11-30T08:01:00Z')
    const handler = handlerOf('platform.send-reminder')
    const dying: Handler = {
      ...handler,
      run: async (ctx, data) => {
        await handler.run(ctx, data)
        throw new Error('killed')
      },
    }
    const job = { id: randomUUID(), data: { reminderId } }
    await expect(perform(house.system, dying, job)).rejects.toThrow('killed')
    expect(await told(id)).toEqual([])
    expect(await perform(house.system, handler, job)).toBe('done')
    expect(await perform(house.system, handler, job)).toBe('done before')
    expect(await perform(house.system, handler, { ...job, id: randomUUID() })).toBe('done')
    expect(await told(id)).toHaveLength(1)
    expect(await house.rows("select count(*) from platform_outbox where name = 'platform.notify'")).toEqual([[1]])
  })

  it('is put off by itself: the rule stays, and it comes again on the chosen day', async () => {
    const id = await contract()
    await add(id, { target: { kind: 'calendar', startsOn: '2026-11-30', every: { unit: 'week', step: 1 }, endsOn: null, count: null } })
    await sweep('2026-11-30T08:01:00Z')
    const occurrenceId = (await listed(id)).reminders[0]?.open[0]?.id
    const snooze = (until: string) => clerk.mutate('contracts.trade.reminders.snooze', { documentId: id, occurrenceId, until })
    expect((await snooze('2026-11-30')).failure).toMatchObject({ code: 'invalid', params: { issues: [{ path: 'until', code: 'not-later' }] } })
    expect((await snooze('2026-12-03')).failure).toBeNull()
    expect((await clerk.query('platform.todo.list')).data).toEqual([])
    expect(await dues(id)).toEqual([
      ['2026-11-30', '2026-12-03T08:00', 'snoozed'],
      ['2026-12-07', '2026-12-07T08:00', 'waiting'],
    ])
    await sweep('2026-12-03T08:01:00Z')
    await sweep('2026-12-07T08:01:00Z')
    expect((await told(id)).map(([on]) => on)).toEqual(['2026-12-07', '2026-11-30', '2026-11-30'])
  })
})

describe('a reminder before a day in a field', () => {
  const ladder: Partial<ReminderPlan> = { about: 'Wypowiedzieć?', target: { kind: 'field', field: 'noticeDeadlineOn' }, leads: [30, 14, 7] }

  it('climbs its ladder and tells the supervisor when nobody has dealt with it', async () => {
    const id = await contract({ endsOn: '2027-03-31' }) // notice by 28 February
    await add(id, { ...ladder, escalateFrom: 3 })
    expect(await dues(id)).toEqual([['2027-02-28', '2027-01-29T08:00', 'waiting']])
    for (const at of ['2027-01-29T08:01:00Z', '2027-02-14T08:01:00Z', '2027-02-21T08:01:00Z']) await sweep(at)
    expect(await told(id)).toEqual([
      ['2027-02-28', false, ['Test chief', 'Test clerk']],
      ['2027-02-28', false, ['Test clerk']],
      ['2027-02-28', false, ['Test clerk']],
    ])
    expect(((await chief.query('platform.notices.list')).data as { kind: string }[])[0]?.kind).toBe('platform.reminder-escalated')
  })

  it('moves when the day moves, by an edit or an annex; what was sent for the old day is nobody’s task', async () => {
    const id = await contract({ endsOn: '2027-03-31' })
    await add(id, ladder)
    await sweep('2027-01-29T08:01:00Z')
    expect((await clerk.query('platform.todo.list')).data).toHaveLength(1)
    await change(id, { endsOn: '2027-08-31' })
    expect(await dues(id)).toEqual([['2027-07-31', '2027-07-01T07:00', 'waiting']])
    expect((await clerk.query('platform.todo.list')).data).toEqual([])
    const annex = { documentId: id, number: '1', signedOn: '2027-01-20', startsOn: '2027-01-25', endsOn: null, changes: { endsOn: '2028-08-31' } }
    expect((await clerk.mutate('contracts.trade.annexes.add', annex)).failure).toBeNull()
    expect(await dues(id)).toEqual([['2028-07-31', '2028-07-01T07:00', 'waiting']])
  })

  it('follows a renewal that passed by itself', async () => {
    const id = await contract({ termKind: 'tacit', endsOn: '2027-01-31', renewalMonths: 12 })
    await add(id, ladder)
    expect(await dues(id)).toEqual([['2026-12-31', '2026-12-01T08:00', 'waiting']])
    house.setClock('2027-02-02T09:00:00Z')
    await run('contracts.roll-terms')
    expect(await dues(id)).toEqual([['2027-12-31', '2027-12-01T08:00', 'waiting']])
    await sweep()
    expect(await told(id)).toEqual([])
  })

  it('waits for a day that is not there yet, and warns at once of one that is near', async () => {
    const id = await contract({ noticeCount: null, noticeUnit: null, endsOn: '2026-12-31' })
    await add(id, ladder)
    expect(await dues(id)).toEqual([])
    await change(id, { noticeCount: 1, noticeUnit: 'months' }) // by 30 November, in six days
    await sweep('2026-11-24T09:01:00Z')
    expect(await told(id)).toEqual([['2026-11-30', false, ['Test clerk']]])
  })
})

describe('who hears', () => {
  const sent = async (id: number) => (await told(id))[0]?.[2]
  it('is who may see the document at that moment, and a substitute instead of who is absent', async () => {
    const id = await contract()
    await add(id, { recipients: [`u${ids.reader}`, `u${ids.chief}`, 'owner'] })
    const lines = [ids.clerk, ids.chief].flatMap((user) => governed.map((right) => ({ holder: `u${user}`, right, effect: '+' })))
    expect((await clerk.mutate('contracts.trade.access.save', { id, lines })).failure).toBeNull()
    await house.rows("insert into platform_substitution (absent_id, substitute_id, from_on, to_on, created_at) values (?,?,'2026-11-30','2026-11-30',utc_timestamp())", [
      ids.clerk,
      ids.chief,
    ])
    await sweep('2026-11-30T08:01:00Z')
    expect(await sent(id)).toEqual(['Test chief'])
    expect((await chief.query('platform.todo.list')).data).toMatchObject([{ insteadOf: null }, { insteadOf: 'Test clerk' }])
    await house.rows('delete from platform_substitution')
  })

  it('is the supervisor, when the owner has gone', async () => {
    const leaver = await house.hire('leaver', everyday)
    await house.rows('insert into directory_person (user_id, supervisor_id) values (?, ?)', [leaver, ids.chief])
    const id = await contract({ owner: leaver })
    await add(id)
    await house.rows('update platform_user set is_active = 0 where id = ?', [leaver])
    await sweep('2026-11-30T08:01:00Z')
    expect(await sent(id)).toEqual(['Test chief'])
  })
})

describe('a contract with a notice deadline', () => {
  const made = async (given: object) => ((await clerk.mutate('contracts.trade.create', { values: { ...usualContract, owner: ids.clerk, ...given } })).data as { id: number }).id
  const defaults = async (id: number) => (await listed(id)).reminders.map(({ isDefault, plan: { leads, escalateFrom } }) => [isDefault, leads, escalateFrom])

  it('gets the ladder of the settings, when it has a deadline, and once', async () => {
    await set({ 'contracts.reminders.isOn': true })
    const id = await made({})
    expect(await defaults(id)).toEqual([])
    await change(id, { noticeCount: 1, noticeUnit: 'months' })
    expect(await defaults(id)).toEqual([[true, [30, 14, 7], 3]])
    const [reminder] = (await listed(id)).reminders
    await clerk.mutate('contracts.trade.reminders.remove', { documentId: id, id: reminder?.id, version: 1 })
    await change(id, { noticeCount: 2 })
    expect(await defaults(id)).toEqual([])
  })

  it('gets what the admin has set, or nothing', async () => {
    expect((await set({ 'contracts.reminders.ladder': ['10', '60'], 'contracts.reminders.escalateFrom': 0 })).failure).toBeNull()
    expect(await defaults(await made({ noticeCount: 1, noticeUnit: 'months' }))).toEqual([[true, [60, 10], null]])
    await set({ 'contracts.reminders.isOn': false })
    expect(await defaults(await made({ noticeCount: 1, noticeUnit: 'months' }))).toEqual([])
  })
})

it('of a document in the archive or the trash rests, and wakes when it is back', async () => {
  const id = await contract()
  await add(id)
  await clerk.mutate('contracts.trade.archive', { id, version: 1 })
  await sweep('2026-11-30T08:01:00Z')
  expect(await told(id)).toEqual([])
  house.setClock('2026-11-29T09:00:00Z')
  await clerk.mutate('contracts.trade.restore', { id, version: 2 })
  await sweep('2026-11-30T08:01:00Z')
  expect(await told(id)).toHaveLength(1)
})

it('is changed at the version seen, removed with its task, and goes with the document', async () => {
  const id = await contract()
  const reminderId = await add(id)
  const edit = (version: number, about: string) =>
    clerk.mutate('contracts.trade.reminders.edit', { documentId: id, id: reminderId, version, plan: plan({ about, target: once('2026-12-02') }) })
  expect((await edit(1, 'Nowe')).failure).toBeNull()
  expect((await edit(1, 'Spóźnione')).failure).toMatchObject({ code: 'stale', params: { version: 2 } })
  expect(await dues(id)).toEqual([['2026-12-02', '2026-12-02T08:00', 'waiting']])
  await sweep('2026-12-02T08:01:00Z')
  expect((await clerk.mutate('contracts.trade.reminders.remove', { documentId: id, id: reminderId, version: 2 })).failure).toBeNull()
  expect((await clerk.query('platform.todo.list')).data).toEqual([])
  expect((await listed(id)).reminders).toEqual([])
  await add(id, { target: once('2027-01-01') })
  await clerk.mutate('contracts.trade.remove', { id, version: 1 })
  expect((await clerk.mutate('contracts.trade.destroy', { id, version: 2, reason: 'Założona omyłkowo' })).failure).toBeNull()
  expect(await house.rows('select count(*) from platform_reminder where record_id = ?', [id])).toEqual([[0]])
})

it.each<[string, Partial<ReminderPlan>, string, string]>([
  ['a day that has passed', { target: once('2026-11-01') }, 'target.startsOn', 'no-days'],
  ['a field that holds no day', { target: { kind: 'field', field: 'subject' } }, 'target.field', 'not-a-choice'],
  ['a person who is not there', { recipients: ['u999999'] }, 'recipients.0', 'not-a-choice'],
])('refuses %s at its place', async (_name, given, path, code) => {
  const id = await contract()
  expect((await clerk.mutate('contracts.trade.reminders.add', { documentId: id, plan: plan(given) })).failure).toMatchObject({
    code: 'invalid',
    params: { issues: [{ path, code }] },
  })
})

it('lists one’s own: sent ones and coming ones, and none of a document that one may not see', async () => {
  const [id, other] = [await contract(), await contract({ subject: 'Inna' })]
  await add(id, { recipients: [`u${ids.reader}`] })
  await add(other, { recipients: [`u${ids.chief}`] })
  const reader = await house.signIn('reader')
  const mine = async () =>
    ((await reader.query('platform.reminders.mine')).data as { documentId: number; state: string; can: string[] }[]).map((one) => [one.documentId, one.state, one.can])
  expect(await mine()).toEqual([[id, 'waiting', ['done', 'snooze']]])
  await sweep('2026-11-30T08:01:00Z')
  expect(await mine()).toEqual([[id, 'sent', ['done', 'snooze']]])
  await clerk.mutate('contracts.trade.access.save', {
    id,
    lines: governed.map((right) => ({ holder: `u${ids.clerk}`, right, effect: '+' })),
  })
  expect(await mine()).toEqual([])
  expect((await reader.query('platform.todo.list')).data).toEqual([])
})
