import type { SheetCell } from '@crm/platform/server'
import type { Field, Kind } from '../../index.ts'
import { cellReader, separator } from '../table/cell.ts'
import { columnsOf } from '../table/column.ts'
import type { Row } from '../list/page.ts'
import { cellText, type ServerWords } from '../words.ts'

export interface ExportedColumn {
  readonly name: string
  readonly field: Field
  /** Its reader may not see the values. */
  readonly isMasked: boolean
}

type ReadCell = (row: Row) => SheetCell

const masked = '•••'
const asStored =
  (at: number): ReadCell =>
  (row) =>
    textOf(row[at])
const textOf = (cell: Row[number] | undefined): SheetCell =>
  typeof cell === 'string' || typeof cell === 'number' ? cell : cell === null || cell === undefined ? null : String(cell)

/**
 * Kinds whose stored columns are what a sheet shows: of these no value is read first, only to be written as its text, a hundred
 * thousand times. Gets the place of the field's first column in the row.
 */
const direct: Partial<Record<Kind, (at: number) => ReadCell>> = {
  text: asStored,
  longText: asStored,
  code: asStored,
  integer: asStored,
  decimal: asStored,
  money: asStored,
  day: asStored,
  reference: (at) => asStored(at + 1),
  references: (at) => (row) => {
    const labels = textOf(row[at + 1])
    // One name may have the sign itself.
    return labels !== null && String(row[at]).includes(',') ? String(labels).replaceAll(separator, ', ') : labels
  },
}

/** How each column's cell is taken from a stored row. */
export function sheetCells(columns: readonly ExportedColumn[], words: ServerWords): readonly ReadCell[] {
  let at = 2 // after id and version
  return columns.map(({ name, field, isMasked }) => {
    const first = at
    at += columnsOf(name, field).length
    if (isMasked) return () => masked
    const write = direct[field.kind]
    if (write) return write(first)
    const [read, text] = [cellReader(field, first), cellText(name, field, words)]
    return (row) => text(read(row))
  })
}
