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
  expect(await views(anna)).toEqual([{ id, name: 'Moje obowiązujące', owner: 'Test anna', isMine: true, audience: 'own', groupId: null, state }])
  expect([await views(other), (await anna.query('contracts.property.views.list')).data]).toEqual([[], []])
  await save({ id, name: 'Obowiązujące', state: { columns: ['number'] } })
  expect(await views(anna)).toMatchObject([{ id, name: 'Obowiązujące', state: { columns: ['number'] } }])
})

it('shows a shared one to a group, to everybody, and again to nobody', async () => {
  const [view] = await views(anna)
  const share = (audience: string, groupId: number | null = null) => anna.mutate('contracts.trade.views.share', { id: view?.id, audience, groupId })
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

it('is refused with strange columns, without its rights, and for what is somebody else’s', async () => {
  expect((await save({ state: { columns: ['password'] } })).failure).toMatchObject({ code: 'invalid' })
  expect((await other.mutate('contracts.trade.views.save', { id: null, name: 'x', state })).failure?.code).toBe('denied')
  await house.hire('third', ['contracts.trade.view', 'contracts.trade.saveView', 'contracts.trade.shareView'])
  const third = await house.signIn('third')
  const [view] = await views(anna)
  for (const [path, input] of [
    ['save', { id: view?.id, name: 'x', state }],
    ['share', { id: view?.id, audience: 'all', groupId: null }],
    ['remove', { id: view?.id }],
  ] as const)
    expect((await third.mutate(`contracts.trade.views.${path}`, input)).failure?.code).toBe('missing')
  expect((await anna.mutate('contracts.trade.views.remove', { id: view?.id })).failure).toBeNull()
  expect(await views(anna)).toEqual([])
})
