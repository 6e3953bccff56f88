import type { Language } from './message.ts'
import type { Arrival } from './sign-in.ts'

export type Theme = 'light' | 'dark' | 'auto'

/** What the browser knows of the person at it. `rights` are ids; the server asks again at every call. */
export interface Me {
  readonly id: number
  readonly login: string
  readonly name: string
  readonly language: Language
  readonly theme: Theme
  readonly rights: readonly string[]
  /** Rights that a grant gives on some document although they are not held in general: they open its pages. */
  readonly granted: readonly string[]
  /** Who looks with this person's eyes, and what they hold themselves; `null` is the person. */
  readonly seenBy: { readonly name: string; readonly rights: readonly string[] } | null
  /** When the password must be changed, ISO UTC; `null` for never. */
  readonly passwordEndsAt?: string | null
}

/** What the sign-in page shows before anybody is known. */
export interface Welcome {
  readonly company: string
  readonly me: Me | null
  /** A sign-in that was begun in this browser and not finished. */
  readonly halfway?: Exclude<Arrival, { stage: 'in' }> | null
  /** Sample accounts are named on the sign-in page only where sample data was loaded. */
  readonly isDemo: boolean
}

export interface HelpChapter {
  readonly app: string
  readonly id: string
  readonly title: string
}

export interface HelpHit extends HelpChapter {
  /** Some words around the first one that was found. */
  readonly excerpt: string
}

/** One line of a document's history. */
export interface HistoryLine {
  readonly id: number
  readonly at: string
  readonly action: string
  readonly actor: string | null
  readonly outcome: 'done' | 'denied' | 'ignored' | 'failed'
  /** Old and new value of each changed field; `null` where the reader may not see them. */
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>> | null
  readonly note: string | null
  /** Changed fields whose values the reader may not see. */
  readonly hidden: readonly string[]
}

/** Who gave a field the value that it has, and when. */
export interface FieldAuthor {
  readonly field: string
  readonly actor: string | null
  readonly at: string
}
