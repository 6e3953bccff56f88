import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import directory from '@crm/directory/server'
import platform, { perform } from '@crm/platform/server'
import type { Attachment, ScanLine } from '@crm/storage'
import storage, { openBlobStore } from '@crm/storage/server'
import { type Browser, type House, openHouse, openScanner } from '@crm/testing/server'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

// Each scan starts processes of its own.
vi.setConfig({ testTimeout: 180_000 })

let house: House
let chief: Browser
let owner = 0
let folder = ''
let page: Awaited<ReturnType<typeof scanned>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crm-pictures-'))
  house = await openHouse([platform, storage, directory, contracts], { env: { SCAN_FOLDER: folder } })
  house.setClock('2026-11-24T09:00:00Z')
  owner = await house.hire('chief', 'all')
  chief = await house.signIn('chief')
  await chief.mutate('directory.party.create', { values: { name: 'Łąka Meble S.A.' } })
  page = await scanned()
})
afterAll(async () => {
  await house.close()
  await rm(folder, { recursive: true, force: true })
})

/** A new contract, and its first page with the label as a scanner takes a picture of it. */
async function scanned(): Promise<{ id: number; jpeg: Buffer }> {
  const { cutLabel, scanPage } = await openScanner()
  const { data } = await chief.mutate('contracts.trade.create', { values: { ...usualContract, subject: 'Serwis', owner } })
  const { id } = data as { id: number }
  const printed = (await chief.mutate('contracts.trade.labels.print', { ids: [id] })).data as { id: number }[]
  const url = `/labels/contracts.trade?ids=${printed[0]?.id}&format=roll-62&start=1&x=0&y=0`
  const sheet = (await house.http.inject({ url, headers: { cookie: chief.cookie() } })).rawPayload
  const seen = await scanPage(await cutLabel(sheet, { width: 62, height: 29, dpi: 400 }), { dpi: 200, colours: 'colour' })
  return { id, jpeg: await sharp(seen.image).withMetadata({ density: 200 }).jpeg({ quality: 85 }).toBuffer() }
}

const base64 = (text: string) => Buffer.from(text).toString('base64')
async function upload(name: string, content: Buffer): Promise<unknown> {
  const tus = { cookie: chief.cookie(), 'tus-resumable': '1.0.0' }
  const metadata = `filename ${base64(name)},document ${base64('0')}`
  const begun = await house.http.inject({
    method: 'POST',
    url: '/files/contracts.scans/upload',
    headers: { ...tus, 'upload-length': String(content.length), 'upload-metadata': metadata },
  })
  const type = 'application/offset+octet-stream'
  const sent = await house.http.inject({ method: 'PATCH', url: String(begun.headers.location), headers: { ...tus, 'content-type': type, 'upload-offset': '0' }, payload: content })
  return sent.statusCode === 204 ? 204 : JSON.parse(sent.body).error.data.failure
}
async function work(): Promise<void> {
  for (;;) {
    const [row] = await house.rows("select id, name, payload from platform_outbox where name like 'contracts.%-scan' order by created_at, id limit 1")
    if (!row) return
    const [id, name, payload] = row as [string, string, unknown]
    const handler = contracts.handlers.find(({ job }) => job.name === name) ?? expect.fail(name)
    expect(await perform(house.system, handler, { id, data: payload })).toBe('done')
    await house.rows('delete from platform_outbox where id = ?', [id])
  }
}
const newest = async () => ((await chief.query('contracts.scans.list')).data as ScanLine[]).toSorted((one, other) => other.id - one.id)[0]
const files = async (documentId: number) => (await chief.query('contracts.trade.files.list', { documentId })).data as Attachment[]
const stored = (sha256: string) => readFile(openBlobStore(house.system.env.CRM_DATA).pathOf(sha256))
const picture = async (id: number | undefined) => String((await house.rows('select picture_sha256 from storage_scan where id = ?', [id]))[0]?.[0])

it('a JPEG hangs itself on its contract as a PDF with the very same picture in it, and stays as it came', async () => {
  expect(await upload('umowa.jpg', page.jpeg)).toBe(204)
  await work()
  const scan = await newest()
  expect(scan).toMatchObject({ name: 'umowa.jpg', state: 'done', parts: [{ state: 'attached', document: `contracts.trade:${page.id}` }] })
  const [file] = await files(page.id)
  expect(file).toMatchObject({ type: 'application/pdf', version: 1 })
  expect((await stored(file?.sha256 ?? '')).includes(page.jpeg)).toBe(true)
  expect((await stored(await picture(scan?.id))).equals(page.jpeg)).toBe(true)
})

const grey = () => sharp(page.jpeg).greyscale().toColourspace('b-w')
const dots = { xres: 200 / 25.4, yres: 200 / 25.4 }

it.each<[string, string, number, () => Promise<Buffer>]>([
  [
    'a TIFF of a fax machine',
    'faks.tif',
    1,
    () =>
      grey()
        .tiff({ compression: 'ccittfax4', bitdepth: 1, ...dots })
        .toBuffer(),
  ],
  [
    'a TIFF of several pages',
    'skan.tiff',
    2,
    async () => {
      const first = await grey().png().toBuffer()
      return sharp([first, await sharp(first).flip().png().toBuffer()], { join: { animated: true } })
        .tiff({ compression: 'lzw', ...dots })
        .toBuffer()
    },
  ],
  ['a JPEG that lies on its side by its own note', 'bokiem.jpg', 1, () => sharp(page.jpeg).rotate(270).withMetadata({ density: 200, orientation: 6 }).jpeg().toBuffer()],
])('%s is read, and is a new version', async (_what, name, pageCount, content) => {
  const [before] = await files(page.id)
  expect(await upload(name, await content())).toBe(204)
  await work()
  expect(await newest()).toMatchObject({ name, state: 'done', pageCount, parts: [{ document: `contracts.trade:${page.id}` }] })
  expect((await files(page.id))[0]?.version).toBe((before?.version ?? 0) + 1)
})

const noise = () =>
  sharp({ create: { width: 600, height: 600, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 40 } } })
    .jpeg()
    .toBuffer()

it('a picture that is cut off is refused at its place', async () => {
  const jpeg = await noise()
  const before = await newest()
  expect(await upload('uciety.jpg', jpeg.subarray(0, 20_000))).toMatchObject({ code: 'unsafe-file', params: { reason: 'broken' } })
  expect(await newest()).toEqual(before)
})

it('pictures in the watched folder are taken in, once, and a broken one goes to the rejected with the reason', async () => {
  expect((await chief.mutate('platform.settings.save', { values: { 'storage.intake.person': 'chief' } })).failure).toBeNull()
  const [before] = await files(page.id)
  const png = await sharp(page.jpeg).withMetadata({ density: 200 }).png().toBuffer()
  for (const [name, content] of [
    ['a.png', png],
    ['b.png', png],
    ['zepsuty.jpg', (await noise()).subarray(0, 20_000)],
  ] as const)
    await writeFile(join(folder, name), content)
  const handler = contracts.handlers.find(({ job }) => job.name === 'contracts.watch-folder') ?? expect.fail('the folder is watched')
  for (let turn = 0; turn < 3; turn += 1) await perform(house.system, handler, { id: randomUUID(), data: {} })
  await work()
  expect(await files(page.id)).toMatchObject([{ version: (before?.version ?? 0) + 1 }])
  expect((await readdir(join(folder, 'rejected'))).toSorted()).toEqual(['zepsuty.jpg', 'zepsuty.jpg.txt'])
  expect(await readFile(join(folder, 'rejected', 'zepsuty.jpg.txt'), 'utf8')).toContain('uszkodzony')
})
