import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import directory from '@crm/directory/server'
import platform, { perform } from '@crm/platform/server'
import type { LabelLine, ScanLine } from '@crm/storage'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { rights } from '../../rights.ts'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

// Each scan starts processes of its own.
vi.setConfig({ testTimeout: 180_000 })

let house: House
let chief: Browser
let clerk: Browser
let chiefId = 0
let scanned = 0
const { trade, scans } = rights

beforeAll(async () => {
  house = await openHouse([platform, storage, directory, contracts])
  house.setClock('2026-11-24T09:00:00Z')
  chiefId = await house.hire('chief', 'all')
  await house.hire('clerk', [scans.view.id, scans.upload.id, trade.view.id, trade.files.list.id])
  ;[chief, clerk] = [await house.signIn('chief'), await house.signIn('clerk')]
  await chief.mutate('directory.party.create', { values: { name: 'Łąka Meble S.A.' } })
})
afterAll(() => house.close())

async function contract(subject = 'Świadczenie usług sprzątania'): Promise<number> {
  const values = { ...usualContract, subject, owner: chiefId }
  const { data, failure } = await chief.mutate('contracts.trade.create', { values })
  expect(failure).toBeNull()
  return (data as { id: number }).id
}

/** Labels of these contracts, printed one a page: a stack of contracts as the scanner hands it over. */
async function stack(...ids: number[]): Promise<Buffer> {
  const { data, failure } = await chief.mutate('contracts.trade.labels.print', { ids })
  expect(failure).toBeNull()
  const labels = (data as { id: number }[]).map(({ id }) => id).join(',')
  const answer = await house.http.inject({ url: `/labels/contracts.trade?ids=${labels}&format=roll-62&start=1&x=0&y=0`, headers: { cookie: chief.cookie() } })
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
  return answer.rawPayload
}

const base64 = (text: string) => Buffer.from(text).toString('base64')

async function feed(content: Buffer, { by = chief, isKilled = false } = {}): Promise<ScanLine> {
  scanned += 1
  const tus = { cookie: by.cookie(), 'tus-resumable': '1.0.0' }
  const begun = await house.http.inject({
    method: 'POST',
    url: '/files/contracts.scans/upload',
    headers: { ...tus, 'upload-length': String(content.length), 'upload-metadata': `filename ${base64(`skan ${scanned}.pdf`)},document ${base64('0')}` },
  })
  expect(begun.statusCode).toBe(201)
  const sent = await house.http.inject({
    method: 'PATCH',
    url: String(begun.headers.location),
    headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
    payload: content,
  })
  expect(sent.statusCode).toBe(204)
  await work({ isKilled })
  const [scan] = ((await by.query('contracts.scans.list')).data as ScanLine[]).toSorted((one, other) => other.id - one.id)
  if (!scan) throw new Error('the scan is listed')
  return scan
}

/** Everything in the outbox; each job may be killed once just before its commit. */
async function work({ isKilled }: { isKilled: boolean }): Promise<void> {
  for (;;) {
    const [row] = await house.rows("select id, name, payload from platform_outbox where name like 'contracts.%-scan' order by created_at, id limit 1")
    if (!row) return
    const [id, name, payload] = row as [string, string, unknown]
    const handler = contracts.handlers.find(({ job }) => job.name === name)
    if (!handler) throw new Error(`${name} has a handler`)
    const job = { id, data: payload }
    const dying = {
      ...handler,
      run: async (...given: Parameters<typeof handler.run>) => {
        await handler.run(...given)
        throw new Error('killed')
      },
    }
    if (isKilled) await expect(perform(house.system, dying, job)).rejects.toThrow('killed')
    expect(await perform(house.system, handler, job)).toBe('done')
    expect(await perform(house.system, handler, job)).toBe('done before')
    await house.rows('delete from platform_outbox where id = ?', [id])
  }
}

