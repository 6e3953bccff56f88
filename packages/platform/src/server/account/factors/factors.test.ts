import { type Browser, type House, openAuthenticator, openHouse, testPassword } from '@crm/testing/server'
import { generate } from 'otplib'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { issuesOf } from '../../../index.ts'
import { platformServer } from '../../platform-server.ts'

let house: House
beforeAll(async () => {
  house = await openHouse([platformServer], { env: { PUBLIC_URL: 'http://crm.firma.example' } })
})
afterEach(() => house.setClock(null))
afterAll(() => house.close())

const origin = 'http://crm.firma.example'
const codeOf = (outcome: Awaited<ReturnType<Browser['mutate']>>) => (outcome.failure ? (issuesOf(outcome.failure)[0]?.code ?? outcome.failure.code) : null)
const tick = async (seconds: number) => house.setClock(new Date(Date.now() + seconds * 1_000).toISOString())
const codeAt = (secret: string) => generate({ secret, epoch: Math.floor(house.system.now().getTime() / 1_000) })
async function withPassword(login: string) {
  const browser = house.anonymous()
  const answer = await browser.mutate('platform.session.signIn', { login, password: testPassword })
  return { browser, answer }
}
const prove = (browser: Browser, code: string, kind: 'totp' | 'recovery' = 'totp') => browser.mutate('platform.factor.prove', { kind, code })

async function connectApp(login: string): Promise<{ secret: string; codes: string[]; browser: Browser }> {
  await house.hire(login, 'all')
  const browser = await house.signIn(login)
  expect(codeOf(await browser.mutate('platform.factor.draftTotp', { password: 'not this one' }))).toBe('password-current')
  const { secret } = (await browser.mutate('platform.factor.draftTotp', { password: testPassword })).data as { secret: string }
  const { data } = await browser.mutate('platform.factor.addTotp', { code: await codeAt(secret) })
  return { secret, codes: (data as { recoveryCodes: string[] }).recoveryCodes, browser }
}

describe('an authenticator app', () => {
  it('is connected by a first code, and asked for afterwards; the half-open session opens nothing', async () => {
    const { secret, codes } = await connectApp('anna')
    expect(codes.length).toBe(10)
    const { browser, answer } = await withPassword('anna')
    expect(answer.data).toEqual({ stage: 'second-factor', login: 'anna', factors: ['totp', 'recovery'] })
    for (const outcome of [
      await browser.query('platform.notices.list'),
      await browser.mutate('platform.password.change', { current: testPassword, password: 'zielony tramwaj gubi klucze' }),
    ])
      expect(outcome.failure?.code).toBe('second-factor')
    expect((await browser.mutate('platform.factor.draftTotp', {})).failure?.code).toBe('second-factor')
    const half = browser.cookie()
    await tick(60)
    expect((await prove(browser, '000000')).failure?.code).toBe('wrong-code')
    expect((await prove(browser, await codeAt(secret))).data).toMatchObject({ stage: 'in' })
    expect((await browser.query('platform.notices.list')).failure).toBeNull()
    expect((await house.anonymous({ cookie: half }).query('platform.notices.list')).failure?.code).toBe('signed-out')
  })

  it('takes each code once, also by two at once', async () => {
    const { secret } = await connectApp('ewa')
    await tick(90)
    const code = await codeAt(secret)
    const two = await Promise.all([withPassword('ewa'), withPassword('ewa')])
    const answers = await Promise.all(two.map(({ browser }) => prove(browser, code)))
    expect(answers.map((outcome) => outcome.failure?.code ?? 'in').sort()).toEqual(['in', 'wrong-code'])
  })

  it('is guessed ten times a quarter of an hour, over all sessions', async () => {
    await connectApp('jan')
    const browsers = await Promise.all(Array.from({ length: 4 }, () => withPassword('jan')))
    const answers = await Promise.all(Array.from({ length: 40 }, (_, number) => prove(browsers[number % 4]?.browser ?? house.anonymous(), String(number).padStart(6, '0'))))
    expect(answers.filter((outcome) => outcome.failure?.code === 'wrong-code').length).toBe(10)
    expect(answers.filter((outcome) => outcome.failure?.code === 'too-many-attempts').length).toBe(30)
  })

  it('keeps its secret sealed, and cannot be replaced without being removed', async () => {
    const { secret, browser } = await connectApp('ola')
    expect(JSON.stringify(await house.rows('select * from platform_credential'))).not.toContain(secret)
    expect((await browser.mutate('platform.factor.draftTotp', { password: testPassword })).failure?.code).toBe('in-use')
    expect(codeOf(await browser.mutate('platform.factor.remove', { kind: 'totp', password: 'not this one' }))).toBe('password-current')
    expect((await browser.mutate('platform.factor.remove', { kind: 'totp', password: testPassword })).failure).toBeNull()
    expect((await withPassword('ola')).answer.data).toMatchObject({ stage: 'in' })
  })
})

