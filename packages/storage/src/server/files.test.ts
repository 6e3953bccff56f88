import { readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { platformServer } from '@crm/platform/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import storage from './index.ts'
import { paper } from './sample-paper.ts'

let house: House
let anna: Browser

beforeAll(async () => {
  house = await openHouse([platformServer, storage, paper])
  await house.hire('anna', 'all')
  await house.hire('other', 'all')
  anna = await house.signIn('anna')
})
afterAll(() => house.close())

const pdf = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(200_000, 'abc'), Buffer.from('\n%%EOF')])
const base64 = (text: string) => Buffer.from(text).toString('base64')
const tus = (browser: Browser) => ({ cookie: browser.cookie(), 'tus-resumable': '1.0.0' })

async function begin(name: string, size: number, { document = 1, browser = anna } = {}) {
  return house.http.inject({
    method: 'POST',
    url: '/files/paper.sheet/upload',
    headers: { ...tus(browser), 'upload-length': String(size), 'upload-metadata': `filename ${base64(name)},document ${base64(String(document))}` },
  })
}

const add = (path: string, part: Buffer, offset: number, browser = anna) =>
  house.http.inject({ method: 'PATCH', url: path, headers: { ...tus(browser), 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) }, payload: part })

async function attach(name: string, content: Buffer, document = 1) {
  const path = String((await begin(name, content.length, { document })).headers.location)
  return add(path, content, 0)
}

const files = async (document = 1) =>
  (await anna.query('paper.files.list', { documentId: document })).data as { id: number; name: string; version: number; size: number; type: string; sha256: string; by: string }[]
