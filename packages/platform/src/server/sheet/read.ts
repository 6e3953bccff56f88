import { parse } from 'csv-parse/sync'
import { Failure } from '../../index.ts'
import { sheetLimits } from './limits.ts'
import { readXlsx } from './read-xlsx.ts'

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
  if (bytes.length === 0) throw new Failure('empty-file')
  if (bytes.length > sheetLimits.bytes) throw new Failure('too-large', { limit: sheetLimits.bytes })
  const rows = bytes.subarray(0, 2).toString('latin1') === 'PK' ? await readXlsx(bytes) : readCsv(bytes)
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  if (filled.length === 0) throw new Failure('empty-file')
  return { rows: filled }
}

/** Comma, semicolon or tab, whichever the head has most of; UTF-8, or the Windows page that Polish Excel still writes. */
function readCsv(bytes: Buffer): string[][] {
  const text = decode(bytes)
  if (text.includes('\0')) throw new Failure('wrong-type')
  const head = text.split(/\r?\n/, 1)[0] ?? ''
  const delimiter = [';', ',', '\t'].toSorted((left, right) => head.split(right).length - head.split(left).length)[0] ?? ';'
  try {
    const rows = parse(text, { delimiter, relaxColumnCount: true, skipEmptyLines: true, maxRecordSize: 200_000, to: sheetLimits.rows + 1, trim: true })
    if (rows.length > sheetLimits.rows) throw new Failure('too-large', { limit: sheetLimits.rows })
    return rows.map((row) => row.slice(0, sheetLimits.columns).map((cell) => cell.replace(/^'(?=[=+\-@])/, '').slice(0, sheetLimits.cell)))
  } catch (error) {
    throw error instanceof Failure ? error : new Failure('wrong-type')
  }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1250').decode(bytes)
  }
}
