import { randomUUID } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { perform, platformServer } from '@crm/platform/server'
import { type Browser, type House, openHouse, samplePdf } from '@crm/testing/server'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Attachment } from '../../index.ts'
import storage from '../index.ts'
import { paper } from '../sample-paper.ts'
import { thumbPath } from './thumb-path.ts'

let house: House
let anna: Browser
let lister: Browser

beforeAll(async () => {
  house = await openHouse([platformServer, storage, paper])
  await house.hire('anna', 'all')
  await house.hire('lister', ['paper.files.list'])
  ;[anna, lister] = [await house.signIn('anna'), await house.signIn('lister')]
})
afterAll(() => house.close())

const base64 = (text: string) => Buffer.from(text).toString('base64')
async function attach(name: string, content: Buffer): Promise<Attachment> {
  const headers = { cookie: anna.cookie(), 'tus-resumable': '1.0.0' }
  const begun = await house.http.inject({
    method: 'POST',
    url: '/files/paper.sheet/upload',
    headers: { ...headers, 'upload-length': String(content.length), 'upload-metadata': `filename ${base64(name)},document ${base64('1')}` },
  })
  const type = 'application/offset+octet-stream'
  const sent = await house.http.inject({
    method: 'PATCH',
    url: String(begun.headers.location),
    headers: { ...headers, 'content-type': type, 'upload-offset': '0' },
    payload: content,
  })
  expect(sent.statusCode).toBe(204)
  return fileOf(name)
}
const files = async (browser = anna) => (await browser.query('paper.files.list', { documentId: 1 })).data as Attachment[]
const fileOf = async (name: string) => (await files()).find((file) => file.name === name) ?? expect.fail(`${name} is not there`)
async function work(job = 'storage.look-at-contents'): Promise<void> {
  const handler = storage.handlers.find((one) => one.job.name === job) ?? expect.fail(`nobody does ${job}`)
  await perform(house.system, handler, { id: randomUUID(), data: {} })
}
const get = (file: Attachment, what: string, browser = anna, headers: Record<string, string> = {}) =>
  house.http.inject({ url: `/files/paper.sheet/${file.id}/${what}`, headers: { cookie: browser.cookie(), ...headers } })
const previews = async () => Number((await house.rows("select count(*) from platform_journal where action = 'paper.files.preview' and outcome = 'done'"))[0]?.[0])

/** A PDF whose parts are packed together, as most are: no word of it stands in the plain bytes. */
async function pdfThat(does: (document: PDFDocument) => unknown): Promise<Buffer> {
  const document = await PDFDocument.create()
  document.addPage()
  await does(document)
  return Buffer.from(await document.save({ useObjectStreams: true }))
}
const opensWith = (action: Record<string, unknown>) => (document: PDFDocument) =>
  document.catalog.set(PDFName.of('OpenAction'), document.context.register(document.context.obj(action as Parameters<typeof document.context.obj>[0])))

