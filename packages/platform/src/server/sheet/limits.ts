/** Of an uploaded sheet; `rows` counts the head. */
export const sheetLimits = { bytes: 5 * 1_048_576, rows: 5_001, columns: 100, cell: 4_000 } as const
