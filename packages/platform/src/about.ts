import type { Day } from './time/day.ts'
import type { Money } from './money.ts'

/** One thing that an app has about a document of another one, in the reader's language. */
export interface AboutLine {
  readonly path: string
  /** How people call it, where it has a code. */
  readonly code: string | null
  readonly title: string
  readonly state: string | null
  readonly day: Day | null
  readonly amount: Money | null
  readonly currency: string | null
}

/** Things of one sort: the newest of them, and how many the reader may see. */
export interface AboutGroup {
  readonly title: string
  /** What `day` is: "Next end". */
  readonly dayTitle: string
  readonly count: number
  readonly lines: readonly AboutLine[]
  /** The page on which all of them are listed, where there is one. */
  readonly allPath: string | null
}

/** So many lines a group. */
export const aboutLines = 10
