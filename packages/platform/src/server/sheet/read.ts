import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { Failure } from '../../index.ts'
import { type SheetLimits, sheetLimits } from './limits.ts'
import { xlsxRows } from './read-xlsx.ts'

/** The first sheet of an upload as texts, its head among them; cells beyond a row's end are not there. */
export interface ReadSheet {
  readonly rows: readonly (readonly string[])[]
}

/**
 * What stands in an uploaded XLSX or CSV file. Nothing of it is run; a workbook is read as a stream with limits on everything that
 * can be large.
 *
 * @throws Failure 'wrong-type' for anything else or a broken file, 'too-large' beyond the limits, 'empty-file'
 */
export async function readSheet(bytes: Buffer): Promise<ReadSheet> {
  const rows: string[][] = []
  for await (const row of sheetRows(bytes)) rows.push(row)
  return { rows }
}

/** The same row by row, for long sheets: never all of them in memory. Empty rows are left out. @throws as {@link readSheet}, at any row */
export async function* sheetRows(bytes: Buffer, limits: SheetLimits = sheetLimits): AsyncGenerator<string[]> {
  if (bytes.length === 0) throw new Failure('empty-file')
  if (bytes.length > limits.bytes) throw new Failure('too-large', { limit: limits.bytes })
  let count = 0
  for await (const row of bytes.subarray(0, 2).toString('latin1') === 'PK' ? xlsxRows(bytes, limits) : csvRows(bytes, limits)) {
    if (!row.some((cell) => cell.trim() !== '')) continue
    count += 1
    if (count > limits.rows) throw new Failure('too-large', { limit: limits.rows })
    yield row
  }
  if (count === 0) throw new Failure('empty-file')
}

const pieceLength = 262_144

/** Comma, semicolon or tab, whichever the head has most of; UTF-8, or the Windows page that Polish Excel still writes. */
async function* csvRows(bytes: Buffer, limits: SheetLimits): AsyncGenerator<string[]> {
  const text = decode(bytes)
  if (text.includes('\0')) throw new Failure('wrong-type')
  const head = text.split(/\r?\n/, 1)[0] ?? ''
  const delimiter = [';', ',', '\t'].toSorted((left, right) => head.split(right).length - head.split(left).length)[0] ?? ';'
  const pieces = Readable.from(piecesOf(text))
  const parser = pieces.pipe(parse({ delimiter, bom: true, relaxColumnCount: true, skipEmptyLines: true, maxRecordSize: Math.max(200_000, limits.cell * 4), trim: true }))
  try {
    // Rows of texts: no option of the parser above asks for anything else.
    for await (const row of parser as AsyncIterable<string[]>) yield row.slice(0, limits.columns).map((cell) => cell.replace(/^'(?=[=+\-@])/, '').slice(0, limits.cell))
  } catch (error) {
    throw error instanceof Failure ? error : new Failure('wrong-type')
  } finally {
    pieces.destroy()
    parser.destroy()
  }
}

function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += pieceLength) yield text.slice(at, at + pieceLength)
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1250').decode(bytes)
  }
}