describe('a small picture', () => {
  it('is made by a worker of a PDF and of images, no larger than 160 pixels', async () => {
    const photo = await sharp({ create: { width: 900, height: 300, channels: 3, background: '#c33' } })
      .jpeg()
      .toBuffer()
    for (const [name, content] of [
      ['umowa.pdf', await samplePdf('Umowa najmu lokalu')],
      ['hala.jpg', photo],
      ['znak.png', await sharp(photo).resize(20, 20).png().toBuffer()],
    ] as const) {
      expect(await attach(name, content)).toMatchObject({ isWaiting: true, hasThumb: false })
    }
    await work()
    for (const [name, sizes] of [
      ['umowa.pdf', [113, 160]],
      ['hala.jpg', [160, 53]],
      ['znak.png', [20, 20]],
    ] as const) {
      const file = await fileOf(name)
      const answer = await get(file, 'thumb')
      expect([file.isWaiting, answer.statusCode, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([false, 200, 'image/webp', 'private, no-cache'])
      const { width, height } = await sharp(answer.rawPayload).metadata()
      expect([name, Math.abs((width ?? 0) - sizes[0]) <= 12, height]).toEqual([name, true, sizes[1]])
    }
    expect((await fileOf('umowa.pdf')).pageCount).toBe(1)
  })

  it('is no preview: it is not journalled, but behind the same right, asked again each time, and gone with the file', async () => {
    const before = await previews()
    const file = await fileOf('umowa.pdf')
    const tag = String((await get(file, 'thumb')).headers.etag)
    expect((await get(file, 'thumb', anna, { 'if-none-match': tag })).statusCode).toBe(304)
    expect([(await files(lister)).length > 0, (await get(file, 'thumb', lister, { 'if-none-match': tag })).statusCode, await previews()]).toEqual([true, 403, before])
    const removed = await fileOf('znak.png')
    await anna.mutate('paper.files.remove', { id: removed.id })
    expect((await get(removed, 'thumb')).statusCode).toBe(404)
  })

  it('of a broken, locked or unknown file is not there, and that is final', async () => {
    await attach('zepsuty.pdf', Buffer.from('%PDF-1.7\nnic dalej'))
    await attach(
      'zepsuty.png',
      Buffer.concat([
        (
          await sharp({ create: { width: 400, height: 400, channels: 3, background: '#000' } })
            .png()
            .toBuffer()
        ).subarray(0, 200),
      ]),
    )
    await attach('notatka.txt', Buffer.from('notatka'))
    await work()
    for (const name of ['zepsuty.pdf', 'zepsuty.png', 'notatka.txt']) {
      expect(await fileOf(name)).toMatchObject({ isWaiting: false, hasThumb: false, pageCount: null })
      expect((await get(await fileOf(name), 'thumb')).statusCode).toBe(404)
    }
  })

  it('that was lost is made anew from the content', async () => {
    const file = await fileOf('hala.jpg')
    const path = thumbPath(house.system.env.CRM_DATA, file.sha256)
    const first = await readFile(path)
    await rm(path)
    expect((await get(file, 'thumb')).statusCode).toBe(404)
    await work()
    expect([(await get(await fileOf('hala.jpg'), 'thumb')).statusCode, (await readFile(path)).equals(first)]).toEqual([200, true])
  })
})

describe('a PDF with active content', () => {
  it.each<[string, (document: PDFDocument) => unknown, string[]]>([
    ['a script', (document) => document.addJavaScript('start', 'app.alert(1)'), ['script']],
    ['a script when it opens', opensWith({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') }), ['script']],
    ['a program to start', opensWith({ S: 'Launch', F: PDFString.of('cmd.exe') }), ['launch']],
    ['a form that sends itself', opensWith({ S: 'SubmitForm', F: PDFString.of('https://example.com') }), ['send']],
    ['a file inside', (document) => document.attach(Buffer.from('x'), 'x.txt'), ['files']],
    ['nothing but a first page', (document) => document.catalog.set(PDFName.of('OpenAction'), document.context.obj([document.getPage(0).ref, 'Fit'])), []],
  ])('with %s is known, though nothing of it stands in plain bytes', async (what, does, active) => {
    const content = await pdfThat(does)
    expect(content.includes('/Launch') || content.includes('/SubmitForm')).toBe(false)
    await attach(`${what}.pdf`, content)
    await work()
    expect(await fileOf(`${what}.pdf`)).toMatchObject({ active, hasThumb: true, pageCount: 1 })
  })

  it('is shown as pictures of its pages, each reading journalled once, and downloaded as it is', async () => {
    const before = await previews()
    const file = await fileOf('a script.pdf')
    const answer = await get(file, 'preview')
    expect([answer.statusCode, JSON.parse(answer.body).error.data.failure]).toMatchObject([415, { code: 'unsafe-file', params: { reason: 'active' } }])
    for (let turn = 0; turn < 2; turn += 1) {
      const page = await get(file, 'page?page=1')
      expect([page.statusCode, page.headers['content-type'], page.headers['cache-control']]).toEqual([200, 'image/webp', 'private, no-store'])
    }
    expect(await previews()).toBe(before + 1)
    for (const page of ['0', '2', 'x', '1.5']) expect([page, (await get(file, `page?page=${page}`)).statusCode]).toEqual([page, 404])
    expect([(await get(file, 'page?page=1', lister)).statusCode, (await get(file, 'download')).statusCode]).toEqual([403, 200])
  })

  it('is an event for who watches, with the one who added it', async () => {
    const rows = await house.rows(
      "select e.severity, u.login, e.document, e.sample from platform_security_event e join platform_user u on u.id = e.user_id where rule = 'active-content' order by e.id limit 1",
    )
    expect(rows).toEqual([['warn', 'anna', 'paper.sheet:1', 'script: a script.pdf']])
  })

  it('does not hide behind a harmless newer version', async () => {
    await attach('a script.pdf', await samplePdf('Nic takiego'))
    await work()
    const file = await fileOf('a script.pdf')
    expect([file.version, (await get(file, 'preview')).statusCode, (await get(file, 'preview?version=1')).statusCode]).toEqual([2, 200, 415])
  })
})

it('is looked at while its text is read: neither work hides it from the other', async () => {
  // A few are taken at once: those of the tests above would come first.
  await house.rows("update storage_text set state = 'none' where state = 'waiting'")
  await attach('naraz.pdf', await pdfThat((document) => document.addPage()))
  await Promise.all([work('storage.read-texts'), work()])
  expect(await fileOf('naraz.pdf')).toMatchObject({ isWaiting: false, hasThumb: true, text: expect.not.stringMatching('waiting') })
})
