import directory from '@crm/directory/server'
import platform, { perform } from '@crm/platform/server'
import register from '@crm/register/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

const moment = '2026-11-24T09:00:00Z'
let house: House
let clerk: Browser
let owner = 0
let id = 0

beforeAll(async () => {
  house = await openHouse([platform, storage, register, directory, contracts])
  house.setClock(moment)
  owner = await house.hire('clerk', 'all')
  clerk = await house.signIn('clerk')
  await clerk.mutate('directory.party.create', { values: { name: 'Łąka Meble S.A.' } })
})
afterAll(() => house.close())
beforeEach(async () => {
  house.setClock(moment)
  const values = { ...usualContract, subject: 'Do kosza', owner }
  const { data, failure } = await clerk.mutate('contracts.trade.create', { values })
  expect(failure).toBeNull()
  id = (data as { id: number }).id
})

const inHouse = async () => [
  await house.rows('select id from contract_trade where id = ?', [id]),
  await house.rows('select id from contract_trade_search where id = ?', [id]),
  await house.rows('select record_id from contract_trade_parties where record_id = ?', [id]),
]

it('lets nobody edit what was put away, one or many, until it is back', async () => {
  const update = async (version: number) => (await clerk.mutate('contracts.trade.update', { id, version, values: { subject: 'Z kosza' } })).failure?.code ?? 'done'
  for (const [how, version] of [
    ['archive', 1],
    ['remove', 2],
  ] as const) {
    await clerk.mutate(`contracts.trade.${how}`, { id, version })
    expect(await update(version + 1)).toBe('put-away')
  }
  const annex = { documentId: id, number: 'A/1', signedOn: '2026-11-24', startsOn: '2026-11-24', endsOn: null, changes: { subject: 'Z kosza' } }
  expect((await clerk.mutate('contracts.trade.annexes.add', annex)).failure?.code).toBe('put-away')
  const batch = '6ba7b810-9dad-41d1-80b4-00c04fd430c8'
  const { data } = await clerk.mutate('contracts.trade.bulk.edit', { ids: [id], batch, values: { subject: 'Z kosza' } })
  expect(data).toMatchObject({ done: [], refused: [{ id, failure: { code: 'put-away' } }] })
  await clerk.mutate('contracts.trade.restore', { id, version: 3 })
  expect(await update(4)).toBe('done')
})

it('gives up a record for good with its files, from the trash only, and keeps its history', async () => {
  await house.rows("insert into storage_file (id, document, name, live_name, version, created_at) values (1, ?, 'a.pdf', 'a.pdf', 1, utc_timestamp())", [`contracts.trade:${id}`])
  await house.rows("insert into storage_blob (sha256, size, type, created_at) values (repeat('a', 64), 1, 'application/pdf', utc_timestamp())")
  await house.rows("insert into storage_version (file_id, version, sha256, upload_id, user_id, at) values (1, 1, repeat('a', 64), 'u1', 1, utc_timestamp())")
  expect((await clerk.mutate('contracts.trade.destroy', { id, version: 1, reason: 'Omyłka' })).failure?.code).toBe('in-use')
  await clerk.mutate('contracts.trade.remove', { id, version: 1 })
  expect((await clerk.query('contracts.trade.dependents', { id })).data).toEqual([{ what: 'files', count: 1, isBlocking: false }])
  expect((await clerk.mutate('contracts.trade.destroy', { id, version: 2, reason: 'Założona omyłkowo' })).failure).toBeNull()
  expect(await inHouse()).toEqual([[], [], []])
  expect(await house.rows('select id from storage_file')).toEqual([])
  expect(await house.rows('select action, note from platform_journal where document = ? order by id desc limit 1', [`contracts.trade:${id}`])).toEqual([
    ['contracts.trade.destroy', 'files: 1'],
  ])
})

it('keeps a party to which a contract refers', async () => {
  await clerk.mutate('directory.party.remove', { id: 1, version: 1 })
  expect((await clerk.query('directory.party.dependents', { id: 1 })).data).toMatchObject([{ what: 'contracts.trade', isBlocking: true }])
  expect((await clerk.mutate('directory.party.destroy', { id: 1, version: 2, reason: 'Omyłka' })).failure?.code).toBe('in-use')
  await clerk.mutate('directory.party.restore', { id: 1, version: 2 })
})

it('is emptied in the night after thirty days, not before', async () => {
  const [handler] = register.handlers
  const night = (at: string, jobId: string) => {
    house.setClock(at)
    return perform(house.system, handler, { id: `8c7f2f10-3f39-4a39-8f0a-${jobId}`, data: {} })
  }
  await clerk.mutate('contracts.trade.remove', { id, version: 1 })
  await night('2026-12-23T02:20:00Z', '000000000001')
  expect((await inHouse())[0]).toHaveLength(1)
  await night('2026-12-25T02:20:00Z', '000000000002')
  expect(await inHouse()).toEqual([[], [], []])
})

it('is refused without its right', async () => {
  await house.hire('reader', ['contracts.trade.view', 'contracts.trade.remove'])
  const reader = await house.signIn('reader')
  await clerk.mutate('contracts.trade.remove', { id, version: 1 })
  expect((await reader.mutate('contracts.trade.destroy', { id, version: 2, reason: 'Założona omyłkowo' })).failure).toMatchObject({ code: 'denied' })
  expect((await inHouse())[0]).toHaveLength(1)
})
