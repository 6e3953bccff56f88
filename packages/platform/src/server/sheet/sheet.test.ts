import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import { expect, it } from 'vitest'
import { readSheet } from './read.ts'
import { dayOfCell } from './read-xlsx.ts'
import type { SheetCell } from './sheet.ts'
import { writeSheet } from './write.ts'

const given: SheetCell[][] = [
  ['Zażółć & <gęślą> "jaźń"', 12.5, null],
  ['=1+1', -3, 'wiele\nlinii; i średnik'],
  ['-12,50', 0, '\u0001ukryty'],
]
async function* rows() {
  yield* given
}

it('writes a workbook that reads back as it was, no cell of which is a formula', async () => {
  const { rows: read } = await readSheet(await buffer(writeSheet('xlsx', { head: ['A', 'B', 'C'], rows: rows() })))
  expect(read).toEqual([
    ['A', 'B', 'C'],
    ['Zażółć & <gęślą> "jaźń"', '12.5'],
    ['=1+1', '-3', 'wiele\nlinii; i średnik'],
    ['-12,50', '0', 'ukryty'],
  ])
})

it('writes lines that Excel opens, marks formulas as text and leaves numbers', async () => {
  const text = (await buffer(writeSheet('csv', { head: ['A', 'B', 'C'], rows: rows() }))).toString('utf8')
  expect(text).toBe('\ufeffA;B;C\r\n"Zażółć & <gęślą> ""jaźń""";12.5;\r\n\'=1+1;-3;"wiele\nlinii; i średnik"\r\n-12,50;0;\u0001ukryty\r\n')
})

it.each([
  ['commas', 'login,name\nanna,"Kłos, Anna"\n'],
  ['semicolons', 'login;name\nanna;Kłos, Anna\n'],
  ['tabs and a byte order mark', '\ufefflogin\tname\nanna\tKłos, Anna\n'],
])('reads lines with %s', async (_what, text) => {
  expect((await readSheet(Buffer.from(text))).rows).toEqual([
    ['login', 'name'],
    ['anna', 'Kłos, Anna'],
  ])
})

it('reads what Excel under a Polish Windows writes', async () => {
  expect((await readSheet(Buffer.from([0x41, 0x3b, 0xb3, 0xf3, 0x64, 0x9f]))).rows).toEqual([['A', 'łódź']])
})

async function zipOf(parts: Record<string, string>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [path, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), path)
  zip.end()
  return buffer(zip.outputStream)
}

it('reads shared texts, cells that are left out, and the last value of a formula', async () => {
  const bytes = await zipOf({
    'xl/sharedStrings.xml': '<sst><si><t>login</t></si><si><r><t>An</t></r><r><t>na</t></r></si></sst>',
    'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="D1"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>',
  })
  expect((await readSheet(bytes)).rows).toEqual([['login', '', 'Anna', '2']])
})

it.each([
  ['an archive that is no workbook', async () => zipOf({ 'a.txt': 'x' }), 'wrong-type'],
  [
    'a workbook with entities of its own',
    async () => zipOf({ 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY x "y">]><worksheet><sheetData><row><c><v>&x;</v></c></row></sheetData></worksheet>' }),
    'wrong-type',
  ],
  ['a broken workbook', async () => Buffer.from('PK\u0003\u0004broken'), 'wrong-type'],
  ['bytes', async () => Buffer.from([1, 0, 2, 0]), 'wrong-type'],
  ['nothing', async () => Buffer.alloc(0), 'empty-file'],
  ['a part that unpacks to too much', async () => zipOf({ 'xl/worksheets/sheet1.xml': `<worksheet>${' '.repeat(65 * 1_048_576)}</worksheet>` }), 'too-large'],
  ['too many rows', async () => Buffer.from('a\n'.repeat(6_000)), 'too-large'],
])('refuses %s', async (_what, make, code) => {
  await expect(readSheet(await make())).rejects.toMatchObject({ code })
})

it.each([
  ['46350', '2026-11-24'],
  ['2026-01-02', '2026-01-02'],
  ['24.11.2026', '2026-11-24'],
  ['1/2/2026 r.', '2026-02-01'],
  ['2026-11-24 00:00:00', '2026-11-24'],
  ['wczoraj', 'wczoraj'],
])('knows the day %s', (cell, day) => expect(dayOfCell(cell)).toBe(day))
