import { PassThrough, Readable } from 'node:stream'
import { ZipFile } from 'yazl'

export type SheetCell = string | number | null
export type SheetFormat = 'xlsx' | 'csv'
/** How a column's texts are meant: `1500.50` as an amount, `2026-11-22` as a day, `2026-11-22 09:30` as a moment of the reader's clock. */
export type SheetKind = 'text' | 'number' | 'money' | 'day' | 'moment'

export const sheetTypes: Readonly<Record<SheetFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

type Row = readonly SheetCell[]

/** Rows as they come, one by one or many at once: a turn of the machinery for each of a hundred thousand rows costs more than writing it. */
type Rows = { readonly rows: AsyncIterable<Row> } | { readonly pages: AsyncIterable<readonly Row[]> }

/** Nothing waits in memory for the last row. */
type Sheet = Rows & SheetLook

interface SheetLook {
  readonly head: readonly string[]
  /** Columns that stay in sight while one scrolls to the right. */
  readonly frozenCount?: number
  /** In signs, by column. */
  readonly widths?: readonly number[]
  /** By column; a workbook gets real numbers and dates, a cell that is none of its kind stays text. */
  readonly kinds?: readonly SheetKind[]
  /** The sign before decimals in lines of text; a workbook needs none. */
  readonly decimalMark?: ',' | '.'
  /** A second sheet of a workbook: what this is, for whom, when. */
  readonly about?: { readonly name: string; readonly rows: readonly (readonly SheetCell[])[] }
}

/** What is written at once: small enough to hold, large enough not to cost more than the rows. */
const chunkLength = 65_536

/** What each row is written as, in chunks. */
async function* inChunks(sheet: Rows, { before, write, after }: { before: string; write: (row: Row) => string; after: () => string }): AsyncGenerator<string> {
  let chunk = before
  for await (const page of 'pages' in sheet ? sheet.pages : onePages(sheet.rows)) {
    for (const row of page) {
      chunk += write(row)
      if (chunk.length < chunkLength) continue
      yield chunk
      chunk = ''
    }
  }
  chunk += after()
  if (chunk !== '') yield chunk
}

async function* onePages(rows: AsyncIterable<Row>): AsyncGenerator<readonly Row[]> {
  for await (const row of rows) yield [row]
}

export const writeSheet = (format: SheetFormat, sheet: Sheet): Readable => (format === 'csv' ? writeCsv(sheet) : writeXlsx(sheet))

/** Semicolons and a byte order mark: what Excel under Polish settings opens by a double click. */
function writeCsv(sheet: Sheet): Readable {
  const { head, kinds = [], decimalMark = '.' } = sheet
  const decimals = kinds.map((kind) => decimalMark === ',' && (kind === 'number' || kind === 'money'))
  const write = (row: Row) => {
    let line = ''
    for (let at = 0; at < row.length; at += 1) {
      const cell = row[at] ?? null
      line += (at === 0 ? '' : ';') + (decimals[at] && cell !== null ? csvCell(String(cell).replace('.', ',')) : csvCell(cell))
    }
    return `${line}\r\n`
  }
  return Readable.from(inChunks(sheet, { before: `\u{feff}${csvLine(head)}`, write, after: () => '' }), { objectMode: false })
}

const csvLine = (cells: readonly SheetCell[]) => `${cells.map(csvCell).join(';')}\r\n`

