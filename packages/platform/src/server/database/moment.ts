/** A moment as the driver hands it over, `2026-11-24 09:30:00.000` in UTC, as it crosses the wire. */
export const momentOf = (cell: unknown): string => `${String(cell).replace(' ', 'T')}Z`

/** The same where the column may be empty. */
export const momentOrNull = (cell: unknown): string | null => (cell === null || cell === undefined ? null : momentOf(cell))