it('takes a recovery code once, in any way of typing it; they are kept as fingerprints', async () => {
  const { codes } = await connectApp('adam')
  const [first = '', second = ''] = codes
  const kept = JSON.stringify(await house.rows('select * from platform_recovery_code'))
  for (const code of codes) expect(kept).not.toContain(code)
  const one = await withPassword('adam')
  expect((await prove(one.browser, ` ${first.toUpperCase().replace('-', ' ')} `, 'recovery')).data).toMatchObject({ stage: 'in' })
  const two = await withPassword('adam')
  expect((await prove(two.browser, first, 'recovery')).failure?.code).toBe('wrong-code')
  expect((await prove(two.browser, second, 'recovery')).data).toMatchObject({ stage: 'in' })
})

describe('a passkey', () => {
  it('is made and used by a real authenticator’s answers, and not at another site, nor twice, nor by another key', async () => {
    await house.hire('zofia', 'all')
    const key = openAuthenticator()
    const zofia = await house.signIn('zofia')
    const draft = async () => (await zofia.mutate('platform.factor.draftPasskey', { password: testPassword })).data as { challenge: string; rp: { id: string } }
    const add = (response: object) => zofia.mutate('platform.factor.addPasskey', { response, name: 'Laptop' })
    expect(codeOf(await add(key.register(await draft(), 'http://evil.example')))).toBe('passkey-refused')
    const question = await draft()
    expect(question.rp.id).toBe('crm.firma.example')
    const made = await add(key.register(question, origin))
    expect(made.data).toMatchObject({ arrival: { stage: 'in' }, recoveryCodes: expect.arrayContaining([expect.stringMatching(/^\w{5}-\w{5}$/)]) })
    expect((await zofia.query('platform.factor.state')).data).toMatchObject({ totpSince: null, passkeys: [{ name: 'Laptop' }], recoveryCodesLeft: 10 })

    const { browser, answer } = await withPassword('zofia')
    expect(answer.data).toMatchObject({ stage: 'second-factor', factors: ['passkey', 'recovery'] })
    const ask = async () => (await browser.mutate('platform.factor.passkeyQuestion')).data as { challenge: string; rpId: string }
    const answerWith = (response: object) => browser.mutate('platform.factor.prove', { kind: 'passkey', response })
    expect((await answerWith(key.authenticate(await ask(), 'http://evil.example'))).failure?.code).toBe('wrong-code')
    expect((await answerWith(openAuthenticator().authenticate(await ask(), origin))).failure?.code).toBe('wrong-code')
    const right = key.authenticate(await ask(), origin)
    await ask()
    // An answer to the question before is none to this one.
    expect((await answerWith(right)).failure?.code).toBe('wrong-code')
    expect((await answerWith(key.authenticate(await ask(), origin))).data).toMatchObject({ stage: 'in' })
    const again = await withPassword('zofia')
    expect((await again.browser.mutate('platform.factor.prove', { kind: 'passkey', response: right })).failure?.code).toBe('wrong-code')
  })
})

describe('an account that must have a second factor', () => {
  it('sets it up on the way in, and can do nothing else before', async () => {
    const id = await house.hire('szefowa', 'all')
    await house.rows('insert into platform_credential (user_id, is_factor_demanded) values (?, true)', [id])
    const { browser, answer } = await withPassword('szefowa')
    expect(answer.data).toMatchObject({ stage: 'enrol-second-factor' })
    expect((await browser.query('platform.notices.list')).failure?.code).toBe('enrol-second-factor')
    const { secret } = (await browser.mutate('platform.factor.draftTotp', {})).data as { secret: string }
    expect(codeOf(await browser.mutate('platform.factor.addTotp', { code: '000000' }))).toBe('wrong-code')
    const { data } = await browser.mutate('platform.factor.addTotp', { code: await codeAt(secret) })
    expect(data).toMatchObject({ arrival: { stage: 'in' }, recoveryCodes: expect.any(Array) })
    expect((await browser.query('platform.notices.list')).failure).toBeNull()
    expect((await browser.mutate('platform.factor.remove', { kind: 'totp', password: testPassword })).failure?.code).toBe('in-use')
  })

  it('comes to the change of an expired password after the factor, not before', async () => {
    const { secret, browser: first } = await connectApp('dwa')
    await first.mutate('platform.session.signOut')
    await house.rows("update platform_user set password_changed_at = utc_timestamp(3) - interval 100 day where login = 'dwa'")
    const { browser, answer } = await withPassword('dwa')
    expect(answer.data).toMatchObject({ stage: 'second-factor' })
    await tick(60)
    expect((await prove(browser, await codeAt(secret))).data).toMatchObject({ stage: 'must-change' })
    expect((await browser.query('platform.notices.list')).failure?.code).toBe('must-change')
  })
})