const isNumber = /^[+-]?\d+([.,]\d+)?$/
const isQuoted = /[;"\r\n]/

/** The first sign of a formula: = + - @, a tab, a line's end. By its code, because it is asked of every cell. */
const runs = (sign: number) => sign === 61 || sign === 43 || sign === 45 || sign === 64 || sign === 9 || sign === 13

function csvCell(cell: SheetCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  // A text that a sheet would run as a formula is marked as text; a number stays a number.
  const text = runs(cell.charCodeAt(0)) && !isNumber.test(cell) ? `'${cell}` : cell
  return isQuoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function writeXlsx(sheet: Sheet): Readable {
  const zip = new ZipFile()
  for (const [path, content] of Object.entries(partsOf(sheet.about?.name))) zip.addBuffer(Buffer.from(content), path)
  if (sheet.about) zip.addBuffer(Buffer.from(aboutXml(sheet.about.rows)), 'xl/worksheets/sheet2.xml')
  const body = Readable.from(sheetXml(sheet), { objectMode: false })
  const out = new PassThrough()
  body.on('error', (error) => out.destroy(error))
  zip.addReadStream(body, 'xl/worksheets/sheet1.xml')
  zip.end()
  zip.outputStream.on('error', (error: Error) => out.destroy(error))
  zip.outputStream.pipe(out)
  return out
}

function sheetXml(sheet: Sheet): AsyncGenerator<string> {
  const { head, frozenCount = 0, widths = [], kinds = [] } = sheet
  const split = frozenCount > 0 ? `xSplit="${frozenCount}" ` : ''
  const corner = `${String.fromCharCode(65 + frozenCount)}2`
  const panes = `<sheetViews><sheetView workbookViewId="0"><pane ${split}ySplit="1" topLeftCell="${corner}" state="frozen"/></sheetView></sheetViews>`
  let number = 1
  return inChunks(sheet, {
    before: `${xml}<worksheet xmlns="${main}">${panes}${colsXml(widths)}<sheetData>${rowXml(head, { number, style: 1, kinds: [] })}`,
    write(row) {
      number += 1
      return rowXml(row, { number, style: 0, kinds })
    },
    after: () => `</sheetData>${kinds.length > 0 ? `<autoFilter ref="A1:${columnName(head.length - 1)}${number}"/>` : ''}</worksheet>`,
  })
}

const colsXml = (widths: readonly number[]) =>
  widths.length === 0 ? '' : `<cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`

const aboutXml = (rows: readonly (readonly SheetCell[])[]) =>
  `${xml}<worksheet xmlns="${main}">${colsXml([24, 80])}<sheetData>${rows.map((row, at) => rowXml(row, { number: at + 1, style: 0, kinds: [] })).join('')}</sheetData></worksheet>`

/** Rows and cells bear their places: the format lets them be left out, and some programs refuse a sheet without. */
function rowXml(cells: readonly SheetCell[], { number, style, kinds }: { number: number; style: number; kinds: readonly SheetKind[] }): string {
  let line = `<row r="${number}">`
  for (const [at, cell] of cells.entries()) line += cellXml(cell, { place: `${columnName(at)}${number}`, style, kind: kinds[at] ?? 'text' })
  return `${line}</row>`
}

const styles: Readonly<Record<SheetKind, number>> = { text: 0, number: 0, money: 2, day: 3, moment: 4 }
const aNumber = /^-?\d+(\.\d+)?$/
const aMoment = /^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}(:\d{2})?)?$/

// Inline strings are always text: no cell of ours is ever a formula.
function cellXml(cell: SheetCell, { place, style, kind }: { place: string; style: number; kind: SheetKind }): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${place}" s="${styles[kind]}"><v>${cell}</v></c>`
  if ((kind === 'number' || kind === 'money') && aNumber.test(cell)) return `<c r="${place}" s="${styles[kind]}"><v>${cell}</v></c>`
  if ((kind === 'day' || kind === 'moment') && aMoment.test(cell)) return `<c r="${place}" s="${styles[kind]}"><v>${serialOf(cell)}</v></c>`
  return `<c r="${place}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${escapeXml(cell.slice(0, 32_767))}</t></is></c>`
}

/** A day or moment as a workbook counts it: days from the end of 1899, no zone. */
const serialOf = (text: string) => Date.parse(`${text.length === 10 ? `${text} 00:00` : text}Z`.replace(' ', 'T')) / 86_400_000 + 25_569

/** `0` is A, `26` is AA. */
function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : `${columnName(Math.floor(at / 26) - 1)}${letter}`
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write them
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const needsEscape = /[&<>]/
const escapeXml = (text: string) => (needsEscape.test(text) ? escaped(text) : text).replace(unwritable, '').toWellFormed()
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const sheetPart = (number: number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${type}.worksheet+xml"/>`
const sheetLink = (number: number) => `<Relationship Id="s${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`
/** General, bold, an amount, a day and a moment as the reader's own settings write them. */
const formats = [0, 0, 4, 14, 22].map((format, at) => `<xf numFmtId="${format}" fontId="${at === 1 ? 1 : 0}" applyNumberFormat="1" applyFont="1"/>`).join('')

function partsOf(second: string | undefined): Readonly<Record<string, string>> {
  const sheets = second === undefined ? ['CRM'] : ['CRM', second]
  const each = (make: (number: number) => string) => sheets.map((_name, at) => make(at + 1)).join('')
  return {
    '[Content_Types].xml': `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${each(sheetPart)}<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map((name, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="s${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${packages}/relationships">${each(sheetLink)}<Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${xml}<styleSheet xmlns="${main}"><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5">${formats}</cellXfs></styleSheet>`,
  }
}
