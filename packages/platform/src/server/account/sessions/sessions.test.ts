import { request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, type House, openHouse, testPassword } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SessionLine } from '../../../index.ts'
import { rights } from '../../../rights.ts'
import { platformServer } from '../../platform-server.ts'
import { asSampleUser } from '../../sample-user.ts'
import { endSessions } from './session-list.ts'

let house: House
beforeAll(async () => {
  house = await openHouse([platformServer])
})
afterAll(() => house.close())

const age = (login: string, sql: string) => house.rows(`update platform_session set ${sql} where user_id = (select id from platform_user where login = ?)`, [login])
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'

describe('a session', () => {
  it('ends half an hour after the last use, which is written down once a minute', async () => {
    await house.hire('anna', 'all')
    const anna = await house.signIn('anna')
    await age('anna', 'seen_at = utc_timestamp(3) - interval 29 minute')
    expect((await anna.query('platform.notices.list')).failure).toBeNull()
    expect(Number((await house.rows('select timestampdiff(second, seen_at, utc_timestamp()) from platform_session'))[0]?.[0])).toBeLessThan(60)
    await age('anna', 'seen_at = utc_timestamp(3) - interval 31 minute')
    expect((await anna.query('platform.notices.list')).failure?.code).toBe('signed-out')
    expect(await house.rows('select count(*) from platform_session')).toEqual([[0]])
  })

  it('ends after twelve hours however busy, and when the clock is set back behind its last use', async () => {
    await house.hire('ewa', 'all')
    const ewa = await house.signIn('ewa')
    const [row] = await house.rows("select timestampdiff(minute, s.created_at, s.ends_at) from platform_session s join platform_user u on u.id = s.user_id where login = 'ewa'")
    expect(row).toEqual([720])
    await age('ewa', 'ends_at = utc_timestamp(3)')
    expect((await ewa.query('platform.notices.list')).failure?.code).toBe('signed-out')
    const again = await house.signIn('ewa')
    await age('ewa', 'seen_at = utc_timestamp(3) + interval 1 day, ends_at = utc_timestamp(3) + interval 1 day')
    expect((await again.query('platform.notices.list')).failure?.code).toBe('signed-out')
  })

  it('follows the settings', async () => {
    await house.hire('ola', 'all')
    await house.rows("insert into platform_setting (name, value, changed_at) values ('platform.session.idleMinutes', '5', utc_timestamp(3))")
    house.system.settings.forget()
    const ola = await house.signIn('ola')
    await age('ola', 'seen_at = utc_timestamp(3) - interval 6 minute')
    expect((await ola.query('platform.notices.list')).failure?.code).toBe('signed-out')
    await house.rows("delete from platform_setting where name = 'platform.session.idleMinutes'")
    house.system.settings.forget()
  })

  it('has a new token at each sign-in; the one before is worth nothing', async () => {
    await house.hire('jan', 'all')
    const jan = await house.signIn('jan')
    const before = jan.cookie()
    await jan.mutate('platform.session.signIn', { login: 'jan', password: testPassword })
    expect((await house.anonymous({ cookie: before }).query('platform.notices.list')).failure?.code).toBe('signed-out')
  })

  it('ends at once when the account is blocked', async () => {
    await house.hire('byly', 'all')
    const byly = await house.signIn('byly')
    await house.rows("update platform_user set is_active = false where login = 'byly'")
    expect((await byly.query('platform.notices.list')).failure?.code).toBe('signed-out')
  })

  it('is one of ten; the one that was not used for the longest time gives way', async () => {
    await house.hire('wiele', 'all')
    const all = []
    for (let number = 0; number < 12; number += 1) all.push(await house.signIn('wiele'))
    expect((await all[0]?.query('platform.notices.list'))?.failure?.code).toBe('signed-out')
    expect((await all[11]?.query('platform.notices.list'))?.failure).toBeNull()
    expect(await house.rows("select count(*) from platform_session s join platform_user u on u.id = s.user_id where login = 'wiele'")).toEqual([[10]])
  })
})

