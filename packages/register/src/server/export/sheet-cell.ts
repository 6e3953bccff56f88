import type { SheetCell } from '@crm/platform/server'
import type { Field, Kind } from '../../index.ts'
import { cellReader, separator } from '../table/cell.ts'
import { columnsOf } from '../table/column.ts'
import type { Row } from '../list/page.ts'
import { cellText, type ServerWords } from '../words.ts'

export interface ExportedColumn {
  readonly name: string
  readonly field: Field
}

type ReadCell = (row: Row) => SheetCell

/**
 * Of references the label alone is shown: no value is read first, only to be written as its text, a hundred thousand times. Gets the
 * place of the field's first column in the row.
 */
const labels: Partial<Record<Kind, (at: number) => ReadCell>> = {
  reference: (at) => (row) => labelIn(row, at),
  references: (at) => (row) => {
    const label = labelIn(row, at)
    // One name may have the sign itself.
    return label !== null && String(row[at]).includes(',') ? label.replaceAll(separator, ', ') : label
  },
}

const labelIn = (row: Row, at: number): string | null => (row[at] === null || row[at] === undefined ? null : String(row[at + 1] ?? ''))

/** How each column's cell is taken from a stored row. */
export function sheetCells(columns: readonly ExportedColumn[], words: ServerWords): readonly ReadCell[] {
  let at = 2 // after id and version
  return columns.map(({ name, field }) => {
    const first = at
    at += columnsOf(name, field).length
    const label = labels[field.kind]
    if (label) return label(first)
    const [read, text] = [cellReader(field, first), cellText(name, field, words)]
    return (row) => text(read(row))
  })
}
