import { randomUUID } from 'node:crypto'
import { type Browser, type House, openHouse, testPassword } from '@crm/testing/server'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { isUnreachable } from '../database/database.ts'
import { readEnv } from '../env.ts'
import { failureOf } from './failure-shape.ts'
import { platformServer } from '../platform-server.ts'

let house: House
let anna: Browser

beforeAll(async () => {
  house = await openHouse([platformServer])
  await house.hire('anna', 'all')
  anna = await house.signIn('anna')
})
afterAll(() => house.close())
afterEach(() => house.setClock(null))

const post = (path: string, payload: string, headers: Record<string, string> = {}) =>
  house.http.inject({ method: 'POST', url: path, payload, headers: { 'content-type': 'application/json', cookie: anna.cookie(), ...headers } })

describe('signing in', () => {
  it('answers an unknown login, a wrong password and an inactive account alike', async () => {
    await house.hire('gone', 'all')
    await house.rows("update platform_user set is_active = 0 where login = 'gone'")
    const answers = await Promise.all(
      [
        ['anna', 'a wrong one'],
        ['nobody', testPassword],
        ['gone', testPassword],
      ].map(([login, password]) => house.anonymous().mutate('platform.session.signIn', { login, password })),
    )
    for (const answer of answers) expect(answer).toEqual({ status: 401, data: null, failure: { code: 'wrong-sign-in', params: {} } })
  })

  it('does the work of a password for a login that nobody has', async () => {
    const took = async (login: string) => {
      const times: number[] = []
      for (let round = 0; round < 9; round += 1) {
        const start = performance.now()
        await house.anonymous().mutate('platform.session.signIn', { login, password: 'a wrong one' })
        times.push(performance.now() - start)
      }
      return times.sort((left, right) => left - right)[4] ?? 0
    }
    await house.hire('slow', [])
    const [known, unknown] = [await took('slow'), await took('nobody at all')]
    // Far from a measurement of speed: without the dummy hash, one of them would take no time at all.
    expect(unknown).toBeGreaterThan(known / 3)
  })

  it('writes neither what was typed nor the password into the journal', async () => {
    await house.anonymous().mutate('platform.session.signIn', { login: 'my-password-by-mistake', password: 'secret-of-mine' })
    const rows = await house.rows("select json_array(action, rights, document, changes, note) from platform_journal where action = 'platform.sign-in'")
    expect(JSON.stringify(rows)).not.toMatch(/my-password-by-mistake|secret-of-mine/)
  })

  it('keeps only a hash of the session, ends it at once when signed out', async () => {
    const browser = await house.signIn('anna')
    const token = /crm=(\w+)/.exec(browser.cookie())?.[1] ?? ''
    expect(token).toMatch(/^\w{30,}$/)
    expect(JSON.stringify(await house.rows('select * from platform_session'))).not.toContain(token)
    await browser.mutate('platform.session.signOut')
    const again = await house.http.inject({ url: '/trpc/platform.notices.list', headers: { cookie: `crm=${token}` } })
    expect(again.statusCode).toBe(401)
  })

  it.each(['crm=', 'crm=broken', `crm=${'x'.repeat(4_000)}`, 'crm=../../etc', `crm=${randomUUID()}`])('takes the cookie %s for nobody', async (cookie) => {
    const answer = await house.http.inject({ url: '/trpc/platform.notices.list', headers: { cookie } })
    expect(answer.statusCode).toBe(401)
  })
})

