import directory from '@crm/directory/server'
import platform from '@crm/platform/server'
import type { SavedView } from '@crm/register'
import register from '@crm/register/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import contracts from '../index.ts'

let house: House
let anna: Browser
let other: Browser
let otherId = 0
const state = {
  columns: ['number', 'value'],
  filter: { any: [{ field: 'status', op: 'oneOf', value: ['active'] }, { all: [{ field: 'owner', op: 'me' }] }] },
  shelf: 'current',
  sort: [{ field: 'value', dir: 'desc' }],
}

beforeAll(async () => {
  house = await openHouse([platform, storage, register, directory, contracts])
  await house.hire('anna', 'all')
  otherId = await house.hire('other', ['contracts.trade.view'])
  ;[anna, other] = [await house.signIn('anna'), await house.signIn('other')]
})
afterAll(() => house.close())

const views = async (browser: Browser, entity = 'trade') => (await browser.query(`contracts.${entity}.views.list`)).data as SavedView[]
const save = (given: object = {}) => anna.mutate('contracts.trade.views.save', { id: null, name: 'Moje obowiązujące', state, ...given })

it('keeps a view as it was shown, for its register and its owner only', async () => {
  const { data } = await save()
  const { id } = data as { id: number }
  expect(await views(anna)).toEqual([{ id, name: 'Moje obowiązujące', owner: 'Test anna', isMine: true, audience: 'own', groupId: null, firstFor: [], isFirst: false, state }])
  expect([await views(other), (await anna.query('contracts.property.views.list')).data]).toEqual([[], []])
  await save({ id, name: 'Obowiązujące', state: { columns: ['number'] } })
  expect(await views(anna)).toMatchObject([{ id, name: 'Obowiązujące', state: { columns: ['number'] } }])
})

it('shows a shared one to a group, to everybody, and again to nobody', async () => {
  const [view] = await views(anna)
  const share = (audience: string, groupId: number | null = null) => anna.mutate('contracts.trade.views.share', { id: view?.id, audience, groupId, firstFor: [] })
  const { data } = await anna.mutate('platform.groups.save', { id: null, name: 'Zakupy' })
  const group = (data as { id: number }).id
  await share('group', group)
  expect(await views(other)).toEqual([])
  await anna.mutate('platform.groups.members', { id: group, add: [otherId], remove: [] })
  expect(await views(other)).toMatchObject([{ name: 'Obowiązujące', owner: 'Test anna', isMine: false }])
  await share('all')
  expect(await views(other)).toHaveLength(1)
  await share('own')
  expect(await views(other)).toEqual([])
  expect((await share('group', 999)).failure).toMatchObject({ code: 'invalid', params: { issues: [{ path: 'groupId' }] } })
})

it('is where the list of a level begins, one view a level, the highest that somebody has', async () => {
  const [view] = await views(anna)
  const { data } = await save({ name: 'Kończące się' })
  const second = (data as { id: number }).id
  const share = (id: number | undefined, firstFor: string[], audience = 'all') => anna.mutate('contracts.trade.views.share', { id, audience, groupId: null, firstFor })
  const firstOfOther = async () => (await views(other)).filter((one) => one.isFirst).map((one) => one.id)
  await share(view?.id, ['read', 'work'])
  expect(await firstOfOther()).toEqual([])
  const give = (holder: string, level: string, app = 'contracts') =>
    house.rows("insert into platform_level (holder, app_id, level, given_at, request_id) values (?, ?, ?, utc_timestamp(), '')", [holder, app, level])
  await give(`u${otherId}`, 'read')
  await give(`u${otherId}`, 'manage', 'directory')
  expect(await firstOfOther()).toEqual([view?.id])
  await share(second, ['work', 'manage'])
  expect((await views(anna)).map(({ id, firstFor }) => [id, firstFor])).toEqual([
    [second, ['manage', 'work']],
    [view?.id, ['read']],
  ])
  expect(await house.rows("select document, changes from platform_journal where document like 'register.first-view:%' order by id desc limit 2")).toEqual([
    ['register.first-view:contracts.trade.work', JSON.stringify({ firstView: [view?.id, second] })],
    ['register.first-view:contracts.trade.manage', JSON.stringify({ firstView: [null, second] })],
  ])
  const [group] = await house.rows("select id from platform_group where name = 'Zakupy'")
  await give(`g${String(group?.[0])}`, 'work')
  expect(await firstOfOther()).toEqual([second])
  // Shared with fewer, it is nobody's first any more.
  await share(second, ['work', 'manage'], 'own')
  expect(await firstOfOther()).toEqual([view?.id])
  expect((await share(view?.id, ['boss'])).failure).toMatchObject({ code: 'invalid' })
  await share(view?.id, [], 'own')
  await anna.mutate('contracts.trade.views.remove', { id: second })
  expect(await house.rows('select level from register_first_view')).toEqual([])
})

it('is refused with strange columns, without its rights, and for what is somebody else’s', async () => {
  expect((await save({ state: { columns: ['password'] } })).failure).toMatchObject({ code: 'invalid' })
  expect((await other.mutate('contracts.trade.views.save', { id: null, name: 'x', state })).failure?.code).toBe('denied')
  await house.hire('third', ['contracts.trade.view', 'contracts.trade.saveView', 'contracts.trade.shareView'])
  const third = await house.signIn('third')
  const [view] = await views(anna)
  for (const [path, input] of [
    ['save', { id: view?.id, name: 'x', state }],
    ['share', { id: view?.id, audience: 'all', groupId: null, firstFor: [] }],
    ['remove', { id: view?.id }],
  ] as const)
    expect((await third.mutate(`contracts.trade.views.${path}`, input)).failure?.code).toBe('missing')
  expect((await anna.mutate('contracts.trade.views.remove', { id: view?.id })).failure).toBeNull()
  expect(await views(anna)).toEqual([])
})