const files = async (documentId: number) => (await chief.query('contracts.trade.files.list', { documentId })).data as { id: number; name: string; version: number }[]
const pagesOf = (content: Buffer) => [...content.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length

describe('a scan', () => {
  it('of two contracts is cut at their labels and hangs itself on both, once, though every job was killed', async () => {
    const [one, two] = [await contract(), await contract('Najem hali nr 2')]
    const scan = await feed(await stack(one, two), { isKilled: true })
    expect(scan).toMatchObject({ state: 'done', pageCount: 2, readCount: 2 })
    expect(scan.parts).toMatchObject([
      { pages: [1], state: 'attached', document: `contracts.trade:${one}` },
      { pages: [2], state: 'attached', document: `contracts.trade:${two}` },
    ])
    for (const id of [one, two]) {
      const hung = await files(id)
      expect(hung).toMatchObject([{ version: 1 }])
      const got = await house.http.inject({ url: `/files/contracts.trade/${hung[0]?.id}/download`, headers: { cookie: chief.cookie() } })
      expect(pagesOf(got.rawPayload)).toBeLessThanOrEqual(1)
    }
    const [entry] = await house.rows('select action, actor_id, document_code from platform_journal where document = ? and action = ?', [
      `contracts.trade:${one}`,
      trade.files.upload.id,
    ])
    expect(entry).toEqual([trade.files.upload.id, chiefId, expect.stringMatching(/^U\/H\/2026/)])
  })

  it('of one contract is kept byte for byte; again it is nothing new, changed it is a new version', async () => {
    const id = await contract()
    const content = await stack(id)
    await feed(content)
    await feed(content)
    expect(await files(id)).toMatchObject([{ version: 1 }])
    await feed(await stack(id))
    const [file] = await files(id)
    expect(file?.version).toBeGreaterThanOrEqual(1)
    const got = await house.http.inject({ url: `/files/contracts.trade/${file?.id}/download`, headers: { cookie: chief.cookie() } })
    expect(got.rawPayload.length).toBe(content.length)
  })

  it.each([
    ['archived', async (id: number) => chief.mutate('contracts.trade.archive', { id, version: 1 })],
    ['trashed', async (id: number) => chief.mutate('contracts.trade.remove', { id, version: 1 })],
    ['voided-label', async (id: number) => chief.mutate('contracts.trade.labels.void', { documentId: id })],
    ['unknown-label', async (id: number) => house.rows('delete from storage_label where document = ?', [`contracts.trade:${id}`])],
  ])('under a label of %s waits for a person', async (reason, spoil) => {
    const id = await contract()
    const content = await stack(id)
    await spoil(id)
    expect(await feed(content)).toMatchObject({ state: 'sort', parts: [{ state: 'sort', reason, document: null }] })
    expect(await files(id)).toEqual(reason === 'archived' || reason === 'trashed' ? expect.anything() : [])
  })

  it('by somebody who may not add files to the contract waits, and tells them nothing', async () => {
    const id = await contract()
    expect(await feed(await stack(id), { by: clerk })).toMatchObject({ state: 'sort', parts: [{ reason: 'no-right', document: null }] })
    expect(await files(id)).toEqual([])
  })

  it.each([
    ['broken', Buffer.from('%PDF-1.7\nnothing that a PDF is made of\n%%EOF')],
    ['broken', Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(5_000, 7)])],
  ])('that is %s waits with its reason and is not lost', async (reason, content) => {
    const scan = await feed(content)
    expect(scan).toMatchObject({ state: 'sort', parts: [{ reason }] })
    const [row] = await house.rows('select sha256 from storage_scan where id = ?', [scan.id])
    const sha = String(row?.[0])
    expect((await stat(join(house.system.env.CRM_DATA, 'blobs', sha.slice(0, 2), sha.slice(2, 4), sha))).size).toBe(content.length)
  })

  it('without a label is placed by hand, or put away; its picture is shown to who may sort', async () => {
    const id = await contract('Do ręki')
    const sheet = await house.http.inject({ url: '/labels/contracts.trade?ids=&format=roll-62&start=1&x=0&y=0', headers: { cookie: chief.cookie() } })
    const scan = await feed(sheet.rawPayload)
    expect(scan.parts).toMatchObject([{ reason: 'no-label', pages: [1] }])
    const picture = await house.http.inject({ url: `/files/contracts.scans/${scan.id}/page?page=1`, headers: { cookie: chief.cookie() } })
    expect([picture.statusCode, picture.rawPayload.subarray(8, 12).toString()]).toEqual([200, 'WEBP'])
    expect((await house.http.inject({ url: `/files/contracts.scans/${scan.id}/page?page=1`, headers: { cookie: clerk.cookie() } })).statusCode).toBe(404)
    expect((await chief.query('contracts.scans.find', { kind: 'contracts.trade', text: 'do ręki' })).data).toMatchObject([{ id }])
    const partId = scan.parts[0]?.id
    expect((await clerk.mutate('contracts.scans.place', { partId, kind: 'contracts.trade', documentId: id })).failure?.code).toBe('denied')
    expect((await chief.mutate('contracts.scans.place', { partId, kind: 'contracts.trade', documentId: id })).failure).toBeNull()
    expect((await chief.mutate('contracts.scans.place', { partId, kind: 'contracts.trade', documentId: id })).failure?.code).toBe('missing')
    expect(await files(id)).toHaveLength(1)
  })
})

it('knows which printed labels have come back', async () => {
  const [one, two] = [await contract(), await contract()]
  const paper = await stack(one)
  await stack(two)
  await feed(paper)
  const lines = (await chief.query('contracts.scans.labels')).data as LabelLine[]
  const of = (id: number) => lines.find(({ document }) => document === `contracts.trade:${id}`)
  expect([of(one)?.returnedAt !== null, of(two)?.returnedAt]).toEqual([true, null])
  const again = (await chief.mutate('contracts.trade.labels.print', { ids: [two] })).data as { code: string }[]
  expect(again[0]?.code).toBe(of(two)?.code)
})
