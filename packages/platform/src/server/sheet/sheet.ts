export type SheetCell = string | number | null
/** How a column's texts are meant: `1500.50` as an amount, `2026-11-22` as a day, `2026-11-22 09:30` as a moment of the reader's clock. */
export type SheetKind = 'text' | 'number' | 'money' | 'day' | 'moment'

export type SheetRow = readonly SheetCell[]

/** Rows as they come, one by one or many at once: a turn of the machinery for each of a hundred thousand rows costs more than writing it. */
export type SheetRows = { readonly rows: AsyncIterable<SheetRow> } | { readonly pages: AsyncIterable<readonly SheetRow[]> }

/** Nothing waits in memory for the last row. */
export type Sheet = SheetRows & SheetLook

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
  readonly about?: { readonly name: string; readonly rows: readonly SheetRow[] }
}
