import type { Dependent, RecordOf } from '@crm/register'
import type { party } from './party.ts'

/** What two parties have in common, the surest first. */
export type Suspicion = 'nip' | 'regon' | 'krs' | 'name'

/** One of two parties that may be the same. */
export interface SuspectedParty {
  readonly id: number
  readonly name: string
  readonly nip: string | null
  readonly city: string | null
}

export interface SuspectedPair {
  readonly because: Suspicion
  /** The one that was entered first. */
  readonly one: SuspectedParty
  readonly other: SuspectedParty
}

export interface ComparedParty {
  readonly row: RecordOf<typeof party.fields>
  /** What hangs on it or refers to it. */
  readonly dependents: readonly Dependent[]
  /** It has an access table of its own. */
  readonly isRestricted: boolean
}

export interface Comparison {
  readonly keep: ComparedParty
  readonly drop: ComparedParty
}

/** Whose value a field gets; `both` only where a field is a list. */
export type Choice = 'keep' | 'drop' | 'both'

export interface MergeInput {
  readonly keep: { readonly id: number; readonly version: number }
  readonly drop: { readonly id: number; readonly version: number }
  /** By field; what is not named stays as it is in the one that is kept. */
  readonly take: Readonly<Record<string, Choice>>
}
