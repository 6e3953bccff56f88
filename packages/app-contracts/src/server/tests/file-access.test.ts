import type { AccessAnswer, AccessLine } from '@crm/platform'
import directory from '@crm/directory/server'
import platform from '@crm/platform/server'
import storage from '@crm/storage/server'
import type { Attachment } from '@crm/storage'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rights } from '../../rights.ts'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

const { trade } = rights
const files = [trade.files.list.id, trade.files.preview.id, trade.files.download.id, trade.files.upload.id]
const now = '2026-11-24T09:00:00.000Z'

let house: House
let chief: Browser
let reader: Browser
let guest: Browser
let ids: { chief: number; reader: number; guest: number }
let contract = 0

const base64 = (text: string) => Buffer.from(text).toString('base64')
async function upload(browser: Browser, name: string, words: string): Promise<number> {
  const content = Buffer.from(`%PDF-1.4\n${words}\n%%EOF`)
  const begun = await house.http.inject({
    method: 'POST',
    url: '/files/contracts.trade/upload',
    headers: {
      cookie: browser.cookie(),
      'tus-resumable': '1.0.0',
      'upload-length': String(content.length),
      'upload-metadata': `filename ${base64(name)},document ${base64(String(contract))}`,
    },
  })
  const { statusCode } = await house.http.inject({
    method: 'PATCH',
    url: String(begun.headers.location),
    headers: { cookie: browser.cookie(), 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
    payload: content,
  })
  return statusCode
}
const list = async (browser: Browser) => (await browser.query('contracts.trade.files.list', { documentId: contract })).data as Attachment[] | null
const names = async (browser: Browser) => ((await list(browser)) ?? []).map(({ name, version }) => `${name} ${version}`)
const idOf = async (name: string) => (await list(chief))?.find((file) => file.name === name)?.id ?? 0
const read = async (browser: Browser, id: number, how: string) =>
  (await house.http.inject({ url: `/files/contracts.trade/${id}/${how}`, headers: { cookie: browser.cookie() } })).statusCode
const plus = (holder: number, of: readonly string[]): AccessLine[] => of.map((right) => ({ holder: `u${holder}`, right, effect: '+' }))

beforeAll(async () => {
  house = await openHouse([platform, storage, directory, contracts])
  house.setClock(now)
  ids = {
    chief: await house.hire('chief', 'all'),
    reader: await house.hire('reader', [trade.view.id, trade.history.id, ...files, 'platform.notices.view']),
    guest: await house.hire('guest', [trade.view.id, 'platform.notices.view']),
  }
  ;[chief, reader, guest] = [await house.signIn('chief'), await house.signIn('reader'), await house.signIn('guest')]
  await chief.mutate('directory.party.create', { values: { name: 'Łąka Meble S.A.' } })
  const { data } = await chief.mutate('contracts.trade.create', { values: { ...usualContract, subject: 'Serwis', owner: ids.chief } })
  contract = (data as { id: number }).id
  await upload(chief, 'plan.pdf', 'plan')
  await upload(chief, 'wynagrodzenie.pdf', 'kwoty')
})
afterAll(() => house.close())

it('begins its own table as a copy of the contract’s, and then stands by itself', async () => {
  const id = await idOf('wynagrodzenie.pdf')
  const lines = [...plus(ids.chief, [trade.view.id, trade.access.id, ...files, trade.files.access.id]), ...plus(ids.reader, [trade.view.id, ...files])]
  expect((await chief.mutate('contracts.trade.access.save', { id: contract, lines })).failure).toBeNull()
  const access = async () => (await chief.query('contracts.trade.files.access.get', { id })).data as AccessAnswer
  expect((await access()).table).toBe('inherited')
  expect((await chief.mutate('contracts.trade.files.access.break', { id })).failure).toBeNull()
  const own = await access()
  expect(own.table).toBe('own')
  expect(own.lines.filter(({ holder }) => holder === `u${ids.reader}`).map(({ right }) => right)).toEqual([...files].sort())
  expect(own.viewers.map(({ userId }) => userId)).toEqual([ids.chief, ids.reader])
  await chief.mutate('contracts.trade.access.save', { id: contract, lines: null })
  expect(await names(reader)).toEqual(['plan.pdf 1', 'wynagrodzenie.pdf 1'])
})

it('is not there for those outside its table, and neither is what its history tells', async () => {
  const id = await idOf('wynagrodzenie.pdf')
  await chief.mutate('contracts.trade.files.access.save', { id, lines: plus(ids.chief, [...files, trade.files.access.id]) })
  expect([await names(reader), await names(chief)]).toEqual([['plan.pdf 1'], ['plan.pdf 1', 'wynagrodzenie.pdf 1']])
  expect([await read(reader, id, 'preview'), await read(reader, id, 'download'), await read(chief, id, 'download')]).toEqual([404, 404, 200])
  const told = async (browser: Browser) => JSON.stringify((await browser.query('contracts.trade.history', { id: contract })).data)
  expect([(await told(chief)).includes('wynagrodzenie.pdf'), (await told(reader)).includes('wynagrodzenie.pdf')]).toEqual([true, false])
})

it('keeps its name and content when somebody who may not know of it adds a file that is called the same', async () => {
  expect(await upload(reader, 'Wynagrodzenie.pdf', 'inne')).toBe(204)
  expect(await names(reader)).toEqual(['plan.pdf 1', 'Wynagrodzenie (2).pdf 1'])
  expect(await names(chief)).toContain('wynagrodzenie.pdf 1')
  expect(await upload(chief, 'wynagrodzenie.pdf', 'nowe kwoty')).toBe(204)
  expect(await names(chief)).toContain('wynagrodzenie.pdf 2')
})

it('opens to one person by a grant, to look at only, and only while they see the contract', async () => {
  const id = await idOf('wynagrodzenie.pdf')
  expect([await names(guest), await read(guest, id, 'preview')]).toEqual([[], 403])
  const given = { id, holder: `u${ids.guest}`, rights: files, fromAt: now, untilAt: null, isPreviewOnly: true, reason: 'audyt' }
  expect((await chief.mutate('contracts.trade.files.access.grant', given)).failure).toBeNull()
  expect([await names(guest), await read(guest, id, 'preview'), await read(guest, id, 'download')]).toEqual([['wynagrodzenie.pdf 2'], 200, 403])
  expect((await list(guest))?.[0]).toMatchObject({ isRestricted: true, can: [trade.files.list.id, trade.files.preview.id] })
  await chief.mutate('contracts.trade.access.save', { id: contract, lines: plus(ids.chief, [trade.view.id, trade.access.id]) })
  // Who sees the file is told without those who do not see its contract.
  expect(((await chief.query('contracts.trade.files.access.get', { id })).data as AccessAnswer).viewers.map(({ userId }) => userId)).toEqual([ids.chief])
  expect(await read(guest, id, 'preview')).toBe(404)
})
