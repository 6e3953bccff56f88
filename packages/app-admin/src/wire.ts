export interface PersonLine {
  readonly id: number
  readonly login: string
  readonly name: string
  readonly department: string | null
  readonly position: string | null
  readonly supervisor: string | null
  readonly isActive: boolean
  readonly rightCount: number
}

export interface JournalLine {
  readonly id: number
  readonly at: string
  readonly action: string
  readonly actor: string | null
  readonly ip: string
  readonly document: string | null
  readonly documentCode: string | null
  readonly outcome: 'done' | 'denied' | 'ignored' | 'failed'
  readonly note: string | null
}

export interface JournalQuestion {
  readonly outcome?: JournalLine['outcome'] | undefined
  /** The beginning of an action's name. */
  readonly action?: string | undefined
  readonly actorId?: number | undefined
  /** Entries older than this one. */
  readonly before?: number | undefined
}
