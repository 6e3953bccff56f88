import platform from '@crm/platform/server'
import register from '@crm/register/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Comparison, SuspectedPair } from '../index.ts'
import directory from './index.ts'

let house: House
let clerk: Browser
let other: Browser
let nobody: Browser
let [kept, dropped] = [0, 0]

const accounts = ['PL61109010140000071219812874', 'PL27114020040000300201355387']
const create = async (values: object) => ((await clerk.mutate('directory.party.create', { values })).data as { id: number }).id
const merge = (browser: Browser, input: object = {}) =>
  browser.mutate('directory.merge.merge', { keep: { id: kept, version: 1 }, drop: { id: dropped, version: 1 }, take: {}, ...input })
const rowOf = async (id: number) => ((await clerk.query('directory.party.get', { id })).data as { row: Record<string, unknown> }).row

beforeAll(async () => {
  house = await openHouse([platform, storage, register, directory])
  house.setClock('2026-11-24T09:00:00Z')
  for (const login of ['clerk', 'other']) await house.hire(login, 'all')
  await house.hire('nobody', ['directory.party.view', 'directory.party.edit'])
  clerk = await house.signIn('clerk')
  other = await house.signIn('other')
  nobody = await house.signIn('nobody')
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.rows("update directory_party set shelf = 'removed', nip = null where shelf = 'current'")
  kept = await create({ name: 'Granit sp. z o.o.', city: 'Łódź', accounts: [accounts[0]] })
  dropped = await create({ name: 'GRANIT Spółka z ograniczoną odpowiedzialnością', city: 'lodz', nip: '7740001454', accounts: [accounts[1]] })
})

describe('suspected duplicates', () => {
  const suspects = async () => (await clerk.query('directory.merge.suspects')).data as SuspectedPair[]

  it('are of one name and town whatever the legal form, or of one number', async () => {
    expect(await suspects()).toMatchObject([{ because: 'name', one: { id: kept }, other: { id: dropped } }])
    const third = await create({ name: 'Zupełnie inna', regon: '123456785' })
    const fourth = await create({ name: 'Też inna', regon: '123456785' })
    expect(await suspects()).toMatchObject([
      { because: 'regon', one: { id: third }, other: { id: fourth } },
      { because: 'name', one: { id: kept } },
    ])
  })

  it('are no longer shown once somebody said that they are two', async () => {
    expect((await clerk.mutate('directory.merge.apart', { one: dropped, other: kept })).failure).toBeNull()
    expect(await suspects()).toEqual([])
  })
})

describe('a merge', () => {
  it('shows both with what hangs on them before anything is done', async () => {
    await clerk.mutate('directory.party.comments.add', { documentId: dropped, body: 'Pierwszy raz' })
    const { data } = await clerk.query('directory.merge.compare', { keep: kept, drop: dropped })
    expect((data as Comparison).drop.dependents).toEqual([{ what: 'comments', count: 1, isBlocking: false }])
  })

  it('takes the values that were chosen, a number of which there is only one too, and lists together', async () => {
    expect((await merge(clerk, { take: { nip: 'drop', accounts: 'both' } })).failure).toBeNull()
    expect(await rowOf(kept)).toMatchObject({ name: 'Granit sp. z o.o.', nip: '7740001454', accounts, formerNames: 'GRANIT Spółka z ograniczoną odpowiedzialnością' })
  })

  it('leaves an address that leads on, also after the next merge, and a name that is found', async () => {
    await merge(clerk)
    expect((await clerk.query('directory.party.get', { id: dropped })).failure?.code).toBe('missing')
    const last = await create({ name: 'Bazalt' })
    await merge(clerk, { keep: { id: last, version: 1 }, drop: { id: kept, version: 2 } })
    expect((await clerk.query('directory.merge.into', { id: dropped })).data).toEqual({ id: last, name: 'Bazalt' })
    const { data } = await clerk.query('directory.party.list', { columns: ['name'], search: 'granit spolka' })
    expect((data as { rows: unknown[] }).rows).toMatchObject([[last, 2, 'Bazalt']])
  })

  it('is journalled on both', async () => {
    await merge(clerk)
    for (const id of [kept, dropped])
      expect(await house.rows("select count(*) from platform_journal where document = ? and action = 'directory.party.merge'", [`directory.party:${id}`])).toEqual([[1]])
  })

  it('is done by one of two who begin at once, either way round', async () => {
    const answers = await Promise.all([merge(clerk), merge(other, { keep: { id: dropped, version: 1 }, drop: { id: kept, version: 1 } })])
    expect(answers.map(({ failure }) => failure?.code ?? 'done').sort()).toEqual(['done', expect.stringMatching(/^(missing|stale)$/)])
    expect(await house.rows('select count(*) from directory_party where id in (?)', [[kept, dropped]])).toEqual([[1]])
  })

  it('does nothing when one of them has changed since', async () => {
    await clerk.mutate('directory.party.update', { id: dropped, version: 1, values: { phone: '+48 1' } })
    expect((await merge(clerk)).failure?.code).toBe('stale')
    expect(await house.rows('select count(*) from directory_party where id in (?)', [[kept, dropped]])).toEqual([[2]])
  })

  it('asks for its own right, and does not know of a party that one may not see', async () => {
    expect((await merge(nobody)).failure?.code).toBe('denied')
    const rights = ['view', 'access', 'merge'].map((one) => `directory.party.${one}`)
    const [[clerkId] = []] = await house.rows("select id from platform_user where login = 'clerk'")
    const lines = rights.map((right) => ({ holder: `u${Number(clerkId)}`, right, effect: '+' }))
    expect((await clerk.mutate('directory.party.access.save', { id: dropped, lines })).failure).toBeNull()
    expect((await merge(other)).failure?.code).toBe('missing')
    expect((await other.query('directory.merge.compare', { keep: kept, drop: dropped })).failure?.code).toBe('missing')
    expect((await merge(clerk)).failure).toBeNull()
    expect((await other.query('directory.party.list', { columns: ['name'], search: 'granit' })).data).toMatchObject({ rows: [[kept, 2, 'Granit sp. z o.o.']] })
  })
})
