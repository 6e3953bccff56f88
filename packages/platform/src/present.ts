/** Somebody else who has the same document open. */
export interface Present {
  readonly userId: number
  readonly name: string
  readonly isEditing: boolean
}

/** Who has a document open, as its pages hear it. */
export interface PresentEvent {
  /** `directory.party:17` */
  readonly document: string
  readonly people: readonly Present[]
}

/** What a tab does with a document; `null` when it has left it. */
export type Standing = 'viewing' | 'editing' | null
