import { type Browser, type House, openHouse, testPassword } from '@crm/testing/server'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Arrival, issuesOf, spreadOf } from '../../../index.ts'
import { perform } from '../../jobs/jobs.ts'
import { platformServer } from '../../platform-server.ts'
import { asSampleUser } from '../../sample-user.ts'
import { rights } from '../../../rights.ts'
import { issueOneTimePassword } from './one-time-password.ts'
import { passwordWarnings } from './password-warnings.ts'

let house: House

beforeAll(async () => {
  house = await openHouse([platformServer])
})
afterEach(() => house.setClock(null))
afterAll(() => house.close())

const phrases = ['zielony tramwaj gubi klucze', 'stary rower znajduje okulary', 'cichy dzwonek maluje góry', 'siedem kotów liczy chmury']
const change = (browser: Browser, current: string, password: string) => browser.mutate('platform.password.change', { current, password })
const signIn = async (login: string, password: string) => {
  const browser = house.anonymous()
  return { browser, answer: await browser.mutate('platform.session.signIn', { login, password }) }
}
const codeOf = (outcome: Awaited<ReturnType<Browser['mutate']>>) => (outcome.failure ? (issuesOf(outcome.failure)[0]?.code ?? outcome.failure.code) : null)
const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString()

describe('changing the own password', () => {
  it('asks for the current one, ends the other sessions and goes on in this one', async () => {
    await house.hire('anna', 'all')
    const [here, there] = [await house.signIn('anna'), await house.signIn('anna')]
    const before = here.cookie()
    expect(codeOf(await change(here, 'not this one', phrases[0] ?? ''))).toBe('password-current')
    expect((await change(here, testPassword, phrases[0] ?? '')).data).toMatchObject({ stage: 'in' })
    expect((await there.query('platform.notices.list')).failure?.code).toBe('signed-out')
    expect((await here.query('platform.notices.list')).failure).toBeNull()
    expect((await house.anonymous({ cookie: before }).query('platform.notices.list')).failure?.code).toBe('signed-out')
    expect((await signIn('anna', testPassword)).answer.failure?.code).toBe('wrong-sign-in')
    expect((await signIn('anna', phrases[0] ?? '')).answer.failure).toBeNull()
  })

  it('never takes one that was used before, however long ago, in any way of typing its letters', async () => {
    await house.hire('ewa', 'all')
    const ewa = await house.signIn('ewa')
    const [first = '', second = '', third = ''] = phrases
    expect(codeOf(await change(ewa, testPassword, first))).toBeNull()
    expect(codeOf(await change(ewa, first, second))).toBeNull()
    expect(codeOf(await change(ewa, second, third))).toBeNull()
    for (const past of [first, second, testPassword]) expect(codeOf(await change(ewa, third, past))).toBe('password-used')
    expect(codeOf(await change(ewa, third, second.normalize('NFD')))).toBe('password-used')
    const kept = JSON.stringify(await house.rows('select * from platform_password_past'))
    for (const phrase of phrases) expect(kept).not.toContain(phrase)
  })

  it('looks at none of a hundred past hashes one by one', async () => {
    const id = await house.hire('jan', 'all')
    // No argon2 hashes: whoever tries to verify one of them fails.
    await house.rows('insert into platform_password_past (user_id, fingerprint, hash, at) values ?', [
      Array.from({ length: 100 }, (_, number) => [id, String(number).padStart(64, '0'), 'not to be verified', new Date()]),
    ])
    const jan = await house.signIn('jan')
    expect(codeOf(await change(jan, testPassword, phrases[0] ?? ''))).toBeNull()
  })

  it('is refused when weak, short, similar, or too long', async () => {
    await house.hire('zofia', 'all')
    const zofia = await house.signIn('zofia')
    expect(codeOf(await change(zofia, testPassword, 'krótkie'))).toBe('password-short')
    expect(codeOf(await change(zofia, testPassword, 'Umowa2026!Umowa2026!'))).toBe('password-weak')
    expect(codeOf(await change(zofia, testPassword, `${testPassword}!`))).toBe('password-similar')
    expect(codeOf(await change(zofia, testPassword, 'długie '.repeat(30)))).toBe('too-long')
  })

  it('lets the current one be guessed ten times', async () => {
    await house.hire('ola', 'all')
    const ola = await house.signIn('ola')
    const codes = await Promise.all(Array.from({ length: 20 }, () => change(ola, 'not this one', phrases[0] ?? '').then(codeOf)))
    expect(codes.filter((code) => code === 'password-current').length).toBe(10)
  })
})

