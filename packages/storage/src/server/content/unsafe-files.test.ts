import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { platformServer } from '@crm/platform/server'
import { type Browser, type House, openHouse, sampleDocx, samplePdf, sampleZip } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import storage from '../index.ts'
import { paper } from '../sample-paper.ts'

let house: House
let anna: Browser

beforeAll(async () => {
  house = await openHouse([platformServer, storage, paper])
  house.setClock('2026-11-24T09:00:00Z')
  await house.hire('anna', 'all')
  anna = await house.signIn('anna')
})
afterAll(() => house.close())

const base64 = (text: string) => Buffer.from(text).toString('base64')
async function attach(name: string, content: Buffer): Promise<unknown[]> {
  const headers = { cookie: anna.cookie(), 'tus-resumable': '1.0.0' }
  const begun = await house.http.inject({
    method: 'POST',
    url: '/files/paper.sheet/upload',
    headers: { ...headers, 'upload-length': String(content.length), 'upload-metadata': `filename ${base64(name)},document ${base64('1')}` },
  })
  const answer = await house.http.inject({
    method: 'PATCH',
    url: String(begun.headers.location),
    headers: { ...headers, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
    payload: content,
  })
  if (answer.statusCode === 204) return [204]
  const { code, params } = JSON.parse(answer.body).error.data.failure as { code: string; params: { reason?: string } }
  return [answer.statusCode, code, params.reason]
}
const kept = async () =>
  (await readdir(house.system.env.CRM_DATA, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
const events = () => house.rows("select severity, count, document, action from platform_security_event where rule = 'dangerous-file' order by id")

const types = (main: string) => `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x.xml" ContentType="${main}"/></Types>`
const office = 'application/vnd.openxmlformats-officedocument.'
const sheet = types(`${office}spreadsheetml.sheet.main+xml`)
const word = types(`${office}wordprocessingml.document.main+xml`)

/** A number of the directory changed where it stands: only the directory lies, the parts are as they were. */
function withDirectory(zip: Buffer, change: (entry: Buffer) => void): Buffer {
  const copy = Buffer.from(zip)
  for (let at = copy.indexOf('PK\u0001\u0002'); at >= 0; at = copy.indexOf('PK\u0001\u0002', at + 1)) change(copy.subarray(at))
  return copy
}
const many = () => sampleZip(Object.fromEntries(Array.from({ length: 5_001 }, (_none, at) => [`${at}.txt`, ''])))
/** Texts that hardly pack, so that none of them is too well packed alone. */
const dense = (bytes: number) => Buffer.from(Array.from({ length: bytes }, (_none, at) => (at * 7_919) % 251)).toString('latin1')

describe('a packed file', () => {
  it.each<[string, string, () => Buffer, string]>([
    ['that grows three hundred times', 'bomba.docx', () => sampleDocx(' '.repeat(3_000_000)), 'bomb'],
    ['of more than 5,000 parts', 'duzo.zip', many, 'bomb'],
    [
      'whose parts lie over each other',
      'nakladki.zip',
      () => withDirectory(sampleZip({ 'a.txt': dense(3_000), 'b.txt': dense(3_000) }), (entry) => entry.writeUInt32LE(2_900, 20)),
      'bomb',
    ],
    ['that promises less than comes out', 'klamca.zip', () => withDirectory(sampleZip({ 'a.txt': dense(90_000) }), (entry) => entry.writeUInt32LE(10, 24)), 'bomb'],
    ['with a password', 'szyfr.zip', () => withDirectory(sampleZip({ 'a.txt': 'x' }), (entry) => entry.writeUInt16LE(1, 8)), 'locked'],
    ['with macros of Office', 'makra.docx', () => sampleZip({ '[Content_Types].xml': word, 'word/vbaProject.bin': 'x' }), 'macros'],
    ['with macros of LibreOffice', 'makra.ods', () => sampleZip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'Basic/Standard/Module1.xml': 'x' }), 'macros'],
    ['with links to other sheets', 'lacza.xlsx', () => sampleZip({ '[Content_Types].xml': sheet, 'xl/externalLinks/externalLink1.xml': 'x' }), 'links'],
    ['that is cut off', 'uciety.docx', () => sampleDocx('Umowa').subarray(0, -40), 'broken'],
  ])('%s is refused, and nothing of it is kept', async (_what, name, content, reason) => {
    const before = await kept()
    expect(await attach(name, content())).toEqual([415, 'unsafe-file', reason])
    expect(await kept()).toEqual(before)
    expect(await anna.query('paper.files.list', { documentId: 1 })).toMatchObject({ data: [] })
  })

  it('that is sound is taken, with folders, without compression and of a thousand parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: 1_000 }, (_none, at) => [`plany/${at}.txt`, `plan ${at}`]))
    expect([await attach('plany.zip', sampleZip(parts)), await attach('umowa.docx', sampleDocx('Umowa najmu'))]).toEqual([[204], [204]])
  })

  it('that is refused is an event for who watches, a critical one from the third within an hour; a broken file is none', async () => {
    await house.rows('delete from platform_security_event')
    const bomb = sampleDocx(' '.repeat(3_000_000))
    await attach('uciety.docx', sampleDocx('Umowa').subarray(0, -40))
    for (let turn = 0; turn < 3; turn += 1) await attach('bomba.docx', bomb)
    house.setClock('2026-11-24T10:30:00Z')
    await attach('bomba.docx', bomb)
    expect(await events()).toEqual([
      ['warn', 1, 'paper.sheet:1', 'refused'],
      ['warn', 2, 'paper.sheet:1', 'refused'],
      ['critical', 3, 'paper.sheet:1', 'refused'],
      ['warn', 1, 'paper.sheet:1', 'refused'],
    ])
  })
})

describe('a file that is not what its name says', () => {
  it.each<[string, Buffer]>([
    ['program.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)])],
    ['strona.pdf', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['rysunek.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['strona.docx', Buffer.from('<html></html>')],
    ['umowa.docx', sampleZip({ 'a.txt': 'x' })],
  ])('%s is refused', async (name, content) => {
    const before = await kept()
    expect(await attach(name, content)).toEqual([415, 'wrong-type', undefined])
    expect(await kept()).toEqual(before)
  })

  it.each(['rysunek.svg', 'strona.html', 'program.exe', 'skrypt.js'])('%s is of no kind that is taken', async (name) => {
    const begun = await house.http.inject({
      method: 'POST',
      url: '/files/paper.sheet/upload',
      headers: { cookie: anna.cookie(), 'tus-resumable': '1.0.0', 'upload-length': '5', 'upload-metadata': `filename ${base64(name)},document ${base64('1')}` },
    })
    expect(begun.statusCode).toBe(415)
  })

  it('is shown as text only when it is called one', async () => {
    expect([await attach('strona.txt', Buffer.from('<script>alert(1)</script>')), await attach('umowa.pdf', await samplePdf('Umowa'))]).toEqual([[204], [204]])
    const [file] = ((await anna.query('paper.files.list', { documentId: 1 })).data as { id: number; name: string }[]).filter(({ name }) => name === 'strona.txt')
    const shown = await house.http.inject({ url: `/files/paper.sheet/${file?.id}/preview`, headers: { cookie: anna.cookie() } })
    expect([shown.headers['content-type'], shown.headers['x-content-type-options'], String(shown.headers['content-security-policy']).includes('sandbox')]).toEqual([
      'text/plain; charset=utf-8',
      'nosniff',
      true,
    ])
  })
})
