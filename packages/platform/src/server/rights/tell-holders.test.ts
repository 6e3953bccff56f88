import { type Browser, type House, openHouse, testPassword } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { platformServer } from '../platform-server.ts'

let house: House
let boss: Browser
let ids: { boss: number; second: number; clerk: number }

beforeAll(async () => {
  house = await openHouse([platformServer])
  ids = { boss: await house.hire('boss', 'all'), second: await house.hire('second', 'all'), clerk: await house.hire('clerk', ['platform.notices.view']) }
  boss = await house.signIn('boss')
})
afterAll(() => house.close())

const told = async (kind: string) =>
  (await house.rows("select payload from platform_outbox where name = 'platform.notify' order by seq"))
    .map(([payload]) => (typeof payload === 'string' ? JSON.parse(payload) : payload) as { userId: number; kind: string })
    .filter((one) => one.kind === kind)
    .map((one) => one.userId)

it('tells everybody else who may change rights of a change of rights, of groups and of what guards the system', async () => {
  await boss.mutate('platform.rights.change', { lines: [{ holder: `u${ids.clerk}`, right: 'platform.help.view', effect: '+' }], levels: [], presets: [] })
  expect(await told('platform.rights-changed')).toEqual([ids.second])
  const { id } = (await boss.mutate('platform.groups.save', { id: null, name: 'Zarząd' })).data as { id: number }
  await boss.mutate('platform.groups.members', { id, add: [ids.clerk], remove: [] })
  expect(await told('platform.rights-changed')).toEqual([ids.second, ids.second])
  await boss.mutate('platform.settings.save', { values: { 'platform.password.minLength': 14 } })
  expect(await told('platform.guard-changed')).toEqual([ids.second])
})

it('tells the owner of an account whose password strangers try', async () => {
  await house.rows("replace into platform_setting (name, value, changed_at) values ('platform.signIn.captchaAfter', '10', utc_timestamp(3))")
  house.system.settings.forget()
  const tryFrom = (place: number, password: string) => house.anonymous({ ip: `203.0.${place}.9` }).mutate('platform.session.signIn', { login: 'clerk', password })
  for (let place = 0; place < 12; place += 1) await tryFrom(place, 'not this one')
  expect((await tryFrom(99, testPassword)).failure?.code).toBe('too-many-attempts')
  expect(await told('platform.account-tried')).toEqual([ids.clerk])
})
