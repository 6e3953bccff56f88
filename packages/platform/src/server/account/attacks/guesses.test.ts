import { type House, openHouse, testPassword } from '@crm/testing/server'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openHttp } from '../../http/http.ts'
import { platformServer } from '../../platform-server.ts'
import { openSystem } from '../../system.ts'
import { unblock } from './unblock.ts'

let house: House

beforeAll(async () => {
  house = await openHouse([platformServer], { env: { RECAPTCHA_SECRET: 'x' } })
  await house.rows("insert into platform_setting (name, value, changed_at) values ('platform.signIn.captchaAfter', '10', utc_timestamp(3))")
  for (const login of ['anna', 'tomek', 'ewa', 'jan', 'zofia']) await house.hire(login, 'all')
})
afterEach(async () => {
  house.setClock(null)
  await unblock(house.system, 'all')
  await house.rows('delete from platform_security_event')
})
afterAll(() => house.close())

const from = (ip: string) => house.anonymous({ ip })
const guess = async (login: string, ip: string, password = 'a wrong one') => (await from(ip).mutate('platform.session.signIn', { login, password })).failure?.code ?? 'in'
const address = (number: number) => `198.51.${Math.floor(number / 200)}.${(number % 200) + 1}`
const minutesLater = (minutes: number) => house.setClock(new Date(Date.now() + minutes * 60_000).toISOString())
const tally = (answers: readonly string[]) => Object.fromEntries([...Map.groupBy(answers, (answer) => answer)].map(([answer, all]) => [answer, all.length]))
const eventsOf = async (rule: string) => Number((await house.rows('select count(*) from platform_security_event where rule = ?', [rule]))[0]?.[0])

describe('passwords of one account', () => {
  it('are checked ten times in a quarter of an hour, from sixty addresses at once too', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, (_, number) => guess('anna', address(number))))
    expect(tally(answers)).toEqual({ 'wrong-sign-in': 10, 'too-many-attempts': 50 })
    expect(await eventsOf('account-many-places')).toBe(1)
  })

  it('are counted by processes together', async () => {
    const other = openSystem(house.system.env, { apps: [platformServer], process: 'test' })
    const http = await openHttp(other)
    const there = (number: number) =>
      http
        .inject({ method: 'POST', url: '/trpc/platform.session.signIn', remoteAddress: address(number), payload: { login: 'anna', password: 'a wrong one' } })
        .then((answer) => (answer.json() as { error: { data: { failure: { code: string } } } }).error.data.failure.code)
    const answers = await Promise.all(Array.from({ length: 40 }, (_, number) => (number % 2 === 0 ? there(number) : guess('anna', address(number)))))
    expect(tally(answers)).toEqual({ 'wrong-sign-in': 10, 'too-many-attempts': 30 })
    await http.close()
    await other.close()
  })

  it('refuse a login that nobody has in the same way, by login and by address of mail', async () => {
    const answersFor = async (login: string) => {
      const answers: string[] = []
      for (let number = 0; number < 12; number += 1) answers.push(await guess(login, address(300 + number)))
      return answers
    }
    const unknown = await answersFor('nobody')
    expect(unknown).toEqual([...Array.from({ length: 10 }, () => 'wrong-sign-in'), 'too-many-attempts', 'too-many-attempts'])
    expect(await answersFor('anna')).toEqual(unknown)
  })

  it('refuse the right one while locked, say for how long, and end the lock by themselves', async () => {
    for (let number = 0; number < 11; number += 1) await guess('anna', address(number))
    const answer = await from('192.0.2.1').mutate('platform.session.signIn', { login: 'anna', password: testPassword })
    expect(answer).toMatchObject({ status: 429, failure: { code: 'too-many-attempts', params: { minutes: 15 } } })
    minutesLater(16)
    expect(await guess('anna', '192.0.2.1', testPassword)).toBe('in')
  })

  it('let the owner in from a browser of theirs during an attack, and not whoever forges its cookie', async () => {
    const owner = await house.signIn('anna')
    await owner.mutate('platform.session.signOut')
    await Promise.all(Array.from({ length: 40 }, (_, number) => guess('anna', address(number))))
    expect(await guess('anna', '192.0.2.1', testPassword)).toBe('too-many-attempts')
    expect((await owner.mutate('platform.session.signIn', { login: 'anna', password: testPassword })).failure).toBeNull()
    const forged = owner.cookie().replace(/(crm-device=\w+\.)\d+/, '$12')
    expect((await house.anonymous({ cookie: forged, ip: '192.0.2.2' }).mutate('platform.session.signIn', { login: 'anna', password: testPassword })).failure?.code).toBe(
      'too-many-attempts',
    )
    // The known browser has ten attempts of its own, not endless ones.
    const codes: (string | undefined)[] = []
    for (let number = 0; number < 12; number += 1) codes.push((await owner.mutate('platform.session.signIn', { login: 'anna', password: 'a wrong one' })).failure?.code)
    expect(codes.filter((code) => code === 'wrong-sign-in').length).toBe(10)
  })

  it('are given back when right: twenty-five sign-ins in a row lock nobody', async () => {
    for (let number = 0; number < 25; number += 1) expect(await guess('tomek', '192.0.2.1', testPassword)).toBe('in')
  })

  it('lock twice as long when it happens again', async () => {
    const attack = async () => {
      for (let number = 0; number < 11; number += 1) await guess('ewa', '192.0.2.9')
      const { failure } = await from('192.0.2.9').mutate('platform.session.signIn', { login: 'ewa', password: testPassword })
      return failure?.params.minutes
    }
    expect(await attack()).toBe(15)
    minutesLater(16)
    expect(await attack()).toBe(30)
    minutesLater(16 + 31)
    expect(await attack()).toBe(60)
  })
})

