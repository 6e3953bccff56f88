import { type Browser, type House, openHouse, testPassword } from '@crm/testing/server'
import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CaptchaChallenge } from '../../../index.ts'
import { platformServer } from '../../platform-server.ts'
import { unblock } from './unblock.ts'

let house: House
// The library of the captcha looks at the real clock.
const start = Date.now()
const at = (minutes: number) => house.setClock(new Date(start + minutes * 60_000).toISOString())

beforeAll(async () => {
  house = await openHouse([platformServer])
  for (const login of ['anna', 'pola', 'tomek', 'ewa', 'jan', 'ola', 'iga']) await house.hire(login, 'all')
})
afterEach(async () => {
  house.setClock(null)
  await unblock(house.system, 'all')
  await house.rows('delete from platform_security_event')
  await house.rows('update platform_credential set must_change = false, must_change_because = null, must_change_from = null')
})
afterAll(() => house.close())

const place = (number: number) => `203.${number}.113.5`
const sign = (browser: Browser, login: string, password = testPassword, captcha?: object) => browser.mutate('platform.session.signIn', { login, password, captcha })
const wrong = async (login: string, ip: string) => (await sign(house.anonymous({ ip }), login, 'a wrong one')).failure?.code
const storms = () => house.rows("select severity, action, count >= 31 from platform_security_event where rule = 'stuffing'")
const forced = () =>
  house.rows(
    'select u.login, c.must_change, c.must_change_because from platform_credential c join platform_user u on u.id = c.user_id where must_change_because is not null order by login',
  )

/** One password for each account and each address: what a list of leaked passwords looks like. */
async function storm(failures: number, addresses: number): Promise<void> {
  for (let number = 0; number < failures; number += 1) await wrong(`leaked ${number}`, place(number % addresses))
}

async function solved(browser: Browser): Promise<object> {
  const asked = (await browser.query('platform.captcha.challenge', { act: 'sign_in', isFallback: true })).data as CaptchaChallenge
  if (asked.provider !== 'altcha') throw new Error('asked for our own')
  const solution = await solveChallenge({ challenge: asked.challenge as unknown as Challenge, deriveKey }) // plain JSON of the library's
  return { provider: 'altcha', token: Buffer.from(JSON.stringify({ challenge: asked.challenge, solution })).toString('base64') }
}

