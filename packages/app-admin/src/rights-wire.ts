import type { Day, Language, LevelName } from '@crm/platform'

export interface RightLine {
  readonly id: string
  readonly app: string
  readonly name: string
  readonly description: string
  readonly isSensitive: boolean
}

export interface AppLine {
  readonly id: string
  readonly title: string
}

/** A column: a user or a group. */
export interface HolderLine {
  /** `u12`, `g3` */
  readonly id: string
  readonly kind: 'person' | 'user' | 'department' | 'position'
  readonly name: string
  readonly note: string | null
}

/**
 * Where a right stands with a holder, one sign each: `+` given directly, `-` taken directly, `l` from a level, `g` from a group, `.` not held.
 * A table of 200 people and 300 rights is then sixty kilobytes.
 */
export type CellSign = '+' | '-' | 'l' | 'g' | '.'

export interface RightsTable {
  readonly apps: readonly AppLine[]
  readonly rights: readonly RightLine[]
  readonly holders: readonly HolderLine[]
  /** By holder: a sign for each right, in the order of `rights`. */
  readonly cells: Readonly<Record<string, string>>
  /** By holder and app; users that have none of their own show the one of a group as given. */
  readonly levels: Readonly<Record<string, Readonly<Record<string, LevelName>>>>
  /** By level: `1` for each right that it holds, in the order of `rights`. */
  readonly presets: Readonly<Record<LevelName, string>>
}

export interface TableQuestion {
  readonly language: Language
  /** The rights as they were at the end of this day; absent is now. */
  readonly on?: Day | undefined
}

/** One thing that gives or takes a right. */
export interface WhyLine {
  readonly what: 'line' | 'level' | 'group-line' | 'group-level' | 'preset' | 'inactive'
  readonly effect: '+' | '-'
  readonly group: string | null
  readonly level: LevelName | null
  readonly by: string | null
  readonly at: string | null
  /** Ends by itself. */
  readonly untilAt: string | null
  /** The journal entry of the change. */
  readonly journalId: number | null
  /** Whether this one decides. */
  readonly decides: boolean
}

export interface WhyAnswer {
  readonly isHeld: boolean
  readonly lines: readonly WhyLine[]
  /** Since when it is as it is. */
  readonly sinceAt: string | null
  readonly lastUsedOn: Day | null
}

/** A right that is held and was not used for long. */
export interface UnusedLine {
  readonly userId: number
  readonly right: string
  readonly heldSinceAt: string
  readonly lastUsedOn: Day | null
}

export interface GroupLine {
  readonly id: number
  /** `user` is made by people; the others follow departments and positions. */
  readonly kind: 'user' | 'department' | 'position'
  readonly name: string
  /** Whether its people may not work without a second factor. */
  readonly demandsFactor: boolean
  readonly members: readonly { readonly id: number; readonly name: string }[]
}
