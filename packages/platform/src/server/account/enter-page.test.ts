import { type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { platformServer } from '../platform-server.ts'

let house: House
beforeAll(async () => {
  house = await openHouse([platformServer])
})
afterAll(() => house.close())

const entries = () =>
  house.rows("select u.login, j.action, j.rights, j.outcome, j.note from platform_journal j join platform_user u on u.id = j.actor_id where j.action = 'platform.settings.edit'")

it('is refused and journalled for somebody without the right, and nothing is written for somebody with it', async () => {
  await house.hire('gosc', [])
  await house.hire('admin', 'all')
  const enter = async (login: string, right = 'platform.settings.edit') => (await house.signIn(login)).mutate('platform.session.enter', { right })
  expect((await enter('admin')).failure).toBeNull()
  expect(await entries()).toEqual([])
  expect((await enter('gosc')).failure).toEqual({ code: 'denied', params: { right: 'platform.settings.edit' } })
  expect(await entries()).toEqual([['gosc', 'platform.settings.edit', 'platform.settings.edit', 'denied', 'no-right']])
  expect((await enter('gosc', 'no.such.right')).failure?.code).toBe('missing')
  expect((await house.anonymous().mutate('platform.session.enter', { right: 'platform.settings.edit' })).failure?.code).toBe('signed-out')
})