describe('many passwords from many places', () => {
  it('ask every unknown browser for a captcha until a quarter of an hour was quiet, and known ones go on', async () => {
    at(0)
    const owner = house.anonymous({ ip: '192.0.2.10' })
    await sign(owner, 'anna')
    at(5)
    await storm(31, 12)
    expect(await storms()).toEqual([['critical', 'captcha-for-all', 1]])
    expect((await sign(house.anonymous({ ip: '192.0.2.11' }), 'tomek')).failure?.code).toBe('captcha')
    expect((await sign(owner, 'anna')).failure).toBeNull()
    at(19)
    expect((await sign(house.anonymous({ ip: '192.0.2.11' }), 'tomek')).failure?.code).toBe('captcha')
    at(21)
    expect((await sign(house.anonymous({ ip: '192.0.2.11' }), 'tomek')).failure).toBeNull()
    expect(await forced()).toEqual([])
  })

  it('are not quiet while machines go on without solving it', async () => {
    at(0)
    await storm(31, 12)
    at(14)
    for (let number = 0; number < 31; number += 1) expect(await wrong(`leaked ${number}`, place(number))).toBe('captcha')
    at(28)
    expect(await wrong('leaked 1', place(90))).toBe('captcha')
    at(30)
    expect(await wrong('leaked 1', place(90))).toBe('wrong-sign-in')
  })

  it('are no storm from nine places, nor when this office mistypes as much at this hour every day', async () => {
    at(0)
    await storm(31, 9)
    expect(await storms()).toEqual([])
    await house.rows('delete from platform_security_event')
    await unblock(house.system, 'all')
    const mistyped = [1, 2, 3, 4, 5, 6, 7].flatMap((day) => Array.from({ length: 84 }, (_, second) => new Date(start - day * 86_400_000 + second * 1_000)))
    await house.rows('insert into platform_security_event (at, rule, severity, address, network, user_agent, request_id) values ?', [
      mistyped.map((moment) => [moment, 'sign-in-failed', 'info', '192.0.2.1', '192.0.2.1', '', '']),
    ])
    await storm(34, 12)
    expect(await storms()).toEqual([])
    await storm(3, 12)
    expect(await storms()).toEqual([['critical', 'captcha-for-all', 1]])
  })

  it('have found a password: its owner changes it at once, and whoever found it cannot', async () => {
    at(0)
    const owner = house.anonymous({ ip: '192.0.2.10' })
    await sign(owner, 'anna')
    at(10)
    // The attacker's list is right for Anna before anybody noticed; the same address tries others.
    const thief = house.anonymous({ ip: place(3) })
    expect((await sign(thief, 'anna')).data).toMatchObject({ stage: 'in' })
    await storm(31, 12)
    expect(await forced()).toEqual([['anna', 1, 'stuffing']])
    expect((await thief.query('platform.notices.list')).failure?.code).toBe('must-change')
    expect((await thief.query('platform.session.welcome')).data).toMatchObject({ halfway: { stage: 'must-change', because: 'stuffing', isByLink: true } })
    expect((await thief.mutate('platform.password.change', { current: testPassword, password: 'zielony tramwaj gubi klucze' })).failure?.code).toBe('link-needed')
    expect((await sign(thief, 'anna')).data).toMatchObject({ stage: 'must-change', isByLink: true })
    // Her own browser knew her before: what she has open stays, and she sets a new password there.
    expect((await owner.query('platform.notices.list')).failure?.code).toBe('must-change')
    expect((await owner.query('platform.session.welcome')).data).toMatchObject({ halfway: { because: 'stuffing', isByLink: false } })
    expect((await owner.mutate('platform.password.change', { current: testPassword, password: 'zielony tramwaj gubi klucze' })).data).toMatchObject({ stage: 'in' })
    expect((await thief.query('platform.notices.list')).failure?.code).toBe('signed-out')
    expect(await forced()).toEqual([])
    expect(await house.rows("select payload like '%password-forced%' from platform_outbox where payload like '%password-forced%'")).toEqual([[1]])
    expect(await house.rows("select outcome, note from platform_journal where action = 'platform.password.force'")).toEqual([['done', 'stuffing']])
  })

  it('find one with a solved captcha too, and believe the link of a letter', async () => {
    at(0)
    await storm(31, 12)
    const thief = house.anonymous({ ip: place(4) })
    expect((await sign(thief, 'ewa', testPassword, await solved(thief))).data).toMatchObject({ stage: 'must-change', because: 'stuffing', isByLink: true })
    // Somebody new from a place that tried nobody else is no part of it.
    const honest = house.anonymous({ ip: '192.0.2.30' })
    expect((await sign(honest, 'jan', testPassword, await solved(honest))).data).toMatchObject({ stage: 'in' })
    expect(await forced()).toEqual([['ewa', 1, 'stuffing']])
  })
})