describe('a cookie that is used elsewhere', () => {
  const owner = { ip: '192.0.2.1', userAgent: firefox }
  async function signedIn(login: string) {
    await house.hire(login, 'all')
    const browser = house.anonymous(owner)
    await browser.mutate('platform.session.signIn', { login, password: testPassword })
    return browser
  }

  it('asks for the password, in another network and another browser; the owner of the password goes on alone', async () => {
    const browser = await signedIn('okradziona')
    const thief = house.anonymous({ cookie: browser.cookie(), ip: '198.51.100.9', userAgent: chrome })
    expect(await thief.query('platform.notices.list')).toMatchObject({ status: 403, failure: { code: 'confirm-password' } })
    expect((await thief.mutate('platform.password.change', { current: testPassword, password: 'zielony tramwaj gubi klucze' })).failure?.code).toBe('confirm-password')
    expect((await browser.query('platform.notices.list')).failure?.code).toBe('confirm-password')
    expect((await thief.mutate('platform.session.confirm', { password: 'a wrong one' })).failure?.code).toBe('wrong-sign-in')
    // Both at once: the password is asked for, and then a new one, because the computer may have given away both.
    expect((await browser.mutate('platform.session.confirm', { password: testPassword })).data).toMatchObject({ stage: 'must-change', because: 'distance', isByLink: false })
    expect((await browser.mutate('platform.password.change', { current: testPassword, password: 'zielony tramwaj gubi klucze' })).data).toMatchObject({ stage: 'in' })
    expect((await browser.query('platform.notices.list')).failure).toBeNull()
    expect((await thief.query('platform.notices.list')).failure?.code).toBe('signed-out')
    expect(await house.rows("select severity, count(*) from platform_security_event where rule = 'session-moved' group by severity")).toEqual([['critical', 1]])
  })

  it('asks for the password only, when its owner has not been there for a while', async () => {
    const browser = await signedIn('dawno')
    await age('dawno', 'seen_at = utc_timestamp(3) - interval 11 minute')
    const elsewhere = house.anonymous({ cookie: browser.cookie(), ip: '198.51.100.9', userAgent: chrome })
    expect((await elsewhere.query('platform.notices.list')).failure?.code).toBe('confirm-password')
    expect((await elsewhere.mutate('platform.session.confirm', { password: testPassword })).data).toMatchObject({ stage: 'in' })
  })

  it('asks for the password when two networks use it in turn, and not when one computer has addresses of two families', async () => {
    const browser = await signedIn('naprzemian')
    const from = (ip: string) => house.anonymous({ cookie: browser.cookie(), ip, userAgent: firefox }).query('platform.notices.list')
    expect([(await from('2001:db8::7')).failure, (await from(owner.ip)).failure, (await from('2001:db8::7')).failure]).toEqual([null, null, null])
    expect([(await from('198.51.100.9')).failure, (await from('203.0.113.80')).failure]).toEqual([null, null])
    expect((await from('198.51.100.9')).failure?.code).toBe('confirm-password')
    expect((await browser.mutate('platform.session.confirm', { password: testPassword })).failure).toBeNull()
  })

  it('goes on in another network with the same browser: phones change networks', async () => {
    const browser = await signedIn('wdrodze')
    expect((await house.anonymous({ cookie: browser.cookie(), ip: '198.51.100.9', userAgent: firefox.replace('140', '141') }).query('platform.notices.list')).failure).toBeNull()
  })

  it('ends where only the browser is another, and is told', async () => {
    const browser = await signedIn('druga')
    const other = house.anonymous({ cookie: browser.cookie(), ip: owner.ip, userAgent: chrome })
    for (let number = 0; number < 3; number += 1) expect((await other.query('platform.notices.list')).failure?.code).toBe('signed-out')
    expect((await browser.query('platform.notices.list')).failure?.code).toBe('signed-out')
    expect(await house.rows("select u.login, e.action from platform_security_event e join platform_user u on u.id = e.user_id where rule = 'session-browser'")).toEqual([
      ['druga', 'session-ended'],
    ])
  })
})

