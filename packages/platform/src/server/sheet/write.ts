import { PassThrough, Readable } from 'node:stream'
import { ZipFile } from 'yazl'

export type SheetCell = string | number | null
export type SheetFormat = 'xlsx' | 'csv'

export const sheetTypes: Readonly<Record<SheetFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

interface Sheet {
  readonly head: readonly string[]
  /** Written as they come; nothing waits in memory for the last. */
  readonly rows: AsyncIterable<readonly SheetCell[]>
  /** Columns that stay in sight while one scrolls to the right. */
  readonly frozenCount?: number
  /** In signs, by column. */
  readonly widths?: readonly number[]
}

export const writeSheet = (format: SheetFormat, sheet: Sheet): Readable => (format === 'csv' ? writeCsv(sheet) : writeXlsx(sheet))

/** Semicolons and a byte order mark: what Excel under Polish settings opens by a double click. */
function writeCsv({ head, rows }: Sheet): Readable {
  async function* lines() {
    yield `\u{feff}${csvLine(head)}`
    for await (const row of rows) yield csvLine(row)
  }
  return Readable.from(lines())
}

const csvLine = (cells: readonly SheetCell[]) => `${cells.map(csvCell).join(';')}\r\n`

function csvCell(cell: SheetCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  // A text that a sheet would run as a formula is marked as text; a number stays a number.
  const text = /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+([.,]\d+)?$/.test(cell) ? `'${cell}` : cell
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function writeXlsx(sheet: Sheet): Readable {
  const zip = new ZipFile()
  for (const [path, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), path)
  const body = Readable.from(sheetXml(sheet))
  const out = new PassThrough()
  body.on('error', (error) => out.destroy(error))
  zip.addReadStream(body, 'xl/worksheets/sheet1.xml')
  zip.end()
  zip.outputStream.on('error', (error: Error) => out.destroy(error))
  zip.outputStream.pipe(out)
  return out
}

async function* sheetXml({ head, rows, frozenCount = 0, widths = [] }: Sheet): AsyncGenerator<string> {
  const split = frozenCount > 0 ? `xSplit="${frozenCount}" ` : ''
  const corner = `${String.fromCharCode(65 + frozenCount)}2`
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')
  yield `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ${split}ySplit="1" topLeftCell="${corner}" state="frozen"/></sheetView></sheetViews>${columns && `<cols>${columns}</cols>`}<sheetData>`
  let number = 1
  yield rowXml(head, { number, style: 1 })
  for await (const row of rows) {
    number += 1
    yield rowXml(row, { number, style: 0 })
  }
  yield '</sheetData></worksheet>'
}

/** Rows and cells bear their places: the format lets them be left out, and some programs refuse a sheet without. */
const rowXml = (cells: readonly SheetCell[], { number, style }: { number: number; style: number }) =>
  `<row r="${number}">${cells.map((cell, at) => cellXml(cell, { place: `${columnName(at)}${number}`, style })).join('')}</row>`

// Inline strings are always text: no cell of ours is ever a formula.
function cellXml(cell: SheetCell, { place, style }: { place: string; style: number }): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  return `<c r="${place}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${escapeXml(cell.slice(0, 32_767))}</t></is></c>`
}

/** `0` is A, `26` is AA. */
function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : `${columnName(Math.floor(at / 26) - 1)}${letter}`
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write them
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const escapeXml = (text: string) => text.replace(unwritable, '').toWellFormed().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
  '_rels/.rels': `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="CRM" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${xml}<styleSheet xmlns="${main}"><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
}