describe('an address', () => {
  it('gets twenty checks in a quarter of an hour, whatever the logins', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, (_, number) => guess(`somebody ${number}`, '192.0.2.50')))
    expect(answers.filter((answer) => answer === 'wrong-sign-in').length).toBeLessThanOrEqual(20)
  })

  it('counts a whole /64 of IPv6 as one', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, (_, number) => guess(`somebody ${number}`, `2001:db8:1:1::${number + 1}`)))
    expect(answers.filter((answer) => answer === 'wrong-sign-in').length).toBeLessThanOrEqual(20)
  })

  it('that tries eight accounts is locked for an hour, and it is called spraying', async () => {
    for (let number = 0; number < 9; number += 1) await guess(`account ${number}`, '192.0.2.60')
    expect(await guess('anna', '192.0.2.60', testPassword)).toBe('too-many-attempts')
    expect(await eventsOf('spraying')).toBe(1)
    minutesLater(30)
    expect(await guess('anna', '192.0.2.60', testPassword)).toBe('too-many-attempts')
    minutesLater(61)
    expect(await guess('anna', '192.0.2.60', testPassword)).toBe('in')
  })

  it('of an office has ten times as much', async () => {
    await house.rows("replace into platform_setting (name, value, changed_at) values ('platform.signIn.officeNetworks', '[\"192.0.2.0/24\"]', utc_timestamp(3))")
    house.system.settings.forget()
    const answers = await Promise.all(Array.from({ length: 40 }, (_, number) => guess(`somebody ${number % 30}`, '192.0.2.70')))
    expect(answers.filter((answer) => answer === 'wrong-sign-in').length).toBe(40)
    await house.rows("delete from platform_setting where name = 'platform.signIn.officeNetworks'")
    house.system.settings.forget()
  })
})

it('lifts the locks of a person, of an address, of all', async () => {
  for (let number = 0; number < 11; number += 1) await guess('jan', '192.0.2.80')
  expect(await guess('jan', '192.0.2.80', testPassword)).toBe('too-many-attempts')
  expect(await unblock(house.system, { user: 'jan' })).toBeGreaterThan(0)
  expect(await guess('jan', '192.0.2.80', testPassword)).toBe('in')
  expect(await unblock(house.system, { address: '192.0.2.80' })).toBeGreaterThan(0)
})

it('keeps what was typed as a login as a fingerprint only', async () => {
  await guess('my secret password', '192.0.2.90')
  expect(JSON.stringify(await house.rows('select * from platform_security_event'))).not.toContain('my secret')
  expect(JSON.stringify(await house.rows('select * from platform_throttle'))).not.toContain('my secret')
  expect(await eventsOf('sign-in-failed')).toBe(1)
})

it('asks for a captcha after the failures that the setting says', async () => {
  await house.rows("replace into platform_setting (name, value, changed_at) values ('platform.signIn.captchaAfter', '3', utc_timestamp(3))")
  house.system.settings.forget()
  const answers: string[] = []
  for (let number = 0; number < 5; number += 1) answers.push(await guess('zofia', '192.0.2.91'))
  expect(answers).toEqual(['wrong-sign-in', 'wrong-sign-in', 'wrong-sign-in', 'captcha', 'captcha'])
})
