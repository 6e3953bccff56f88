import directory from '@crm/directory/server'
import platform from '@crm/platform/server'
import { type Browser, type House, openHouse, testPassword } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import admin from './index.ts'

let house: House
let chief: Browser
let clerk = 0
let group = 0

beforeAll(async () => {
  house = await openHouse([platform, directory, admin])
  await house.hire('chief', 'all')
  clerk = await house.hire('clerk', [])
  chief = await house.signIn('chief')
  group = ((await chief.mutate('platform.groups.save', { id: null, name: 'Księgowość' })).data as { id: number }).id
  expect((await chief.mutate('platform.groups.members', { id: group, add: [clerk], remove: [] })).failure).toBeNull()
})
afterAll(() => house.close())

const arrive = async () => ((await house.anonymous().mutate('platform.session.signIn', { login: 'clerk', password: testPassword })).data as { stage: string }).stage
const demand = (of: object, isDemanded: boolean) => chief.mutate('admin.safety.demandFactor', { of, isDemanded })

it('is asked of everybody in a group that demands it, and of nobody else', async () => {
  expect(await arrive()).toBe('in')
  expect((await demand({ groupId: group }, true)).failure).toBeNull()
  expect(await arrive()).toBe('enrol-second-factor')
  expect((await chief.query('admin.safety.factor', { id: clerk })).data).toEqual({ isOwn: false, groups: ['Księgowość'] })
  expect((await house.anonymous().mutate('platform.session.signIn', { login: 'chief', password: testPassword })).data).toMatchObject({ stage: 'in' })
  expect((await demand({ groupId: group }, false)).failure).toBeNull()
  expect(await arrive()).toBe('in')
})

it('is asked of one person too; what is not there is missing', async () => {
  expect((await demand({ userId: clerk }, true)).failure).toBeNull()
  expect(await arrive()).toBe('enrol-second-factor')
  expect((await demand({ userId: clerk }, false)).failure).toBeNull()
  expect((await demand({ userId: 99_999 }, true)).failure?.code).toBe('missing')
  expect((await demand({ groupId: 99_999 }, true)).failure?.code).toBe('missing')
  expect(
    await house.rows("select affected_user_id, affected_group_id, note from platform_journal where action = 'admin.people.demandFactor' and outcome = 'done' order by id"),
  ).toEqual([
    [null, group, '+'],
    [null, group, '-'],
    [clerk, null, '+'],
    [clerk, null, '-'],
  ])
})
