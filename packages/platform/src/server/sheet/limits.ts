/** What is read of an uploaded sheet at most. */
export interface SheetLimits {
  readonly bytes: number
  /** With the head. */
  readonly rows: number
  readonly columns: number
  /** Signs. */
  readonly cell: number
}

export const sheetLimits: SheetLimits = { bytes: 5 * 1_048_576, rows: 5_001, columns: 100, cell: 4_000 }

/** For sheets that are read row by row in a worker; a cell is as long as a workbook lets it be. */
export const longSheetLimits: SheetLimits = { bytes: 50 * 1_048_576, rows: 100_001, columns: 100, cell: 32_767 }