describe('a request that is none of ours', () => {
  it('is refused from another origin', async () => {
    const answer = await post('/trpc/platform.preferences.set', '{"key":"a","value":1}', { origin: 'https://evil.example', host: 'localhost' })
    expect([answer.statusCode, answer.json().error.data.failure.code]).toEqual([403, 'foreign-origin'])
  })

  it.each([
    ['/trpc/platform.nothing', 'unknown-procedure', 404],
    ['/trpc/__proto__', 'unknown-procedure', 404],
  ])('%s is unknown', async (path, code, status) => {
    const answer = await post(path, '{}')
    expect([answer.statusCode, answer.json().error.data.failure.code]).toEqual([status, code])
  })

  it.each([
    '{"key":"a","value":{"__proto__":{"isAdmin":true}}}',
    '{"key":"a","value":{"\\u005f_proto__":{"isAdmin":true}}}',
    '{"key":',
    '[1,2',
    '{"key":"a","value":1,"more":true}',
    '{"key":"../a","value":1}',
    '"text"',
    'null',
  ])('%s is invalid', async (body) => {
    const answer = await post('/trpc/platform.preferences.set', body)
    expect([answer.statusCode, answer.json().error.data.failure.code]).toEqual([400, 'invalid'])
  })

  it.each([20, 100_000])('of one level and %i more in it is invalid', async (levels) => {
    const answer = await post('/trpc/platform.preferences.set', `{"key":"a","value":${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}}`)
    expect([answer.statusCode, answer.json().error.data.failure.code]).toEqual([400, 'invalid'])
  })

  it('of twenty levels is taken, and brackets inside of a text are none', async () => {
    const value = `[${'['.repeat(18)}${JSON.stringify('[{"\\['.repeat(50))}${']'.repeat(18)}]`
    const answer = await post('/trpc/platform.preferences.set', `{"key":"deep","value":${value}}`)
    expect([answer.statusCode, answer.json().error]).toEqual([200, undefined])
  })

  it.each(['{"__proto__":{"limit":1}}', '{"constructor":{"prototype":{}}}', `${'['.repeat(21)}${']'.repeat(21)}`])('%s in an address is invalid', async (input) => {
    const answer = await house.http.inject({ url: '/trpc/platform.notices.list', query: { input }, headers: { cookie: anna.cookie() } })
    expect([answer.statusCode, answer.json().error.data.failure.code]).toEqual([400, 'invalid'])
  })

  it('with a hundred calls does none of them', async () => {
    const before = await house.rows('select count(*) from platform_preference')
    const calls = Array.from({ length: 100 }, () => 'platform.preferences.set').join(',')
    const body = JSON.stringify(Object.fromEntries(Array.from({ length: 100 }, (_, at) => [at, { key: `k${at}`, value: 1 }])))
    const answer = await post(`/trpc/${calls}?batch=1`, body)
    expect(answer.statusCode).toBe(414)
    expect((await post('/trpc/platform.preferences.set,platform.preferences.set?batch=1', body)).statusCode).toBe(404)
    expect(await house.rows('select count(*) from platform_preference')).toEqual(before)
  })

  it('of ten megabytes is too large', async () => {
    const answer = await post('/trpc/platform.preferences.set', JSON.stringify({ key: 'a', value: 'x'.repeat(10_000_000) }))
    expect([answer.statusCode, answer.json().error.data.failure.code]).toEqual([413, 'too-large'])
  })

  it('that is no JSON is the wrong type', async () => {
    const answer = await post('/trpc/platform.preferences.set', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' })
    expect([answer.statusCode, answer.json().error.data.failure.code]).toEqual([415, 'wrong-type'])
  })
})

it('answers data that no browser takes for a page, keeps or shows elsewhere', async () => {
  const { headers } = await house.http.inject('/trpc/platform.session.me')
  expect(headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
  })
})

describe('the journal', () => {
  it('cannot be changed or emptied by the application', async () => {
    for (const sql of [
      "update platform_journal set note = 'x'",
      'delete from platform_journal',
      'truncate platform_journal',
      'drop table platform_journal',
      'alter table platform_journal add x int',
    ]) {
      await expect(house.rows(sql)).rejects.toMatchObject({ errno: expect.toSatisfy((errno: number) => [1142, 1227].includes(errno)) })
    }
  })

  it('has the entry of a change in its transaction: both or none', async () => {
    const before = await house.rows('select count(*) from platform_preference')
    const { failure } = await anna.mutate('platform.preferences.set', { key: 'x'.repeat(200), value: 1 })
    expect(failure?.code).toBe('invalid')
    expect(await house.rows('select count(*) from platform_preference')).toEqual(before)
    await anna.mutate('platform.preferences.set', { key: 'one', value: { two: 3 } })
    expect((await house.rows("select action, outcome, note from platform_journal where action = 'platform.preferences.edit' order by id desc limit 1"))[0]).toEqual([
      'platform.preferences.edit',
      'done',
      'one',
    ])
    expect((await anna.query('platform.preferences.get', { key: 'one' })).data).toEqual({ two: 3 })
  })
})

describe('a session', () => {
  it('ends by itself: absolutely after twelve hours, and sooner when nobody uses it', async () => {
    const browser = await house.signIn('anna')
    await house.rows('update platform_session set ends_at = utc_timestamp() - interval 1 second where user_id = (select id from platform_user where login = ?)', ['anna'])
    expect((await browser.query('platform.notices.list')).failure?.code).toBe('signed-out')
    anna = await house.signIn('anna')
  })
})

it('names every variable that is missing, and no value', () => {
  expect(() => readEnv({ MYSQL_URL: 'mysql://secret', PORT: 'abc' })).toThrow(/JOBS_URL.*CRM_DATA.*PORT/)
  expect(() => readEnv({ MYSQL_URL: 'mysql://secret', PORT: 'abc' })).not.toThrow(/secret/)
})

it.each([
  [{ code: 'ECONNREFUSED' }, true],
  [{ name: 'SequelizeConnectionRefusedError' }, true],
  [{ errno: 1053 }, true],
  [{ errno: 1062 }, false],
])('tells a database that is away from one that refuses: %j', (facts, away) => expect(isUnreachable(Object.assign(new Error('x'), facts))).toBe(away))

it('says that the system is busy when a question takes the database too long', async () => {
  const slow = 'select count(*) from information_schema.columns a, information_schema.columns b, information_schema.columns c'
  const error = await house.system.database.read.query(`set statement max_statement_time=0.02 for ${slow}`).catch((refused: unknown) => refused)
  expect(failureOf(error, 'a request')).toEqual({ code: 'busy', params: {} })
})
