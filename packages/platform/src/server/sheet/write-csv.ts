import { Readable } from 'node:stream'
import { inChunks, writtenAhead } from './chunks.ts'
import type { Sheet, SheetCell, SheetRow } from './sheet.ts'

/** Semicolons and a byte order mark: what Excel under Polish settings opens by a double click. */
export function writeCsv(sheet: Sheet): Readable {
  const { head, kinds = [], decimalMark = '.' } = sheet
  const decimals = kinds.map((kind) => decimalMark === ',' && (kind === 'number' || kind === 'money'))
  const write = (row: SheetRow) => {
    let line = ''
    for (let at = 0; at < row.length; at += 1) {
      const cell = row[at] ?? null
      line += (at === 0 ? '' : ';') + (decimals[at] && cell !== null ? csvCell(String(cell).replace('.', ',')) : csvCell(cell))
    }
    return `${line}\r\n`
  }
  return Readable.from(inChunks(sheet, { before: `\u{feff}${csvLine(head)}`, write, after: () => '' }), { objectMode: false, highWaterMark: writtenAhead })
}

const csvLine = (cells: SheetRow) => `${cells.map(csvCell).join(';')}\r\n`

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
