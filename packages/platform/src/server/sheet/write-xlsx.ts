import { PassThrough, Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { inChunks, writtenAhead } from './chunks.ts'
import type { Sheet, SheetKind, SheetRow } from './sheet.ts'
import { cellStyles, main, partsOf, xmlHead } from './xlsx-parts.ts'
import { escapeXml } from './xml.ts'

export function writeXlsx(sheet: Sheet): Readable {
  const zip = new ZipFile()
  for (const [path, content] of Object.entries(partsOf(sheet.about?.name))) zip.addBuffer(Buffer.from(content), path)
  if (sheet.about) zip.addBuffer(Buffer.from(aboutXml(sheet.about.rows)), 'xl/worksheets/sheet2.xml')
  const body = Readable.from(sheetXml(sheet), { objectMode: false })
  const out = new PassThrough({ readableHighWaterMark: writtenAhead })
  body.on('error', (error) => out.destroy(error))
  zip.addReadStream(body, 'xl/worksheets/sheet1.xml', { compressionLevel: 3 })
  zip.end()
  zip.outputStream.on('error', (error: Error) => out.destroy(error))
  zip.outputStream.pipe(out)
  return out
}

function sheetXml(sheet: Sheet): AsyncGenerator<Buffer> {
  const { head, frozenCount = 0, widths = [], kinds = [] } = sheet
  const split = frozenCount > 0 ? `xSplit="${frozenCount}" ` : ''
  const corner = `${columnName(frozenCount)}2`
  const panes = `<sheetViews><sheetView workbookViewId="0"><pane ${split}ySplit="1" topLeftCell="${corner}" state="frozen"/></sheetView></sheetViews>`
  const writeRow = rowWriter(head.map((_name, at) => kinds[at] ?? 'text'))
  let number = 1
  return inChunks(sheet, {
    before: `${xmlHead}<worksheet xmlns="${main}">${panes}${colsXml(widths)}<sheetData>${rowWriter(head.map(() => 'head'))(head, number)}`,
    write(row) {
      number += 1
      return writeRow(row, number)
    },
    after: () => `</sheetData>${kinds.length > 0 ? `<autoFilter ref="A1:${columnName(head.length - 1)}${number}"/>` : ''}</worksheet>`,
  })
}

function aboutXml(rows: readonly SheetRow[]): string {
  const write = rowWriter(['text', 'text'])
  return `${xmlHead}<worksheet xmlns="${main}">${colsXml([24, 80])}<sheetData>${rows.map((row, at) => write(row, at + 1)).join('')}</sheetData></worksheet>`
}

const colsXml = (widths: readonly number[]) =>
  widths.length === 0 ? '' : `<cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`

/** Rows and cells bear their places: the format lets them be left out, and some programs refuse a sheet without. */
function rowWriter(kinds: readonly (SheetKind | 'head')[]): (row: SheetRow, number: number) => string {
  const columns = kinds.map((kind, at) => ({ before: `<c r="${columnName(at)}`, valueOf: values[kind], style: `s="${cellStyles[kind]}"` }))
  return (row, number) => {
    let line = `<row r="${number}">`
    for (let at = 0; at < row.length; at += 1) {
      const [cell, column] = [row[at], columns[at]]
      if (cell === null || cell === undefined || !column) continue
      const value = typeof cell === 'number' ? cell : column.valueOf(cell)
      // Inline strings are always text: no cell of ours is ever a formula.
      line +=
        value === null
          ? `${column.before}${number}" t="inlineStr" ${column.style}><is><t xml:space="preserve">${escapeXml(String(cell).slice(0, 32_767))}</t></is></c>`
          : `${column.before}${number}" ${column.style}><v>${value}</v></c>`
    }
    return `${line}</row>`
  }
}

const aNumber = /^-?\d+(\.\d+)?$/
const aMoment = /^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}(:\d{2})?)?$/
const noValue = () => null
const numberOf = (text: string) => (aNumber.test(text) ? text : null)
const serialOf = (text: string) => (aMoment.test(text) ? serial(text) : null)

/** What a text of a kind is as a number; `null` for one that is none and stays a text. */
const values: Readonly<Record<SheetKind | 'head', (text: string) => string | number | null>> = {
  text: noValue,
  head: noValue,
  number: numberOf,
  money: numberOf,
  day: serialOf,
  moment: serialOf,
}

/** A day or moment as a workbook counts it: days from the end of 1899, no zone. */
const serial = (text: string) => Date.parse(`${text.length === 10 ? `${text} 00:00` : text}Z`.replace(' ', 'T')) / 86_400_000 + 25_569

/** `0` is A, `26` is AA. */
function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : `${columnName(Math.floor(at / 26) - 1)}${letter}`
}
