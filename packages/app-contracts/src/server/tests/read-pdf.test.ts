import directory from '@crm/directory/server'
import platform from '@crm/platform/server'
import type { ReadPdf } from '@crm/storage'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rights } from '../../rights.ts'
import contracts from '../index.ts'

let house: House
let chief: Browser

beforeAll(async () => {
  house = await openHouse([platform, storage, directory, contracts])
  await house.hire('chief', 'all')
  await house.hire('reader', [rights.trade.view.id])
  chief = await house.signIn('chief')
})
afterAll(() => house.close())

/** A4 pages with one line of text each, 99 mm from the top, as the format of PDF wants them. */
function written(...texts: readonly string[]): Buffer {
  const kids = texts.map((_text, at) => `${4 + 2 * at} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${texts.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...texts.flatMap((text, at) => {
      const drawn = `BT /F1 11 Tf 57 561 Td (${text}) Tj ET`
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * at} 0 R >>`,
        `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
      ]
    }),
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = body.length
    body += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const start = body.length
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`,
  )
}

async function read(content: Buffer, by = chief) {
  const answer = await house.http.inject({
    method: 'POST',
    url: '/files/contracts.trade/read',
    headers: { cookie: by.cookie(), 'content-type': 'application/pdf' },
    payload: content,
  })
  return { status: answer.statusCode, body: answer.json() as ReadPdf & { error?: { data: { failure: { code: string } } } } }
}

it('says what a PDF says and where, with pictures of those pages only, and keeps nothing', async () => {
  const { body } = await read(written('Umowa zawarta w dniu 3 stycznia 2026 r. w Radomiu', 'nic', 'Wynagrodzenie: 12 500,50 PLN'))
  expect(body.found.map(({ page, kind, value, field, text }) => [page, kind, value, field, text])).toEqual([
    [1, 'day', '2026-01-03', 'signedOn', '3 stycznia 2026'],
    [3, 'money', '12500.50 PLN', 'value', '12 500,50 PLN'],
  ])
  expect([body.hasText, Object.keys(body.pictures)]).toEqual([true, ['1', '3']])
  const [left = 0, top = 0, width = 0, height = 0] = body.found[0]?.box ?? []
  // A third down a page of A4, behind the words that stand before it.
  expect([left > 250 && left < 400, Math.abs(top - 325) < 15, width > 80 && width < 250, height > 5 && height < 25]).toEqual([true, true, true, true])
  expect(await house.rows('select count(*) from storage_blob')).toEqual([[0]])
  const [entry] = await house.rows("select note from platform_journal where document = 'contracts.trade:0' order by id desc limit 1")
  expect(entry).toEqual(['PDF, 2'])
})

it('tells a file without text from one that is no PDF, or broken', async () => {
  expect((await read(written(''))).body).toMatchObject({ hasText: false, found: [] })
  expect((await read(Buffer.from('only text'))).body.error?.data.failure.code).toBe('wrong-type')
  expect((await read(Buffer.from('%PDF-1.7 broken'))).body.error?.data.failure.code).toBe('wrong-type')
  expect((await read(Buffer.alloc(0))).body.error?.data.failure.code).toBe('empty-file')
})

it('is for who may add contracts', async () => expect((await read(written('a'), await house.signIn('reader'))).status).toBe(403))
