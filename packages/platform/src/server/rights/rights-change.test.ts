import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RightsChange } from '../../index.ts'
import { rights } from '../../rights.ts'
import { platformServer } from '../platform-server.ts'

let house: House
let chief = 0
let second = 0
let clerk = 0
let chiefs: Browser
let seconds: Browser

const edit = rights.rights.edit.id
const help = rights.help.view.id
const change = (part: Partial<RightsChange>): RightsChange => ({ lines: [], levels: [], presets: [], ...part })
const apply = (browser: Browser, part: Partial<RightsChange>) => browser.mutate('platform.rights.change', change(part))
const holds = async (id: number, right: string) => (await house.rows('select origin from platform_user_right where user_id = ? and right_id = ?', [id, right]))[0]?.[0] ?? null
const team = async (browser: Browser, name: string, add: number[]) => {
  const { data } = await browser.mutate('platform.groups.save', { id: null, name })
  const { id } = data as { id: number }
  expect((await browser.mutate('platform.groups.members', { id, add, remove: [] })).failure).toBeNull()
  return id
}

beforeAll(async () => {
  house = await openHouse([platformServer])
  chief = await house.hire('chief', [edit, rights.groups.edit.id])
  second = await house.hire('second', [edit, rights.groups.edit.id])
  clerk = await house.hire('clerk', [])
  chiefs = await house.signIn('chief')
  seconds = await house.signIn('second')
})
afterAll(() => house.close())

it('gives a right that works at the next call, and takes it back', async () => {
  const clerks = await house.signIn('clerk')
  const ask = async () => (await clerks.query('platform.help.list', { language: 'pl' })).status
  expect(await ask()).toBe(403)
  expect((await apply(chiefs, { lines: [{ holder: `u${clerk}`, right: help, effect: '+' }] })).data).toEqual([{ userId: clerk, name: 'Test clerk', gained: [help], lost: [] }])
  expect(await ask()).toBe(200)
  await apply(chiefs, { lines: [{ holder: `u${clerk}`, right: help, effect: null }] })
  expect(await ask()).toBe(403)
})

it('shows what a change would do and leaves everything as it was', async () => {
  const before = await house.rows('checksum table platform_user_right, platform_right_line, platform_level, platform_preset, platform_right_interval')
  const { data } = await chiefs.mutate('platform.rights.preview', change({ levels: [{ holder: `u${clerk}`, app: 'platform', level: 'read' }] }))
  expect(data).toMatchObject([{ userId: clerk, gained: expect.arrayContaining([help]) }])
  expect(await house.rows('checksum table platform_user_right, platform_right_line, platform_level, platform_preset, platform_right_interval')).toEqual(before)
})

it('changes what a level holds for all who have it, through their groups too', async () => {
  const id = await team(chiefs, 'Readers', [clerk])
  await apply(chiefs, { levels: [{ holder: `g${id}`, app: 'platform', level: 'read' }] })
  expect(await holds(clerk, help)).toBe(`group:${id}:level:read`)
  const { data } = await apply(chiefs, { presets: [{ app: 'platform', level: 'read', right: help, isIn: false }] })
  expect(data).toMatchObject([{ userId: clerk, lost: [help] }])
  await apply(chiefs, { presets: [{ app: 'platform', level: 'read', right: help, isIn: true }] })
  expect(await holds(clerk, help)).toBe(`group:${id}:level:read`)
  expect(await house.rows('select count(*) from platform_preset')).toEqual([[0]])
})

it('refuses unknown rights, apps and people by name', async () => {
  for (const [part, path] of [
    [{ lines: [{ holder: `u${clerk}`, right: 'platform.nothing', effect: '+' }] }, 'right.platform.nothing'],
    [{ levels: [{ holder: `u${clerk}`, app: 'nothing', level: 'read' }] }, 'app.nothing'],
    [{ lines: [{ holder: 'u999999', right: help, effect: '+' }] }, 'holder.u999999'],
  ] as const) {
    expect((await apply(chiefs, part as Partial<RightsChange>)).failure).toEqual({ code: 'invalid', params: { issues: [{ path, code: 'not-a-choice' }] } })
  }
})

