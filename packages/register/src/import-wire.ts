import type { Issue } from '@crm/platform'

/** How far an import is. Four of them are a worker's: `reading`, `checking`, `importing`, `undoing`. */
export type ImportState = 'reading' | 'mapping' | 'checking' | 'checked' | 'importing' | 'done' | 'undoing' | 'undone' | 'failed'

/**
 * What became of a row: `same` is a record that is there already or a row further up; `left` was left out, by hand or as one that is
 * there; `kept` was changed after the import and stays when it is undone.
 */
export const rowStates = ['waiting', 'good', 'bad', 'same', 'left', 'made', 'merged', 'undone', 'kept'] as const
export type RowState = (typeof rowStates)[number]

/** What is done with a row that is there already. */
export const sameChoices = ['skip', 'merge', 'create'] as const
export type SameChoice = (typeof sameChoices)[number]

export interface ImportLine {
  readonly id: number
  /** The file's. */
  readonly name: string
  readonly state: ImportState
  /** Why it failed: the code of a failure. */
  readonly reason: string | null
  readonly at: string
  /** Rows without the head. */
  readonly rowCount: number
  /** Rows that the phase of the moment has behind it. */
  readonly doneCount: number
}

/** Where each field of a record comes from: a column of the file, or one value for all rows. */
export interface ImportMapping {
  /** By the file's columns. */
  readonly columns: readonly (string | null)[]
  /** Values as they are sent, of fields that no column gives. */
  readonly constants: Readonly<Record<string, unknown>>
}

export interface ImportAnswer extends ImportLine {
  readonly heads: readonly string[]
  /** The first rows of the file. */
  readonly samples: readonly (readonly string[])[]
  readonly mapping: ImportMapping
  /** The same person mapped a file with these very heads before. */
  readonly isRemembered: boolean
  readonly same: SameChoice
  readonly counts: Readonly<Partial<Record<RowState, number>>>
  /** Nothing has moved for minutes: running it again takes it up where it stopped. */
  readonly isStuck: boolean
}

export interface ImportRow {
  /** In the file; the head is row 1. */
  readonly number: number
  readonly cells: readonly string[]
  readonly state: RowState
  /** `path` is the field's name; '' where the row as a whole is refused. */
  readonly issues: readonly Issue[]
  readonly sameAs: { readonly id: number; readonly code: string } | null
}

export interface MapInput extends ImportMapping {
  readonly id: number
}
export interface RunInput {
  readonly id: number
  readonly same: SameChoice
}
export interface MendInput {
  readonly id: number
  readonly number: number
  /** The file's column, from 0. */
  readonly column: number
  readonly text: string
}
export interface RowsInput {
  readonly id: number
  readonly states: readonly RowState[]
  /** Rows behind this one. */
  readonly after?: number | undefined
}

export const rowsAtOnce = 100