describe('one address that tries many accounts', () => {
  it('has found a password: whoever came in from there changes it, before and after it is noticed', async () => {
    at(0)
    await wrong('ola', '198.51.100.7')
    const thief = house.anonymous({ ip: '198.51.100.7' })
    expect((await sign(thief, 'iga')).data).toMatchObject({ stage: 'in' })
    for (let number = 0; number < 8; number += 1) await wrong(`login ${number}`, '198.51.100.7')
    expect(await forced()).toEqual([['iga', 1, 'spraying']])
    expect((await thief.query('platform.session.welcome')).data).toMatchObject({ halfway: { because: 'spraying', isByLink: true } })
    at(61)
    expect((await sign(house.anonymous({ ip: '198.51.100.7' }), 'ola')).data).toMatchObject({ stage: 'must-change', because: 'spraying' })
    // Not tried from there; not from there.
    expect((await sign(house.anonymous({ ip: '198.51.100.7' }), 'jan')).data).toMatchObject({ stage: 'in' })
    expect((await sign(house.anonymous({ ip: '192.0.2.44' }), 'tomek')).data).toMatchObject({ stage: 'in' })
    expect(await house.rows("select sample from platform_security_event where rule = 'spraying'")).toEqual([['ola']])
  })

  it('is no sprayer when those who mistyped come in: a first morning of an office', async () => {
    at(0)
    for (let round = 0; round < 3; round += 1)
      for (const login of ['pola', 'tomek', 'ewa', 'jan', 'ola', 'iga']) {
        await wrong(login, '198.51.100.20')
        expect((await sign(house.anonymous({ ip: '198.51.100.20' }), login)).failure).toBeNull()
      }
    for (let number = 0; number < 7; number += 1) await wrong(`login ${number}`, '198.51.100.20')
    expect(await house.rows("select count(*) from platform_security_event where rule = 'spraying'")).toEqual([[0]])
    expect(await forced()).toEqual([])
  })

  it('is a whole neighbourhood of addresses too', async () => {
    at(0)
    for (let number = 0; number < 14; number += 1) await wrong(`login ${number}`, `198.51.100.${number + 100}`)
    expect((await sign(house.anonymous({ ip: '198.51.100.200' }), 'jan')).failure).toBeNull()
    await wrong('login 15', '198.51.100.130')
    expect(await house.rows("select action, count from platform_security_event where rule = 'spraying'")).toEqual([['area-locked', 15]])
    expect((await sign(house.anonymous({ ip: '198.51.100.201' }), 'jan')).failure?.code).toBe('too-many-attempts')
    expect((await sign(house.anonymous({ ip: '198.51.101.1' }), 'jan')).failure).toBeNull()
  })
})

describe('one account', () => {
  const events = () => house.rows("select rule, severity from platform_security_event where rule like 'account-%'")
  const letters = (kind: string) => house.rows('select json_value(payload, ?) from platform_outbox where payload like ?', ['$.userId', `%${kind}%`])

  it('tried from three places is an attack, of which its owner hears', async () => {
    await house.rows('delete from platform_outbox')
    at(0)
    for (let number = 0; number < 11; number += 1) await wrong('tomek', place(number % 3))
    expect(await events()).toEqual([['account-many-places', 'critical']])
    expect((await letters('account-tried')).length).toBe(1)
  })

  it('tried from one place is shut there, and nobody is alarmed', async () => {
    at(0)
    await house.rows("insert into platform_setting (name, value, changed_at) values ('platform.signIn.captchaAfter', '10', utc_timestamp(3))")
    house.system.settings.forget()
    for (let number = 0; number < 11; number += 1) await wrong('tomek', place(1))
    expect(await events()).toEqual([['account-locked', 'warn']])
  })

  it('that is opened after five wrong passwords is told to its owner and to the admins; after four it is not', async () => {
    await house.rows('delete from platform_outbox')
    at(0)
    const told = async (login: string, failures: number, ip: string) => {
      for (let number = 0; number < failures; number += 1) await wrong(login, ip)
      expect((await sign(house.anonymous({ ip }), login)).failure).toBeNull()
      return house.rows("select severity, count from platform_security_event where rule = 'sign-in-after-failures'")
    }
    expect(await told('jan', 4, '192.0.2.71')).toEqual([])
    expect(await told('ewa', 5, '192.0.2.72')).toEqual([['critical', 5]])
    expect((await letters('signed-in-after-failures')).length).toBe(1)
  })
})
