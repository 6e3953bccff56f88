import type { Day } from '../time/day.ts'
import type { ReminderPlan } from './reminder.ts'

export const openStates = ['waiting', 'sent', 'snoozed'] as const
/** Waiting for its first sending, sent and not done, put off; done, passed over by a later one, void because its day moved. */
export type OccurrenceState = (typeof openStates)[number] | 'done' | 'passed' | 'void'

/** One day that a reminder aims at. */
export interface Occurrence {
  readonly id: number
  readonly targetOn: Day
  /** The next sending, ISO UTC; `null` when all were sent. */
  readonly dueAt: string | null
  readonly state: OccurrenceState
  readonly isLate: boolean
}

export interface ReminderLine {
  readonly id: number
  readonly version: number
  readonly plan: ReminderPlan
  /** Made by the system for a new document. */
  readonly isDefault: boolean
  readonly madeBy: string | null
  /** Those that are not done, the earliest first. */
  readonly open: readonly Occurrence[]
}

export interface SendingLine {
  readonly at: string
  readonly about: string
  readonly targetOn: Day
  readonly isLate: boolean
  readonly isEscalated: boolean
  readonly told: readonly string[]
}

/** The reminders of one document. */
export interface RemindersAnswer {
  readonly reminders: readonly ReminderLine[]
  readonly sendings: readonly SendingLine[]
  /** What stands in the fields that a reminder may be relative to. */
  readonly days: Readonly<Record<string, Day | null>>
  /** Names of the people and groups among the recipients. */
  readonly names: Readonly<Record<string, string>>
}

/** A reminder as its recipient's own page lists it. */
export interface MyReminder extends Occurrence {
  /** `contracts.trade` */
  readonly kind: string
  readonly documentId: number
  readonly code: string | null
  readonly path: string
  readonly about: string
  /** Whose it is, where the reader stands in for somebody. */
  readonly insteadOf: string | null
  /** The rights to `done` and `snooze` that the reader holds. */
  readonly can: readonly string[]
}

/** Somebody's calendar address, without the address. */
export interface CalendarFeed {
  readonly madeAt: string
  /** When a program fetched it, to the day. */
  readonly seenAt: string | null
}
