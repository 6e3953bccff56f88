import { randomUUID } from 'node:crypto'
import directory from '@crm/directory/server'
import platform, { perform } from '@crm/platform/server'
import register from '@crm/register/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse, openWhiteList, type WhiteList } from '@crm/testing/server'
import { checkDigit } from '@crm/directory'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

let house: House
let list: WhiteList
let clerk: Browser
let owner = 0
let today = '2026-11-24'
const account = '61109010140000071219812874'
const nips = Array.from({ length: 60 }, (_, at) => `5260251${String(at).padStart(2, '0')}`).flatMap((nine) => {
  const check = checkDigit(nine)
  return check === null ? [] : `${nine}${check}`
})

const night = async (day: string) => {
  today = day
  house.setClock(`${day}T03:10:00Z`)
  await perform(house.system, handler(), { id: randomUUID(), data: {} })
}
const handler = () => {
  const found = directory.handlers?.find((one) => one.job.name === 'directory.check-white-list')
  if (!found) throw new Error('no handler')
  return found
}
const todos = () => house.rows("select user_id, document from platform_todo where kind = 'directory.white-list'")
const checks = async () => Number((await house.rows('select count(*) from directory_white_list_check'))[0]?.[0])

beforeAll(async () => {
  list = await openWhiteList({ today: () => today })
  house = await openHouse([platform, storage, register, directory, contracts])
  house.setClock('2026-11-23T09:00:00Z')
  owner = await house.hire('clerk', 'all')
  clerk = await house.signIn('clerk')
  await clerk.mutate('platform.settings.save', { values: { 'directory.whiteList.address': list.address } })
  const [first = '', second = ''] = nips
  for (const [at, nip] of [first, second].entries()) {
    await clerk.mutate('directory.party.create', { values: { name: `Kontrahent ${at}`, nip, accounts: [account] } })
    list.list({ nip, accountNumbers: [account] })
  }
  await clerk.mutate('contracts.trade.create', { values: { ...usualContract, owner } })
  await clerk.mutate('contracts.trade.create', { values: { ...usualContract, parties: [2], status: 'ended', owner } })
})
afterAll(async () => {
  await house.close()
  await list.close()
})

describe('at night', () => {
  it('parties of contracts in force are asked about once, the others not', async () => {
    await night('2026-11-24')
    expect(await house.rows('select party_id from directory_white_list_check')).toEqual([[1]])
    await night('2026-11-24')
    expect(await checks()).toBe(1)
    expect(await todos()).toEqual([])
  })

  it('an account that left the list is a task of who looks after the contract, and none when it is back', async () => {
    list.list({ nip: nips[0] ?? '', accountNumbers: [] })
    await night('2026-11-25')
    expect(await todos()).toEqual([[owner, 'directory.party:1']])
    list.list({ nip: nips[0] ?? '', accountNumbers: [account] })
    await night('2026-11-26')
    expect(await todos()).toEqual([])
  })

  it('a lost status is one too', async () => {
    list.strike(nips[0] ?? '')
    await night('2026-11-27')
    expect(await todos()).toHaveLength(1)
  })

  it('a register that does not answer is asked later, and what was missed is caught up', async () => {
    list.set('WL-196')
    const before = await checks()
    await night('2026-11-28')
    expect(await checks()).toBe(before)
    const [[startAfter] = []] = await house.rows("select start_after from platform_outbox where name = 'directory.check-white-list' order by seq desc limit 1")
    expect(String(startAfter)).toMatch(/^2026-11-28 03:40/)
    list.set(null)
    await night('2026-11-28')
    expect(await checks()).toBe(before + 1)
  })

  it('thirty are asked about at once, and the next question is a job of its own', async () => {
    for (const [at, nip] of nips.slice(2, 36).entries()) {
      const { data } = await clerk.mutate('directory.party.create', { values: { name: `Dalszy ${at}`, nip } })
      await clerk.mutate('contracts.trade.create', { values: { ...usualContract, subject: `Dalsza ${at}`, parties: [(data as { id: number }).id], owner } })
    }
    const before = await checks()
    const asked = list.asked().length
    await night('2026-11-30')
    expect([await checks(), list.asked().length]).toEqual([before + 30, asked + 1])
    await night('2026-11-30')
    expect([await checks(), list.asked().length]).toEqual([before + 35, asked + 2])
    await night('2026-11-30')
    expect(list.asked()).toHaveLength(asked + 2)
  })

  it('some questions are left for people', async () => {
    await clerk.mutate('platform.settings.save', { values: { 'directory.whiteList.dailyLimit': 40 } })
    const asked = list.asked().length
    await night('2026-12-01')
    expect(list.asked()).toHaveLength(asked)
  })
})
