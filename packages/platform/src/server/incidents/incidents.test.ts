import { type Browser, type House, openHouse, testPassword } from '@crm/testing/server'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { IncidentLine, IncidentPage } from '../../index.ts'
import { perform } from '../jobs/jobs.ts'
import { platformServer } from '../platform-server.ts'

let house: House
let chief: Browser
let clerk: Browser
let chiefId = 0

beforeAll(async () => {
  house = await openHouse([platformServer])
  await house.rows("insert into platform_setting (name, value, changed_at) values ('platform.signIn.captchaAfter', '10', utc_timestamp(3))")
  chiefId = await house.hire('chief', 'all')
  await house.hire('clerk', ['platform.notices.view'])
  await house.hire('anna', [])
  ;[chief, clerk] = await Promise.all([house.signIn('chief'), house.signIn('clerk')])
})
beforeEach(async () => {
  for (const table of ['platform_outbox', 'platform_security_event', 'platform_incident', 'platform_throttle']) await house.rows(`delete from ${table}`)
})
afterAll(() => house.close())

/** What the worker would do: twice, because a job may come twice. */
async function gather(): Promise<void> {
  const handler = platformServer.handlers.find(({ job }) => job.name === 'platform.gather-incident')
  if (!handler) throw new Error('nobody gathers')
  const letters = await house.rows("select id, payload from platform_outbox where name = 'platform.gather-incident' order by seq")
  await house.rows("delete from platform_outbox where name = 'platform.gather-incident'")
  for (const [id, payload] of [...letters, ...letters]) await perform(house.system, handler, { id: String(id), data: typeof payload === 'string' ? JSON.parse(payload) : payload })
}
const guess = async (login: string, ip: string) => house.anonymous({ ip }).mutate('platform.session.signIn', { login, password: 'a wrong one' })
const list = async (question: object = {}) => (await chief.query('platform.incidents.list', question)).data as IncidentLine[]
const told = () =>
  house.rows("select json_value(payload, '$.userId'), json_value(payload, '$.kind') from platform_outbox where name = 'platform.notify' and payload like '%incident%'")

it('is one for an attack of many events, with a counter, its evidence and one message to those who look after it', async () => {
  await house.anonymous({ ip: '192.0.2.60' }).mutate('platform.session.signIn', { login: 'anna', password: testPassword })
  for (let number = 0; number < 9; number += 1) await guess(`login ${number}`, '192.0.2.60')
  await gather()
  const found = await list()
  expect(found).toEqual([
    expect.objectContaining({ code: expect.stringMatching(/^INC\/\d{4}\/\d{4}$/), rule: 'spraying', severity: 'critical', address: '192.0.2.60', state: 'open' }),
  ])
  const [incident] = found
  const page = (await chief.query('platform.incidents.get', { id: incident?.id ?? 0 })).data as IncidentPage
  expect(page.count).toBe(page.evidence.length)
  expect(page.evidence.map((event) => event.rule)).toEqual(['forced-change', 'spraying'])
  expect(page.blockedUntil).not.toBeNull()
  expect(await told()).toEqual([[String(chiefId), 'platform.incident-opened']])
})

it('is another one for another attack, and told again only when it gets graver', async () => {
  for (let number = 0; number < 11; number += 1) await guess('anna', '192.0.2.70')
  await gather()
  expect((await list()).map(({ rule, severity }) => [rule, severity])).toEqual([['account-locked', 'warn']])
  expect((await told()).map(([, kind]) => kind)).toEqual(['platform.incident-seen'])
  await house.rows('delete from platform_throttle')
  for (let number = 0; number < 9; number += 1) await guess(`login ${number}`, '192.0.2.70')
  for (let number = 0; number < 9; number += 1) await guess(`login ${number}`, '198.51.100.9')
  await gather()
  expect((await list()).map(({ rule, address }) => [rule, address])).toEqual([
    ['spraying', '198.51.100.9'],
    ['spraying', '192.0.2.70'],
  ])
  expect((await told()).map(([, kind]) => kind)).toEqual(['platform.incident-seen', 'platform.incident-opened', 'platform.incident-opened'])
})

it('is acknowledged, or a false alarm with its reason; further signs are added in silence', async () => {
  for (let number = 0; number < 9; number += 1) await guess(`login ${number}`, '192.0.2.80')
  await gather()
  const id = (await list())[0]?.id ?? 0
  const decide = (state: string, note: string, by = chief) => by.mutate('platform.incidents.decide', { id, state, note })
  expect((await decide('false-alarm', ' ')).failure).toEqual({ code: 'invalid', params: { issues: [{ path: 'note', code: 'required' }] } })
  expect((await decide('false-alarm', 'an audit that was agreed', clerk)).failure?.code).toBe('denied')
  expect((await decide('false-alarm', 'an audit that was agreed')).failure).toBeNull()
  expect(await list({ state: 'open' })).toEqual([])
  expect(await list({ state: 'false-alarm' })).toEqual([expect.objectContaining({ id, handledBy: 'Test chief', note: 'an audit that was agreed' })])
  expect(
    await house.rows("select note, changes from platform_journal where document = ? and action = 'platform.incidents.decide' and outcome = 'done'", [`platform.incident:${id}`]),
  ).toEqual([['an audit that was agreed', expect.anything()]])
  await house.rows('delete from platform_outbox')
  await guess('anna', '192.0.2.80')
  await gather()
  expect((await list()).map((one) => one.state)).toEqual(['false-alarm'])
  expect(await told()).toEqual([])
})

it('is none for a mistyped password, and nothing to those without the right', async () => {
  await guess('anna', '192.0.2.90')
  await house.anonymous({ ip: '192.0.2.90' }).mutate('platform.session.signIn', { login: 'anna', password: testPassword })
  await gather()
  expect(await list()).toEqual([])
  expect((await clerk.query('platform.incidents.list', {})).failure?.code).toBe('denied')
  expect((await chief.query('platform.incidents.get', { id: 999_999 })).failure?.code).toBe('missing')
})
