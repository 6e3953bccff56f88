import directory from '@crm/directory/server'
import platform from '@crm/platform/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rights } from '../../rights.ts'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

const { trade } = rights
let house: House
let chief: Browser
let ola: Browser
let ids: { chief: number; ola: number }
let contract = 0

const weekly = { kind: 'calendar', startsOn: '2026-11-30', every: { unit: 'week', step: 1 }, endsOn: null, count: 3 }
const lines = () => [trade.view.id, trade.edit.id, trade.access.id].map((right) => ({ holder: `u${ids.chief}`, right, effect: '+' }))

beforeAll(async () => {
  house = await openHouse([platform, storage, directory, contracts])
  house.setClock('2026-11-24T09:00:00Z')
  ids = { chief: await house.hire('chief', 'all'), ola: await house.hire('ola', [trade.view.id, 'platform.calendar.use']) }
  ;[chief, ola] = [await house.signIn('chief'), await house.signIn('ola')]
  await chief.mutate('directory.party.create', { values: { name: 'Łąka Meble S.A.' } })
  await chief.mutate('platform.settings.save', { values: { 'contracts.reminders.isOn': false } })
  const values = { ...usualContract, subject: 'Tajny przedmiot', owner: ids.chief, endsOn: '2027-03-31', noticeCount: 1, noticeUnit: 'months' }
  contract = ((await chief.mutate('contracts.trade.create', { values })).data as { id: number }).id
  const plan = { about: 'Zapytać, czy; już', target: weekly, leads: [0], leadUnit: 'days', offDays: 'keep', time: '09:00', recipients: [`u${ids.ola}`], escalateFrom: null }
  expect((await chief.mutate('contracts.trade.reminders.add', { documentId: contract, plan })).failure).toBeNull()
})
afterAll(() => house.close())

const fetched = async (path: string) => {
  const { statusCode, body, headers } = await house.http.inject({ url: path })
  return { statusCode, body: body.replaceAll('\r\n ', ''), type: headers['content-type'] }
}
const made = async () => ((await ola.mutate('platform.calendar.renew')).data as { path: string }).path
const days = (body: string) => [...body.matchAll(/DTSTART;VALUE=DATE:(\d{8})\r\nDTEND;VALUE=DATE:\d{8}\r\nSUMMARY:(.*)\r\n/g)].map(([, day, summary]) => [day, summary])

it('holds one’s reminders and the days to decide that one may see at that moment', async () => {
  const path = await made()
  const { body, type, statusCode } = await fetched(path)
  expect([statusCode, type]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(days(body)).toEqual([
    ['20261130', 'Zapytać\\, czy\\; już (U/H/2026/0001)'],
    ['20261207', 'Zapytać\\, czy\\; już (U/H/2026/0001)'],
    ['20261214', 'Zapytać\\, czy\\; już (U/H/2026/0001)'],
    ['20270219', 'Ostatni bezpieczny dzień na decyzję: U/H/2026/0001'],
  ])
  // A calendar program is read by others: what the contract is about is not theirs to know.
  expect(body).not.toContain('Tajny przedmiot')
  expect((await fetched(path)).body.match(/UID:.*/g)).toEqual(body.match(/UID:.*/g))
  expect((await chief.mutate('contracts.trade.access.save', { id: contract, lines: lines() })).failure).toBeNull()
  expect(days((await fetched(path)).body)).toEqual([])
  await chief.mutate('contracts.trade.access.save', { id: contract, lines: null })
  expect(days((await fetched(path)).body)).toHaveLength(4)
})

it('keeps no address that a copy of the database would give away, and shows it once', async () => {
  const path = await made()
  const key = path.split('key=')[1] ?? ''
  expect(JSON.stringify(await house.rows('select * from platform_calendar_feed'))).not.toContain(key)
  expect(JSON.stringify((await ola.query('platform.calendar.get')).data)).not.toContain(key)
  expect(JSON.stringify(await house.rows("select * from platform_journal where action = 'platform.calendar.use'"))).not.toContain(key)
})

it('opens nothing by an address that was changed, revoked, made up, of a blocked account, or without the right; it is journalled', async () => {
  const first = await made()
  const second = await made()
  expect([(await fetched(first)).statusCode, (await fetched(second)).statusCode]).toEqual([403, 200])
  await house.rows('delete from platform_user_right where user_id = ? and right_id = ?', [ids.ola, 'platform.calendar.use'])
  expect((await fetched(second)).statusCode).toBe(403)
  expect(await house.rows('select action, outcome, affected_user_id from platform_journal order by id desc limit 1')).toEqual([['platform.calendar.use', 'denied', ids.ola]])
  await house.rows("insert into platform_user_right values (?, 'platform.calendar.use', 'test', utc_timestamp())", [ids.ola])
  await house.rows('update platform_user set is_active = 0 where id = ?', [ids.ola])
  expect((await fetched(second)).statusCode).toBe(403)
  await house.rows('update platform_user set is_active = 1 where id = ?', [ids.ola])
  expect((await fetched(second)).statusCode).toBe(200)
  await ola.mutate('platform.calendar.revoke')
  for (const path of [second, '/calendar/feed.ics', '/calendar/feed.ics?key=', '/calendar/feed.ics?key=a&key=b']) expect((await fetched(path)).statusCode).toBe(403)
})
