import { type Browser, foldersServer, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { platformServer } from '../platform-server.ts'

// folder 1 > folder 2 > file 3, and folder 1 > file 4; another shelf 5.
let house: House
let boss: Browser
let clerk: Browser
let guest: Browser
const ids: Record<'boss' | 'clerk' | 'guest', number> = { boss: 0, clerk: 0, guest: 0 }
const [look, edit, access] = ['shelf.folders.view', 'shelf.folders.edit', 'shelf.folders.access']

beforeAll(async () => {
  house = await openHouse([platformServer, foldersServer])
  ids.boss = await house.hire('boss', 'all')
  ids.clerk = await house.hire('clerk', [look, edit])
  ids.guest = await house.hire('guest', [])
  ;[boss, clerk, guest] = await Promise.all([house.signIn('boss'), house.signIn('clerk'), house.signIn('guest')])
})
beforeEach(async () => {
  for (const name of ['platform_access_line', 'platform_access_table', 'platform_grant_right', 'platform_grant', 'shelf_folder']) await house.rows(`delete from ${name}`)
  await house.rows('insert into shelf_folder (id, parent_id) values (1, null), (2, 1), (3, 2), (4, 1), (5, null)')
  await house.rows('update platform_user set rights_version = rights_version + 1')
})
afterAll(() => house.close())

const seen = async (browser: Browser) => (await browser.query('shelf.list', {})).data
const opens = async (browser: Browser, id: number) => (await browser.query('shelf.look', { id })).failure?.code ?? 'opens'
const bossKeeps = [look, edit, access].map((right) => ({ holder: `u${ids.boss}`, right, effect: '+' }))
const lines = (...rest: { holder: string; right: string; effect: string }[]) => [...bossKeeps.map((line) => ({ ...line, holder: `u${ids.boss}` })), ...rest]
const save = async (id: number, table: object[] | null) => expect((await boss.mutate('shelf.access.save', { id, lines: table })).failure).toBeNull()
const grant = (id: number, rights = [look]) =>
  boss.mutate('shelf.access.grant', {
    ...{ id, holder: `u${ids.guest}`, rights, fromAt: '2026-01-01T00:00:00.000Z', untilAt: null, isPreviewOnly: false, reason: 'an audit' },
  })

describe('a table of a folder', () => {
  it('governs whatever is below it, at any depth, and nothing beside it', async () => {
    expect(await seen(clerk)).toEqual([1, 2, 3, 4, 5])
    await save(1, lines())
    expect(await seen(clerk)).toEqual([5])
    expect([await opens(clerk, 3), await opens(boss, 3)]).toEqual(['missing', 'opens'])
    await save(1, null)
    expect(await seen(clerk)).toEqual([1, 2, 3, 4, 5])
  })

  it('is copied by what breaks away, which then goes its own way', async () => {
    await save(1, lines({ holder: `u${ids.clerk}`, right: look, effect: '+' }))
    expect((await boss.mutate('shelf.access.break', { id: 2 })).failure).toBeNull()
    const { data } = await boss.query('shelf.access.get', { id: 2 })
    expect(data).toMatchObject({ table: 'own', lines: expect.arrayContaining([expect.objectContaining({ holder: `u${ids.clerk}`, right: look, effect: '+' })]) })
    expect((await boss.query('shelf.access.get', { id: 3 })).data).toMatchObject({ table: 'inherited' })
    // The upper one changes: below the break nothing does.
    await save(1, lines())
    expect(await seen(clerk)).toEqual([2, 3, 5])
    await save(2, lines())
    expect(await seen(clerk)).toEqual([5])
    // Given back, it inherits again what now stands above.
    await save(1, lines({ holder: `u${ids.clerk}`, right: look, effect: '+' }))
    await save(2, null)
    expect(await seen(clerk)).toEqual([1, 2, 3, 4, 5])
  })

  it('denies below too, against the general right', async () => {
    await save(1, lines({ holder: `u${ids.clerk}`, right: look, effect: '+' }, { holder: `u${ids.clerk}`, right: edit, effect: '-' }))
    expect((await clerk.mutate('shelf.edit', { id: 3 })).failure?.code).toBe('denied')
    expect((await clerk.mutate('shelf.edit', { id: 5 })).failure).toBeNull()
  })
})

describe('a grant on a folder', () => {
  it('opens whatever is below it to somebody without the general right, and ends there', async () => {
    expect((await grant(1)).failure).toBeNull()
    expect(await seen(guest)).toEqual([1, 2, 3, 4])
    expect([await opens(guest, 3), await opens(guest, 5)]).toEqual(['opens', 'missing'])
    expect((await guest.mutate('shelf.edit', { id: 3 })).failure?.code).toBe('denied')
  })

  it('does not reach below a folder with a table of its own', async () => {
    await save(2, lines())
    expect((await grant(1)).failure).toBeNull()
    expect(await seen(guest)).toEqual([1, 4])
    expect((await grant(2)).failure).toBeNull()
    expect(await seen(guest)).toEqual([1, 2, 3, 4])
  })
})
