import platform from '@crm/platform/server'
import register from '@crm/register/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse, openWhiteList, type WhiteList, type WhiteListMood } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PartyCheck, WhiteListAnswer } from '../white-list.ts'
import directory from './index.ts'

const nip = '7740001454'
const account = '61109010140000071219812874'
let house: House
let list: WhiteList
let clerk: Browser
let reader: Browser

beforeAll(async () => {
  list = await openWhiteList({ today: () => '2026-11-24' })
  house = await openHouse([platform, storage, register, directory])
  house.setClock('2026-11-24T09:00:00Z')
  await house.hire('clerk', 'all')
  await house.hire('reader', ['directory.party.view'])
  clerk = await house.signIn('clerk')
  reader = await house.signIn('reader')
  await set({ address: list.address })
  list.list({ nip, name: 'ORLEN SPÓŁKA AKCYJNA', regon: '610188201', workingAddress: 'CHEMIKÓW 7, 09-411 PŁOCK', accountNumbers: [account] })
  await clerk.mutate('directory.party.create', { values: { name: 'Orlen', nip, accounts: [account, '27114020040000300201355387'] } })
})
afterAll(async () => {
  await house.close()
  await list.close()
})

const set = async (values: object) => {
  const named = Object.fromEntries(Object.entries(values).map(([name, value]) => [`directory.whiteList.${name}`, value as unknown]))
  expect((await clerk.mutate('platform.settings.save', { values: named })).failure).toBeNull()
}
const ask = (given = nip) => clerk.mutate('directory.whiteList.ask', { nip: given })
const last = async () => (await clerk.query('directory.whiteList.last', { id: 1 })).data as PartyCheck

describe('the register of VAT payers', () => {
  it('fills a form: address in parts, accounts as we write them, no people', async () => {
    const { data } = await ask()
    expect(data as WhiteListAnswer).toMatchObject({
      day: '2026-11-24',
      taxpayer: {
        name: 'ORLEN SPÓŁKA AKCYJNA',
        regon: '610188201',
        status: 'active',
        street: 'CHEMIKÓW 7',
        postalCode: '09-411',
        city: 'PŁOCK',
        accounts: [`PL${account}`],
      },
    })
    expect(JSON.stringify(data)).not.toMatch(/pesel|representatives/)
  })

  it('answers also for one whom it does not know', async () => {
    expect(((await ask('5260251049')).data as WhiteListAnswer).taxpayer).toBeNull()
  })

  it('is asked about a party, and the answer stays as a proof with its request', async () => {
    expect((await clerk.mutate('directory.whiteList.check', { id: 1 })).failure).toBeNull()
    expect(await last()).toMatchObject({ nip, day: '2026-11-24', by: 'Test clerk', taxpayer: { status: 'active', accounts: [`PL${account}`] } })
    expect((await last()).requestId).toMatch(/98jk3i1/)
    expect(await house.rows("select count(*) from platform_journal where document = 'directory.party:1' and action = 'directory.party.whiteList' and outcome = 'done'")).toEqual([
      [1],
    ])
  })

  it.each<[WhiteListMood, string]>([
    ['WL-196', 'wl-updating'],
    ['WL-195', 'wl-updating'],
    ['WL-100', 'wl-silent'],
    ['not-json', 'wl-silent'],
    ['silent', 'wl-silent'],
  ])('that says %s is told as %s, and nothing is kept', async (mood, code) => {
    list.set(mood)
    const before = await house.rows('select count(*) from directory_white_list_check')
    expect((await clerk.mutate('directory.whiteList.check', { id: 1 })).failure).toMatchObject({ code: 'invalid', params: { issues: [{ path: 'nip', code }] } })
    expect(await house.rows('select count(*) from directory_white_list_check')).toEqual(before)
    list.set(null)
  })

  it('is asked again when its database was just replaced', async () => {
    list.set('WL-195 once')
    expect((await ask()).failure).toBeNull()
  })

  it('refuses a wrong number before anybody is asked', async () => {
    const count = list.asked().length
    expect((await ask('7740001455')).failure?.code).toBe('invalid')
    expect(list.asked()).toHaveLength(count)
  })

  it('is asked no more than the limit of the day, and not at all after it said that it is used up', async () => {
    await set({ dailyLimit: 1 })
    expect((await ask()).failure).toMatchObject({ params: { issues: [{ code: 'wl-limit' }] } })
    await set({ dailyLimit: 50 })
    list.set('WL-191')
    expect((await ask()).failure).toMatchObject({ params: { issues: [{ code: 'wl-limit' }] } })
    list.set(null)
    const count = list.asked().length
    expect((await ask()).failure).toMatchObject({ params: { issues: [{ code: 'wl-limit' }] } })
    expect(list.asked()).toHaveLength(count)
    house.setClock('2026-11-25T09:00:00Z')
    list.set('WL-100') // the stand-in's day is the one before; it is enough that it was asked
    await ask()
    expect(list.asked()).toHaveLength(count + 1)
    list.set(null)
    house.setClock('2026-11-24T09:00:00Z')
  })

  it('needs its right', async () => {
    expect((await reader.mutate('directory.whiteList.check', { id: 1 })).failure?.code).toBe('denied')
    expect((await reader.query('directory.whiteList.last', { id: 1 })).failure).toBeNull()
  })

  it('is not asked when that is switched off', async () => {
    await set({ isOn: false })
    const count = list.asked().length
    expect((await ask()).failure).toMatchObject({ params: { issues: [{ code: 'wl-off' }] } })
    expect(list.asked()).toHaveLength(count)
  })
})
