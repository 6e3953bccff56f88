import type { LevelName } from '../app.ts'

/** `u12` is a user, `g3` a group. */
export type HolderId = string

/** What an admin changes at once; all of it or none. */
export interface RightsChange {
  /** `null` takes an own plus or minus back, so that levels and groups decide again. */
  readonly lines: readonly { readonly holder: HolderId; readonly right: string; readonly effect: '+' | '-' | null }[]
  readonly levels: readonly { readonly holder: HolderId; readonly app: string; readonly level: LevelName | null }[]
  /** What a level of an app holds from now on. */
  readonly presets: readonly { readonly app: string; readonly level: LevelName; readonly right: string; readonly isIn: boolean }[]
  readonly note?: string | undefined
}

/** What a change does, or would do, to one user. */
export interface RightsEffect {
  readonly userId: number
  readonly name: string
  readonly gained: readonly string[]
  readonly lost: readonly string[]
}
