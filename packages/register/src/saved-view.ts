import type { LevelName } from '@crm/platform'
import type { Sort } from './register.ts'
import type { Selection } from './wire.ts'

/** Everything that a list shows, under a name. */
export interface ViewState extends Selection {
  readonly columns: readonly string[]
  readonly sort?: readonly Sort[] | undefined
}

export type Audience = 'own' | 'group' | 'all'

export interface SavedView {
  readonly id: number
  readonly name: string
  readonly owner: string
  readonly isMine: boolean
  readonly audience: Audience
  readonly groupId: number | null
  /** The levels whose list begins with it. */
  readonly firstFor: readonly LevelName[]
  /** The reader's level is among them, and none higher of theirs begins with another. */
  readonly isFirst: boolean
  readonly state: ViewState
}

export interface SaveViewInput {
  /** `null` for a new one. */
  readonly id: number | null
  readonly name: string
  readonly state: ViewState
}

export interface ShareViewInput {
  readonly id: number
  readonly audience: Audience
  /** Of the audience `group` only. */
  readonly groupId: number | null
  /** Of the audience `all` only: the levels whose list begins with it from now on. */
  readonly firstFor: readonly LevelName[]
}
