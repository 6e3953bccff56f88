import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { writeSheet } from '@crm/platform/server'
import { sampleDocx, sampleZip } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pageBreak } from '../../file-text.ts'
import { contentType } from '../content-type.ts'
import { readInLimitedProcess } from './limited-process.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crm-texts-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function read(name: string, content: Buffer) {
  const path = join(folder, name)
  await writeFile(path, content)
  const { state, text } = await readInLimitedProcess({ path, type: await contentType(path) })
  return [
    state,
    text
      ?.split(pageBreak)
      .map((page) => page.replaceAll(/\s+/g, ' ').trim())
      .filter(Boolean),
  ]
}

const types = (name: string, main: string) =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/></Types>`
const sheetTypes = types('/xl/workbook.xml', 'spreadsheetml.sheet')
const slideTypes = types('/ppt/presentation.xml', 'presentationml.presentation')
const slide = (text: string) => `<p:sld xmlns:p="x" xmlns:a="y"><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sld>`
/** The type of an open document stands first and as it is. */
const open = (kind: string, content: string) =>
  sampleZip(
    {
      mimetype: `application/vnd.oasis.opendocument.${kind}`,
      'content.xml': `<office:document-content xmlns:office="x" xmlns:text="y" xmlns:draw="z">${content}</office:document-content>`,
    },
    ['mimetype'],
  )

async function* rows() {
  yield ['Hala w Łodzi', 12_500, '2026-11-22']
}

it.each<[string, string, () => Buffer | Promise<Buffer>, readonly unknown[]]>([
  [
    'a sheet that the product wrote',
    'a.xlsx',
    () => buffer(writeSheet('xlsx', { head: ['Przedmiot', 'Czynsz', 'Od'], kinds: ['text', 'number', 'text'], rows: rows() })),
    ['ready', ['Przedmiot Czynsz Od Hala w Łodzi 12500 2026-11-22']],
  ],
  [
    'a sheet of shared texts, with a number, what a formula came to, a yes and an error',
    'b.xlsx',
    () =>
      sampleZip({
        '[Content_Types].xml': sheetTypes,
        'xl/sharedStrings.xml': '<sst><si><r><t>Kara </t></r><r><t>umowna</t></r></si></sst>',
        'xl/worksheets/sheet1.xml':
          '<worksheet><sheetData><row><c r="A1" t="s"><v>0</v></c><c r="B1"><v>77.5</v></c><c r="C1" t="str"><f>A1</f><v>Razem</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c></row></sheetData></worksheet>',
      }),
    ['ready', ['Kara umowna 77.5 Razem']],
  ],
  [
    'slides, each a page, in the order of their numbers, and what the speaker says',
    'c.pptx',
    () =>
      sampleZip({
        '[Content_Types].xml': slideTypes,
        'ppt/slides/slide10.xml': slide('Dziękujemy'),
        'ppt/slides/slide2.xml': slide('Harmonogram'),
        'ppt/notesSlides/notesSlide1.xml': slide('Podkreśl terminy'),
      }),
    ['ready', ['Harmonogram', 'Dziękujemy Podkreśl terminy']],
  ],
  ['an open text', 'd.odt', () => open('text', '<text:h>Umowa</text:h><text:p>najmu <text:span>lokalu</text:span></text:p>'), ['ready', ['Umowa najmu lokalu']]],
  ['an open sheet', 'e.ods', () => open('spreadsheet', '<text:p>Czynsz</text:p><text:p>1 500,50 zł</text:p>'), ['ready', ['Czynsz 1 500,50 zł']]],
  [
    'open slides, each a page',
    'f.odp',
    () => open('presentation', '<draw:page><text:p>Plan</text:p></draw:page><draw:page><text:p>Koszty</text:p></draw:page>'),
    ['ready', ['Plan', 'Koszty']],
  ],
  ['a document without a word', 'g.docx', () => sampleDocx(''), ['empty', []]],
  [
    'a document with entities of its own',
    'h.odt',
    () => sampleZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>' }, ['mimetype']),
    ['broken', undefined],
  ],
  ['a sheet that is cut off', 'i.xlsx', () => sampleZip({ '[Content_Types].xml': sheetTypes }).subarray(0, -30), ['broken', undefined]],
  ['slides whose text is no text', 'j.pptx', () => sampleZip({ '[Content_Types].xml': slideTypes, 'ppt/slides/slide1.xml': '<p:sld><a:t>nie domknięte' }), ['broken', undefined]],
])('reads %s', async (_what, name, content, expected) => {
  expect(await read(name, await content())).toEqual(expected)
})