describe('a password whose time is over', () => {
  it('lets nothing be done but changing it, in the middle of a session too', async () => {
    const id = await house.hire('tomek', 'all')
    const tomek = await house.signIn('tomek')
    await house.rows('update platform_user set password_changed_at = ? where id = ?', [new Date(Date.now() - 91 * 86_400_000), id])
    for (const outcome of [
      await tomek.query('platform.notices.list'),
      await tomek.mutate('platform.preferences.set', { key: 'a', value: 1 }),
      await tomek.query('platform.session.list'),
      await tomek.query('platform.factor.state'),
    ])
      expect(outcome).toMatchObject({ status: 403, failure: { code: 'must-change' } })
    expect((await house.http.inject({ url: '/events', headers: { cookie: tomek.cookie() } })).statusCode).toBe(403)
    expect((await tomek.query('platform.session.welcome')).data).toMatchObject({ me: null, halfway: { stage: 'must-change', login: 'tomek' } })
    expect((await signIn('tomek', testPassword)).answer.data).toMatchObject({ stage: 'must-change' })
    expect((await change(tomek, testPassword, phrases[0] ?? '')).data).toMatchObject({ stage: 'in' })
    expect((await tomek.query('platform.notices.list')).failure).toBeNull()
  })

  it('is warned of 14, 7, 3 and 1 days before, once each', async () => {
    const id = await house.hire('ada', 'all')
    await house.rows('update platform_user set password_changed_at = utc_timestamp(3) where id = ?', [id])
    const heard: number[] = []
    for (let day = 70; day <= 92; day += 1) {
      house.setClock(days(day))
      await perform(house.system, passwordWarnings, { id: `8c7f2f10-3f39-4a39-8f0a-0000000000${day}`, data: {} })
      const letters = await house.rows("select json_value(payload, '$.params.count') from platform_outbox where name = 'platform.notify' and json_value(payload, '$.userId') = ?", [
        id,
      ])
      if (letters.length > 0) heard.push(Number(letters[0]?.[0]))
      await house.rows('delete from platform_outbox')
    }
    expect(heard).toEqual([14, 7, 3, 1])
  })
})

describe('a one-time password', () => {
  const issue = (login: string, id: number) =>
    asSampleUser(house.system, { login, right: rights.settings.edit }, async (ctx) => {
      const issued = await issueOneTimePassword(ctx, id)
      await ctx.journal({ affectedUserId: id })
      return issued
    })

  it('opens nothing but its own change, and the first own password ends a little sooner than its neighbours’', async () => {
    const id = await house.hire('nowy', 'all')
    const session = await house.signIn('nowy')
    const { password } = await issue('nowy', id)
    expect((await session.query('platform.notices.list')).failure?.code).toBe('signed-out')
    const { browser, answer } = await signIn('nowy', password)
    expect(answer.data).toMatchObject({ stage: 'must-change' })
    expect((await browser.query('platform.notices.list')).failure?.code).toBe('must-change')
    expect(codeOf(await change(browser, password, testPassword))).toBe('password-used')
    const arrival = (await change(browser, password, phrases[1] ?? '')).data as Extract<Arrival, { stage: 'in' }>
    const left = (Date.parse(arrival.me.passwordEndsAt ?? '') - Date.now()) / 86_400_000
    expect(Math.round(left)).toBe(90 - spreadOf(id))
  })

  it('is worth nothing after a day, with the answer of a wrong one', async () => {
    const id = await house.hire('pozny', 'all')
    const { password } = await issue('pozny', id)
    house.setClock(days(1.01))
    expect((await signIn('pozny', password)).answer).toMatchObject({ status: 401, failure: { code: 'wrong-sign-in' } })
  })
})

