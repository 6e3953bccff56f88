import type { Day } from './time/day.ts'

export const outcomes = ['done', 'denied', 'ignored', 'failed'] as const
export type Outcome = (typeof outcomes)[number]

/** What the journal is asked; everything left out is anything. */
export interface JournalQuestion {
  /** Days inclusive, Europe/Warsaw. */
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  /** The beginning of an action's name. */
  readonly action?: string | undefined
  readonly actorId?: number | undefined
  readonly affectedUserId?: number | undefined
  readonly affectedGroupId?: number | undefined
  readonly right?: string | undefined
  /** The beginning of a document's code, or its key `contracts.trade:42`. */
  readonly document?: string | undefined
  readonly outcome?: Outcome | undefined
  readonly ip?: string | undefined
  readonly session?: string | undefined
  readonly requestId?: string | undefined
  /** Any part of the note or of a changed value. */
  readonly text?: string | undefined
  /** Entries older than this one. */
  readonly before?: number | undefined
}

export interface JournalLine {
  readonly id: number
  readonly at: string
  readonly action: string
  readonly actor: string | null
  readonly affectedUser: string | null
  readonly affectedGroup: string | null
  readonly rights: string
  readonly document: string | null
  readonly documentCode: string | null
  readonly outcome: Outcome
  readonly ip: string
  readonly session: string | null
  readonly requestId: string
  readonly note: string | null
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>> | null
  /** Changed fields whose values the reader may not see. */
  readonly hidden: readonly string[]
  /** What it said of a person is gone with that person. */
  readonly isForgotten: boolean
}
