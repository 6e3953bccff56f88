import { type House, openHouse, openRecaptcha, type Recaptcha, testPassword } from '@crm/testing/server'
import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CaptchaChallenge, CaptchaProvider } from '../../../index.ts'
import { platformServer } from '../../platform-server.ts'
import { unblock } from '../attacks/unblock.ts'

let house: House
let google: Recaptcha

beforeAll(async () => {
  google = await openRecaptcha({ secret: 'the secret', apiKey: 'the key' })
  house = await openHouse([platformServer], {
    env: {
      RECAPTCHA_URL: google.address,
      RECAPTCHA_ENTERPRISE_URL: google.address,
      RECAPTCHA_SECRET: 'the secret',
      RECAPTCHA_API_KEY: 'the key',
      PUBLIC_URL: 'http://crm.firma.example',
    },
  })
  await house.hire('anna', 'all')
})
afterEach(async () => {
  google.set(null)
  house.setClock(null)
  await unblock(house.system, 'all')
  await set('altcha')
})
afterAll(async () => {
  await house.close()
  await google.close()
})

async function set(provider: CaptchaProvider, values: Record<string, unknown> = {}): Promise<void> {
  const all = { provider, when: 'always', siteKey: 'site', project: 'project', minScorePercent: 50, ...values }
  await house.rows('replace into platform_setting (name, value, changed_at) values ?', [
    Object.entries(all).map(([name, value]) => [`platform.captcha.${name}`, JSON.stringify(value), new Date()]),
  ])
  house.system.settings.forget()
}
const visitor = () => house.anonymous({ ip: '192.0.2.1' })
const signIn = (captcha?: { provider: CaptchaProvider; token: string }, password = testPassword) =>
  visitor().mutate('platform.session.signIn', { login: 'anna', password, captcha })
const challenge = async (act: 'sign_in' | 'forgot' = 'sign_in') => (await visitor().query('platform.captcha.challenge', { act, isFallback: true })).data as CaptchaChallenge

async function solved(act: 'sign_in' | 'forgot' = 'sign_in') {
  const asked = await challenge(act)
  if (asked.provider !== 'altcha') throw new Error('asked for our own')
  const solution = await solveChallenge({ challenge: asked.challenge as unknown as Challenge, deriveKey }) // plain JSON of the library's
  return { provider: 'altcha' as const, token: Buffer.from(JSON.stringify({ challenge: asked.challenge, solution })).toString('base64') }
}

describe('our own proof of work', () => {
  it('lets in once; the same answer again is refused and written down', async () => {
    await set('altcha')
    expect((await signIn()).failure).toEqual({ code: 'captcha', params: { provider: 'altcha' } })
    const answer = await solved()
    expect((await signIn(answer)).failure).toBeNull()
    expect((await signIn(answer)).failure).toEqual({ code: 'captcha', params: { provider: 'altcha', why: 'used' } })
    expect(await house.rows("select count(*) from platform_security_event where rule = 'captcha-replayed'")).toEqual([[1]])
  })

  it('is taken once by many at once', async () => {
    await set('altcha')
    const answer = await solved()
    const answers = await Promise.all(Array.from({ length: 8 }, () => signIn(answer)))
    expect(answers.filter((outcome) => outcome.failure === null).length).toBe(1)
  })

  it('is refused for another act, late, made up, changed, or empty', async () => {
    await set('altcha')
    const forAnother = await solved('forgot')
    expect((await signIn(forAnother)).failure?.params.why).toBe('wrong')
    const answer = await solved()
    const parts = JSON.parse(Buffer.from(answer.token, 'base64').toString()) as { challenge: { parameters: Record<string, unknown> }; solution: object }
    const changed = { ...parts, challenge: { ...parts.challenge, parameters: { ...parts.challenge.parameters, cost: 1, keyPrefix: '00' } } }
    for (const token of [Buffer.from(JSON.stringify(changed)).toString('base64'), 'e30=', 'nonsense', Buffer.from('null').toString('base64')])
      expect((await signIn({ provider: 'altcha', token })).failure?.code).toBe('captcha')
    house.setClock(new Date(Date.now() + 6 * 60_000).toISOString())
    expect((await signIn(answer)).failure?.params.why).toBe('late')
  })

  it('is not spared by a wrong password, nor does asking for it cost an attempt', async () => {
    await set('altcha')
    for (let number = 0; number < 15; number += 1) expect((await signIn()).failure?.code).toBe('captcha')
    expect((await signIn(await solved(), 'a wrong one')).failure?.code).toBe('wrong-sign-in')
    expect((await signIn(await solved())).failure).toBeNull()
  })
})

describe.each([
  ['recaptcha-v2', 'crm.firma.example||0|'],
  ['recaptcha-v3', 'crm.firma.example|sign_in|0.9|'],
  ['recaptcha-enterprise', 'crm.firma.example|sign_in|0.9|'],
] as const)('%s', (provider, good) => {
  let number = 0
  const token = (text: string) => {
    number += 1
    return { provider, token: `${text}${provider}${number}` }
  }

  it('is asked for, lets in once, and not for another site', async () => {
    await set(provider)
    expect((await visitor().query('platform.captcha.challenge', { act: 'sign_in' })).data).toEqual({ provider, siteKey: 'site' })
    expect((await signIn()).failure).toEqual({ code: 'captcha', params: { provider } })
    const right = token(good)
    expect((await signIn(right)).failure).toBeNull()
    expect((await signIn(right)).failure).toMatchObject({ code: 'captcha', params: { provider, why: 'used' } })
    expect((await signIn(token(good.replace('crm.firma', 'evil')))).failure?.params.why).toBe('hostname')
    expect((await signIn(token('nonsense'))).failure?.params.why).toBe('wrong')
  })

  it.each(['silent', 'over-quota', 'bad-secret', 'internal-error', 'not-json'] as const)('that is %s gives way to our own, never to none', async (mood) => {
    await set(provider)
    google.set(mood)
    expect((await signIn(token(good))).failure).toEqual({ code: 'captcha', params: { provider: 'altcha' } })
    expect((await signIn(await solved())).failure).toBeNull()
  })

  if (provider !== 'recaptcha-v2') {
    it('is refused for another action and below the score', async () => {
      await set(provider)
      expect((await signIn(token(good.replace('sign_in', 'forgot')))).failure?.params.why).toBe('action')
      expect((await signIn(token(good.replace('0.9', '0.4')))).failure?.params.why).toBe('score')
      await set(provider, { minScorePercent: 30 })
      expect((await signIn(token(good.replace('0.9', '0.4')))).failure).toBeNull()
    })
  }
})

it('takes our own where a key is missing, and opens Google’s hosts only where Google is chosen', async () => {
  const hostsIn = async () => String((await house.http.inject('/healthz')).headers['content-security-policy']).includes('www.google.com')
  await set('recaptcha-v3', { siteKey: '' })
  expect((await signIn()).failure?.params.provider).toBe('altcha')
  await set('altcha')
  expect(await hostsIn()).toBe(false)
  await set('recaptcha-v3')
  expect(await hostsIn()).toBe(true)
})

it('asks nobody at Google when our own was solved', async () => {
  await set('altcha')
  const before = google.count()
  await signIn(await solved())
  expect(google.count()).toBe(before)
})
