import { type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { platformServer } from '../platform-server.ts'

let house: House

beforeAll(async () => {
  house = await openHouse([platformServer], { isWatched: true })
  await house.hire('boss', 'all')
})
afterAll(() => house.close())

const events = (rule: string) =>
  house.rows('select u.login, e.severity, e.count, e.action from platform_security_event e join platform_user u on u.id = e.user_id where rule = ? and action <> ? order by e.id', [
    rule,
    'refused',
  ])

it('leaves a session to read for a quarter of an hour after ten denied actions in a minute, and says for how long', async () => {
  await house.hire('ciekawska', ['platform.notices.view', 'platform.preferences.edit'])
  const browser = await house.signIn('ciekawska')
  const save = () => browser.mutate('platform.preferences.set', { key: 'one', value: 1 })
  for (let number = 0; number < 9; number += 1) expect((await browser.mutate('platform.groups.save', { id: null, name: 'x' })).failure?.code).toBe('denied')
  expect((await save()).failure?.code).not.toBe('paused')
  expect((await browser.mutate('platform.groups.save', { id: null, name: 'x' })).failure?.code).toBe('denied')
  expect((await save()).failure).toEqual({ code: 'paused', params: { minutes: 15 } })
  expect((await browser.query('platform.notices.list')).failure).toBeNull()
  expect(await events('denied-burst')).toEqual([['ciekawska', 'warn', 10, 'session-paused']])
  await house.rows('update platform_session set paused_until = utc_timestamp(3) - interval 1 second')
  expect((await save()).failure?.code).not.toBe('paused')
  // Another session of the person was never in it.
  expect((await (await house.signIn('ciekawska')).query('platform.notices.list')).failure).toBeNull()
})

it('slows down who walks through numbers that are not there, then ends the session and flags the account', async () => {
  const boss = await house.signIn('boss')
  await boss.mutate('platform.settings.save', { values: { 'platform.watch.missingSlow': 3, 'platform.watch.missingEnd': 5 } })
  const walk = async (id: number) => {
    const start = performance.now()
    const { failure } = await boss.mutate('platform.groups.save', { id, name: 'x' })
    return [failure?.code, performance.now() - start >= 990]
  }
  const answers = []
  for (let id = 1_000; id < 1_006; id += 1) answers.push(await walk(id))
  expect(answers).toEqual([
    ['missing', false],
    ['missing', false],
    ['missing', true],
    ['missing', true],
    ['missing', false],
    ['signed-out', false],
  ])
  expect(await events('missing-burst')).toEqual([['boss', 'critical', 5, 'session-ended']])
})