describe('nobody raises their own rights', () => {
  const untouched = async () => expect(await holds(chief, help)).toBeNull()
  beforeEach(untouched)

  it('by a line', async () => {
    expect((await apply(chiefs, { lines: [{ holder: `u${chief}`, right: help, effect: '+' }] })).failure).toMatchObject({ code: 'own-rights', params: { rights: [help] } })
    await untouched()
  })

  it('by a level', async () => {
    expect((await apply(chiefs, { levels: [{ holder: `u${chief}`, app: 'platform', level: 'read' }] })).failure?.code).toBe('own-rights')
    await untouched()
  })

  it('by going into a group, whatever the group holds', async () => {
    const id = await team(chiefs, 'Empty', [])
    expect((await chiefs.mutate('platform.groups.members', { id, add: [chief], remove: [] })).failure?.code).toBe('own-rights')
  })

  it('by a gift to a group that they are in', async () => {
    const id = await team(seconds, 'Chiefs', [chief])
    expect((await apply(chiefs, { lines: [{ holder: `g${id}`, right: help, effect: '+' }] })).failure?.code).toBe('own-rights')
    expect((await apply(chiefs, { levels: [{ holder: `g${id}`, app: 'platform', level: 'work' }] })).failure?.code).toBe('own-rights')
    await untouched()
  })

  it('by changing a level that they have', async () => {
    const bare = ['approve'] as const
    for (const level of bare) {
      const inIt = [rights.preferences.edit.id, rights.notices.view.id, rights.help.view.id, rights.events.view.id]
      await apply(seconds, { presets: inIt.map((right) => ({ app: 'platform', level, right, isIn: false })) })
      await apply(seconds, { levels: [{ holder: `u${chief}`, app: 'platform', level }] })
      expect((await apply(chiefs, { presets: [{ app: 'platform', level, right: help, isIn: true }] })).failure?.code).toBe('own-rights')
      await apply(seconds, { levels: [{ holder: `u${chief}`, app: 'platform', level: null }] })
    }
    await untouched()
  })

  it('by taking back a minus', async () => {
    const id = await team(seconds, 'Helped', [chief])
    await apply(seconds, {
      lines: [
        { holder: `g${id}`, right: help, effect: '+' },
        { holder: `u${chief}`, right: help, effect: '-' },
      ],
    })
    expect((await apply(chiefs, { lines: [{ holder: `u${chief}`, right: help, effect: null }] })).failure?.code).toBe('own-rights')
    await untouched()
    await seconds.mutate('platform.groups.remove', { id })
  })

  it('but gives rights away freely', async () => {
    expect((await apply(chiefs, { lines: [{ holder: `u${chief}`, right: rights.groups.edit.id, effect: '-' }] })).failure).toBeNull()
    expect((await apply(seconds, { lines: [{ holder: `u${chief}`, right: rights.groups.edit.id, effect: null }] })).failure).toBeNull()
    expect((await apply(seconds, { lines: [{ holder: `u${chief}`, right: rights.groups.edit.id, effect: '+' }] })).failure).toBeNull()
  })
})

describe('somebody can always change rights', () => {
  it('when two take it from each other at once', async () => {
    const take = (id: number): Partial<RightsChange> => ({ lines: [{ holder: `u${id}`, right: edit, effect: '-' }] })
    const answers = await Promise.all([apply(chiefs, take(second)), apply(seconds, take(chief))])
    const holders = await house.rows('select user_id from platform_user_right where right_id = ?', [edit])
    expect(holders.length).toBe(1)
    expect(answers.filter(({ failure }) => failure === null).length).toBe(1)
    expect(answers.find(({ failure }) => failure)?.failure?.code).toBe('last-holder')
  })

  it('when the last one takes it from themselves, by line, group or preset', async () => {
    const [[last]] = (await house.rows('select user_id from platform_user_right where right_id = ?', [edit])) as [[number]]
    const lasts = last === chief ? chiefs : seconds
    expect((await apply(lasts, { lines: [{ holder: `u${last}`, right: edit, effect: '-' }] })).failure?.code).toBe('last-holder')
    expect((await apply(lasts, { lines: [{ holder: `u${last}`, right: edit, effect: null }] })).failure?.code).toBe('last-holder')
    expect(await holds(last, edit)).toBe('direct')
  })
})