describe('the list of sessions', () => {
  it('shows the own ones, ends one or all others, and none of somebody else’s', async () => {
    await house.hire('lista', 'all')
    await house.hire('obca', 'all')
    const [here, there] = [await house.signIn('lista'), await house.signIn('lista')]
    const stranger = await house.signIn('obca')
    const lines = (await here.query('platform.session.list')).data as SessionLine[]
    expect(lines.length).toBe(2)
    expect(lines.find((line) => line.isThis)).toMatchObject({ browser: 'Firefox, Linux', ip: '127.0.0.1' })
    const other = lines.find((line) => !line.isThis)?.id ?? ''
    await stranger.mutate('platform.session.end', { id: other })
    expect((await there.query('platform.notices.list')).failure).toBeNull()
    await here.mutate('platform.session.end', { id: other })
    expect((await there.query('platform.notices.list')).failure?.code).toBe('signed-out')
    const third = await house.signIn('lista')
    await here.mutate('platform.session.endOthers')
    expect((await third.query('platform.notices.list')).failure?.code).toBe('signed-out')
    expect((await here.query('platform.notices.list')).failure).toBeNull()
  })
})

describe('the live stream', () => {
  async function listen(browser: Browser): Promise<{ text: () => string; ended: Promise<void> }> {
    if (!house.http.server.listening) await house.http.listen({ host: '127.0.0.1', port: 0 })
    const { port } = house.http.server.address() as AddressInfo // listening on TCP
    let text = ''
    const ended = new Promise<void>((resolve, reject) => {
      ask({ port, host: '127.0.0.1', path: '/events', headers: { cookie: browser.cookie(), 'user-agent': firefox } }, (answer) => {
        answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
        answer.on('end', resolve)
      })
        .on('error', reject)
        .end()
    })
    await expect.poll(() => text).toContain('event: open')
    // The feed begins with what happens from now on.
    await new Promise((resolve) => setTimeout(resolve, 600))
    return { text: () => text, ended }
  }

  it('closes at once when the session is ended', async () => {
    const id = await house.hire('strumien', 'all')
    const { text, ended } = await listen(await house.signIn('strumien'))
    await asSampleUser(house.system, { login: 'strumien', right: rights.account.sessions }, async (ctx) => {
      await endSessions({ userId: id, except: null })
      await ctx.journal({ document: `platform.user:${id}` })
    })
    await ended
    expect(text()).toContain('event: signed-out')
  })

  it('closes at once when the right to it is taken away while the page is open', async () => {
    await house.hire('admin', 'all')
    const id = await house.hire('odebrane', ['platform.events.view', 'platform.notices.view'])
    const browser = await house.signIn('odebrane')
    const { text, ended } = await listen(browser)
    const change = { lines: ['platform.events.view', 'platform.notices.view'].map((right) => ({ holder: `u${id}`, right, effect: null })), levels: [], presets: [] }
    expect((await (await house.signIn('admin')).mutate('platform.rights.change', change)).failure).toBeNull()
    expect((await browser.query('platform.notices.list')).failure?.code).toBe('denied')
    await ended
    expect(text()).toContain('event: signed-out')
  })
})

