import { type House, openHouse, testPassword } from '@crm/testing/server'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { platformServer } from '../../platform-server.ts'
import { unblock } from './unblock.ts'

let house: House

beforeAll(async () => {
  house = await openHouse([platformServer])
  await house.hire('anna', 'all')
})
afterEach(async () => {
  await unblock(house.system, 'all')
  await house.rows('delete from platform_security_event')
})
afterAll(() => house.close())

const ask = (url: string, remoteAddress: string, headers: Record<string, string> = {}) => house.http.inject({ url, remoteAddress, headers })
const events = () => house.rows('select rule, severity, count, action, sample from platform_security_event order by id')
const signIn = async (ip: string) => (await house.anonymous({ ip }).mutate('platform.session.signIn', { login: 'anna', password: testPassword })).failure?.code ?? 'in'

it('writes down who looks for holes: once, and when it goes on; then that address does not sign in for a while', async () => {
  await ask('/wp-login.php', '192.0.2.1')
  await expect.poll(events).toEqual([['scanner', 'info', 1, null, 'GET /wp-login.php']])
  for (let number = 0; number < 4; number += 1) await ask('/.env', '192.0.2.1')
  await expect.poll(async () => (await events()).slice(1)).toEqual([['scanner', 'warn', 5, 'address-locked', 'GET /.env']])
  expect([await signIn('192.0.2.1'), await signIn('192.0.2.2')]).toEqual(['too-many-attempts', 'in'])
})

it('takes a payload of a stranger for an attack at once, and nothing that somebody who is signed in asks for', async () => {
  await ask('/?id=1%20union%20select%20password', '192.0.2.3')
  await expect.poll(events).toEqual([['payload', 'warn', 1, null, 'GET /?id=1%20union%20select%20password']])
  await house.rows('delete from platform_security_event')
  const anna = await house.signIn('anna')
  expect((await anna.query('platform.search.find', { text: "' or '1'='1" })).failure).toBeNull()
  expect((await events()).filter(([rule]) => rule === 'payload')).toEqual([])
})

it('names a key that reaches into prototypes, in any JSON', async () => {
  for (const payload of ['{"__proto__":{"isAdmin":true},"login":"a","password":"b"}', '{"login":{"constructor":1},"password":"b"}', '{"\\u005f_proto__":1}'])
    expect((await house.http.inject({ method: 'POST', url: '/trpc/platform.session.signIn', headers: { 'content-type': 'application/json' }, payload })).statusCode).toBe(400)
  await expect.poll(events).toEqual([1, 3].map((count) => ['tampered-field', 'warn', count, 'refused', '__proto__: unknown-field']))
})

it('believes no address that a stranger passes on, and says so', async () => {
  await ask('/readyz', '192.0.2.4', { 'x-forwarded-for': '10.0.0.1' })
  await expect.poll(events).toEqual([['forwarded-for', 'info', 1, 'ignored', 'X-Forwarded-For: 10.0.0.1']])
  expect(await house.rows('select address from platform_security_event')).toEqual([['192.0.2.4']])
})
