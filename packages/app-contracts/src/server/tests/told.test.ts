import directory from '@crm/directory/server'
import platform, { perform, platformServer } from '@crm/platform/server'
import storage from '@crm/storage/server'
import register from '@crm/register/server'
import type { NoticeLine } from '@crm/platform'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rights } from '../../rights.ts'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

const { trade } = rights
const now = '2026-11-24T09:00:00.000Z'
let house: House
let chief: Browser
let guest: Browser
let ids: { chief: number; guest: number }
let contract = 0

beforeAll(async () => {
  house = await openHouse([platform, storage, directory, register, contracts])
  house.setClock(now)
  ids = { chief: await house.hire('chief', 'all'), guest: await house.hire('guest', ['platform.notices.view', 'platform.events.view']) }
  ;[chief, guest] = [await house.signIn('chief'), await house.signIn('guest')]
  await chief.mutate('directory.party.create', { values: { name: 'Łąka Meble S.A.' } })
  const { data } = await chief.mutate('contracts.trade.create', { values: { ...usualContract, subject: 'Serwis', owner: ids.chief } })
  contract = (data as { id: number }).id
})
afterAll(() => house.close())

/** Hand what lies in the outbox to its handlers, as the worker does. */
async function deliver(): Promise<void> {
  const rows = await house.rows("select id, payload from platform_outbox where name = 'platform.notify' order by seq")
  const handler = platformServer.handlers?.find((one) => one.job.name === 'platform.notify')
  if (!handler) throw new Error('no handler')
  for (const [id, payload] of rows) await perform(house.system, handler, { id: String(id), data: typeof payload === 'string' ? JSON.parse(payload) : payload })
  await house.rows("delete from platform_outbox where name = 'platform.notify'")
}
const heard = async (browser: Browser) => {
  await deliver()
  return ((await browser.query('platform.notices.list')).data as NoticeLine[]).map(({ kind, path, params }) => [kind, path, params.code ?? params.on])
}
async function endAccess(): Promise<void> {
  const handler = platformServer.handlers?.find((one) => one.job.name === 'platform.end-access')
  if (handler) await perform(house.system, handler, { id: crypto.randomUUID(), data: {} })
}

it('tells whoever a document is opened to, warns three days before it ends, once, and is gone with the access', async () => {
  const given = { id: contract, holder: `u${ids.guest}`, rights: [trade.view.id], fromAt: now, untilAt: '2026-12-24T23:00:00.000Z', isPreviewOnly: false, reason: 'audyt' }
  const { data } = await chief.mutate('contracts.trade.access.grant', given)
  const opened = ['platform.access-given', `/contracts/trade/${contract}`, 'U/H/2026/0001']
  expect(await heard(guest)).toEqual([opened])
  await endAccess()
  expect(await heard(guest)).toEqual([opened])
  house.setClock('2026-12-22T09:00:00.000Z')
  await endAccess()
  await endAccess()
  expect(await heard(guest)).toEqual([['platform.access-ending', `/contracts/trade/${contract}`, 'U/H/2026/0001'], opened])
  await chief.mutate('contracts.trade.access.end', { id: contract, grantId: (data as { id: number }).id })
  expect(await heard(guest)).toEqual([])
  house.setClock(now)
})

it('tells who looks after a contract that somebody else changed it, once until it is read', async () => {
  const anna = await house.hire('anna', 'all')
  const browser = await house.signIn('anna')
  await chief.mutate('contracts.trade.update', { id: contract, version: 1, values: { owner: anna } })
  await chief.mutate('contracts.trade.update', { id: contract, version: 2, values: { subject: 'Serwis i przegląd' } })
  await browser.mutate('contracts.trade.update', { id: contract, version: 3, values: { subject: 'Serwis, przegląd' } })
  expect(await heard(browser)).toEqual([['register.changed', `/contracts/trade/${contract}?tab=history`, 'U/H/2026/0001']])
  await browser.mutate('platform.notices.read', {})
  await chief.mutate('contracts.trade.update', { id: contract, version: 4, values: { subject: 'Serwis' } })
  expect((await heard(browser)).length).toBe(2)
  // Each kind can be switched off by the person; what is not seen is not told.
  expect(((await browser.query('platform.notices.choices')).data as { kind: string; isPressing: boolean }[]).find(({ kind }) => kind === 'register.changed')).toMatchObject({
    isPressing: false,
  })
})