describe('what is watched', () => {
  const eventsOf = (rule: string) => house.rows('select severity, count, procedure_name, sample from platform_security_event where rule = ? order by id', [rule])

  it('tells a burst of refusals once, and again when it has grown', async () => {
    await house.hire('ciekawy', [])
    const browser = await house.signIn('ciekawy')
    for (let number = 0; number < 35; number += 1) await browser.query('platform.notices.list')
    await expect
      .poll(() => eventsOf('denied-burst'))
      .toEqual([
        ['warn', 10, 'platform.notices.list', null],
        ['critical', 30, 'platform.notices.list', null],
      ])
  })

  it('tells fields that our pages do not have, by name and without what was typed', async () => {
    await house.hire('haker', 'all')
    const browser = await house.signIn('haker')
    await browser.mutate('platform.preferences.set', { key: 'a', value: 1, isAdmin: 'a secret value' })
    await expect.poll(() => eventsOf('tampered-field')).toEqual([['warn', 1, 'platform.preferences.set', 'isAdmin: unknown-field']])
  })

  it('tells a request from a foreign page, with its signs made harmless', async () => {
    await house.http.inject({ method: 'POST', url: '/trpc/platform.session.signOut', headers: { origin: 'https://evil.example', 'user-agent': 'x\u2028<script>' } })
    await expect.poll(() => eventsOf('foreign-origin')).toEqual([['warn', 1, 'platform.session.signOut', 'Origin: https://evil.example; Sec-Fetch-Site: –']])
  })
})

describe('the door', () => {
  it('takes no batches', async () => {
    const answer = await house.http.inject({ method: 'POST', url: '/trpc/platform.session.signIn,platform.session.signIn?batch=1', payload: { 0: {}, 1: {} } })
    expect([answer.statusCode, answer.json().error.data.failure.code]).toEqual([404, 'unknown-procedure'])
  })

  it('does not change a session by GET, whatever it is asked', async () => {
    const answer = await house.http.inject({ url: '/trpc/platform.session.signOut', headers: { 'x-http-method-override': 'POST' } })
    expect(answer.statusCode).toBe(404)
  })

  it('gives cookies that scripts and other sites do not get, and under https only over https', async () => {
    await house.hire('ciastko', 'all')
    const cookiesOf = async (at: House) => {
      const answer = await at.http.inject({ method: 'POST', url: '/trpc/platform.session.signIn', payload: { login: 'ciastko', password: testPassword } })
      return [answer.headers['set-cookie'] ?? []].flat()
    }
    for (const cookie of await cookiesOf(house)) expect(cookie).toMatch(/^crm(-device)?=.*HttpOnly/)
    const secure = await openHouse([platformServer], { env: { PUBLIC_URL: 'https://crm.firma.example' } })
    await secure.hire('ciastko', 'all')
    const cookies = await cookiesOf(secure)
    expect(cookies.length).toBe(2)
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-crm(-device)?=/)
      for (const word of [/; Secure/, /; HttpOnly/, /; SameSite=Lax/, /; Path=\//]) expect(cookie).toMatch(word)
      expect(cookie).not.toMatch(/Domain=/)
    }
    const headers = (await secure.http.inject('/healthz')).headers
    expect(headers['strict-transport-security']).toMatch(/max-age=\d{7,}/)
    expect(headers['content-security-policy']).toMatch(/upgrade-insecure-requests/)
    await secure.close()
    const plain = (await house.http.inject('/healthz')).headers
    expect(plain['strict-transport-security']).toBeUndefined()
    expect(plain['content-security-policy']).not.toMatch(/upgrade-insecure-requests|'unsafe-eval'|script-src[^;]*unsafe-inline/)
    expect([plain['x-content-type-options'], plain['referrer-policy']]).toEqual(['nosniff', 'same-origin'])
  })

  it('clears what the browser has kept when one signs out', async () => {
    const answer = await house.http.inject({ method: 'POST', url: '/trpc/platform.session.signOut' })
    expect(answer.headers['clear-site-data']).toBe('"cache"')
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it('says when to come back', async () => {
    await house.rows("insert into platform_setting (name, value, changed_at) values ('platform.signIn.captchaAfter', '10', utc_timestamp(3))")
    house.system.settings.forget()
    for (let number = 0; number < 11; number += 1) await house.anonymous({ ip: '192.0.2.77' }).mutate('platform.session.signIn', { login: 'nikt', password: 'x' })
    const answer = await house.http.inject({ method: 'POST', url: '/trpc/platform.session.signIn', remoteAddress: '192.0.2.77', payload: { login: 'nikt', password: 'x' } })
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '900'])
  })
})