describe('a forgotten password', () => {
  const linkOf = async (id: number) =>
    /renew=([\w-]+)/.exec(
      String(
        (
          await house.rows("select json_value(payload, '$.path') from platform_outbox where name = 'platform.mail' and json_value(payload, '$.userId') = ? order by seq desc", [id])
        )[0]?.[0],
      ),
    )?.[1] ?? ''
  const forget = (login: string, ip = '192.0.2.1') => house.anonymous({ ip }).mutate('platform.password.forgot', { login })

  it('is answered in the same way for an address that nobody has', async () => {
    const id = await house.hire('marek', 'all')
    await house.rows("update platform_user set email = 'marek@firma.example' where id = ?", [id])
    expect(await forget('marek@firma.example')).toEqual(await forget('nobody@firma.example'))
    expect(await house.rows("select count(*) from platform_outbox where name = 'platform.mail'")).toEqual([[1]])
  })

  it('is renewed once by a link, which signs nobody in and ends all sessions', async () => {
    const id = await house.hire('lena', 'all')
    await house.rows("update platform_user set email = 'lena@firma.example' where id = ?", [id])
    const session = await house.signIn('lena')
    await forget('lena', '192.0.2.2')
    const token = await linkOf(id)
    expect(JSON.stringify(await house.rows('select * from platform_reset_link'))).not.toContain(token)
    const visitor = house.anonymous()
    expect((await visitor.query('platform.password.link', { token })).data).toEqual({ login: 'lena', name: 'Test lena' })
    expect(codeOf(await visitor.mutate('platform.password.renew', { token, password: 'krótkie' }))).toBe('password-short')
    expect(codeOf(await visitor.mutate('platform.password.renew', { token, password: testPassword }))).toBe('password-used')
    const twice = await Promise.all([0, 1].map((number) => house.anonymous().mutate('platform.password.renew', { token, password: phrases[number] ?? '' })))
    expect(twice.map((outcome) => outcome.failure?.code ?? 'done').sort()).toEqual(['done', 'link-spent'])
    expect((await visitor.mutate('platform.password.renew', { token, password: phrases[3] ?? '' })).failure).toEqual({ code: 'link-spent', params: { why: 'used' } })
    expect((await visitor.query('platform.notices.list')).failure?.code).toBe('signed-out')
    expect((await session.query('platform.notices.list')).failure?.code).toBe('signed-out')
  })

  it('has half an hour', async () => {
    const id = await house.hire('iga', 'all')
    await house.rows("update platform_user set email = 'iga@firma.example' where id = ?", [id])
    await forget('iga', '192.0.2.3')
    const token = await linkOf(id)
    house.setClock(new Date(Date.now() + 31 * 60_000).toISOString())
    expect((await house.anonymous().query('platform.password.link', { token })).failure).toEqual({ code: 'link-spent', params: { why: 'late' } })
    expect((await house.anonymous().query('platform.password.link', { token: 'x'.repeat(43) })).failure).toEqual({ code: 'link-spent', params: { why: 'unknown' } })
  })

  it('writes to one person three times at most, and asks a hasty visitor for a captcha', async () => {
    const id = await house.hire('adam', 'all')
    await house.rows("update platform_user set email = 'adam@firma.example' where id = ?", [id])
    for (let number = 0; number < 6; number += 1) await forget('adam', `192.0.2.${10 + number}`)
    expect(await house.rows('select count(*) from platform_reset_link where user_id = ?', [id])).toEqual([[3]])
    const codes: (string | undefined)[] = []
    for (let number = 0; number < 3; number += 1) codes.push((await forget('nobody', '192.0.2.99')).failure?.code)
    expect(codes).toEqual([undefined, undefined, 'captcha'])
  })
})
