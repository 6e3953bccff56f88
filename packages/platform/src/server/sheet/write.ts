import type { Readable } from 'node:stream'
import type { Sheet } from './sheet.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

export type SheetFormat = 'xlsx' | 'csv'

export const sheetTypes: Readonly<Record<SheetFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

export const writeSheet = (format: SheetFormat, sheet: Sheet): Readable => (format === 'csv' ? writeCsv(sheet) : writeXlsx(sheet))
