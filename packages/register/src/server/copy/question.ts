import type { Direction } from './order.ts'

/** What a copy is asked. */
export interface Search {
  /** The register's table. */
  readonly table: string
  /** Folded; each must be in a record's text. */
  readonly words: readonly string[]
  /** Only the first in the order of a column, behind the last record of the page before. Absent: all, in no order. */
  readonly page?: { readonly column: string; readonly direction: Direction; readonly after: number | null; readonly count: number } | undefined
}

/** `many`: more than anybody fetches by id. `not-yet`: the copy is being made. `moved`: the last record of the page before changed. */
export type Found = { readonly ids: Uint32Array; readonly changed: readonly number[]; readonly isAll: boolean } | 'many' | 'not-yet' | 'moved'

/** What the thread is told: a question, or which copy will soon be asked for. */
export interface Message {
  readonly question?: number
  readonly search?: Search
  readonly warm?: { readonly table: string; readonly columns: readonly string[] }
}