const blobs = async () => (await readdir(join(house.system.env.CRM_DATA, 'blobs'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length

describe('an upload', () => {
  it('arrives in pieces, goes on where it was cut, and hangs on its document', async () => {
    const path = String((await begin('Umowa żółta.pdf', pdf.length)).headers.location)
    expect((await add(path, pdf.subarray(0, 70_000), 0)).statusCode).toBe(204)
    const head = await house.http.inject({ method: 'HEAD', url: path, headers: tus(anna) })
    expect(head.headers['upload-offset']).toBe('70000')
    expect((await add(path, pdf.subarray(0, 10), 5)).statusCode).toBe(409)
    expect((await add(path, pdf.subarray(70_000), 70_000)).statusCode).toBe(204)
    expect(await files()).toMatchObject([{ name: 'Umowa żółta.pdf', version: 1, size: pdf.length, type: 'application/pdf', by: 'Test anna' }])
  })

  it('with the same name is a new version, with the same content nothing new, and content is stored once', async () => {
    const count = await blobs()
    await attach('Umowa żółta.pdf', pdf)
    expect(await files()).toMatchObject([{ version: 1 }])
    await attach('kopia.pdf', pdf, 2)
    expect(await blobs()).toBe(count)
    await attach('UMOWA ŻÓŁTA.pdf', Buffer.concat([pdf, Buffer.from('\n')]))
    expect(await files()).toMatchObject([{ version: 2 }])
  })

  it.each([
    ['obraz.png', pdf, 415, 'wrong-type'],
    ['program.exe', Buffer.from('MZ'), 415, 'wrong-type'],
    ['strona.html', Buffer.from('<script>'), 415, 'wrong-type'],
    ['bez-końcówki', Buffer.from('x'), 415, 'wrong-type'],
    ['tekst.txt', Buffer.from([0, 1, 2]), 415, 'wrong-type'],
    ['pusty.pdf', Buffer.alloc(0), 400, 'empty-file'],
    [`${'x'.repeat(250)}.pdf`, pdf, 400, 'invalid'],
  ])('of %s is refused and leaves nothing', async (name, content, status, code) => {
    const before = [await blobs(), await files(2)]
    const begun = await begin(name, content.length, { document: 2 })
    const answer = begun.statusCode === 201 ? await add(String(begun.headers.location), content, 0) : begun
    expect([answer.statusCode, JSON.parse(answer.body).error.data.failure.code]).toEqual([status, code])
    expect([await blobs(), await files(2)]).toEqual(before)
  })

  it('larger than the limit, to a document that is not there, or to somebody else is refused', async () => {
    expect((await begin('wielki.pdf', 3 * 1024 ** 3)).statusCode).toBe(413)
    expect((await begin('a.pdf', 10, { document: 99 })).statusCode).toBe(404)
    const path = String((await begin('a.pdf', 10)).headers.location)
    const other = await house.signIn('other')
    expect((await add(path, Buffer.from('x'), 0, other)).statusCode).toBe(404)
    expect((await add('/files/paper.sheet/upload/..%2f..%2fetc', Buffer.from('x'), 0)).statusCode).toBe(404)
  })

  it.runIf(process.platform === 'linux')('that no longer fits on the disk says so, and what had arrived stays', async () => {
    const before = [await blobs(), await files(2)]
    const path = String((await begin('za duży.pdf', pdf.length, { document: 2 })).headers.location)
    const growing = join(house.system.env.CRM_DATA, 'uploads', path.split('/').at(-1) ?? '')
    await rm(growing)
    await symlink('/dev/full', growing)
    const answer = await add(path, pdf, 0)
    expect([answer.statusCode, JSON.parse(answer.body).error.data.failure.code]).toEqual([507, 'disk-full'])
    expect([await blobs(), await files(2)]).toEqual(before)
    // Somebody made room: the same upload goes on.
    await rm(growing)
    await writeFile(growing, '')
    expect((await add(path, pdf, 0)).statusCode).toBe(204)
    expect((await files(2)).map((file) => file.name)).toContain('za duży.pdf')
  })

  it('that was complete when the server died is hung on its document at the next question', async () => {
    const path = String((await begin('po awarii.pdf', pdf.length, { document: 2 })).headers.location)
    // All bytes on the disk, and the process gone before the row.
    await writeFile(join(house.system.env.CRM_DATA, 'uploads', path.split('/').at(-1) ?? ''), pdf)
    const head = await house.http.inject({ method: 'HEAD', url: path, headers: tus(anna) })
    expect([head.statusCode, head.headers['upload-offset']]).toEqual([200, String(pdf.length)])
    expect((await files(2)).map((file) => file.name)).toContain('po awarii.pdf')
  })
})

describe('reading', () => {
  it('downloads the original, answers ranges, and journals it once', async () => {
    const [file] = await files()
    const whole = await house.http.inject({ url: `/files/paper.sheet/${file?.id}/download`, headers: { cookie: anna.cookie() } })
    expect([whole.statusCode, whole.rawPayload.length, whole.headers['content-type']]).toEqual([200, file?.size, 'application/octet-stream'])
    expect(whole.headers['content-disposition']).toContain("filename*=UTF-8''Umowa%20%C5%BC%C3%B3%C5%82ta.pdf")
    const part = await house.http.inject({ url: `/files/paper.sheet/${file?.id}/download`, headers: { cookie: anna.cookie(), range: 'bytes=2-4' } })
    expect([part.statusCode, part.body, part.headers['content-range']]).toEqual([206, 'DF-', `bytes 2-4/${file?.size}`])
    const entries = await house.rows("select document, document_code from platform_journal where action = 'paper.files.download' and outcome = 'done'")
    expect(entries.length).toBeGreaterThan(0)
    expect(entries[0]).toEqual(['paper.sheet:1', 'P/1'])
  })

  it('of a removed file, of another kind, or of nothing finds nothing', async () => {
    const [file] = await files(2)
    await anna.mutate('paper.files.remove', { id: file?.id })
    for (const id of [file?.id, 99_999, 'x']) {
      const answer = await house.http.inject({ url: `/files/paper.sheet/${id}/download`, headers: { cookie: anna.cookie() } })
      expect(answer.statusCode).toBe(404)
    }
  })
})
