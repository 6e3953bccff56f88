/** One line of a document's own table. */
export interface AccessLine {
  readonly holder: string
  readonly right: string
  readonly effect: '+' | '-'
}

export interface GrantLine {
  readonly id: number
  readonly holder: string
  readonly holderName: string
  readonly rights: readonly string[]
  readonly fromAt: string
  readonly untilAt: string | null
  readonly isPreviewOnly: boolean
  readonly reason: string
  readonly by: string | null
  readonly state: 'waiting' | 'in force' | 'ended'
}

/** Somebody who can see the document, and why. */
export interface Viewer {
  readonly userId: number
  readonly name: string
  readonly by: 'right' | 'line' | 'grant'
  /** Where the general right is from, as in the table of rights. */
  readonly origin: string | null
  /** Through which group the line or grant reaches them. */
  readonly group: string | null
  readonly untilAt: string | null
}

/** Who may see a document and what decides it. */
export interface AccessAnswer {
  /** Whose table governs the document: nobody's, its own, or the one of what it hangs on. */
  readonly table: 'none' | 'own' | 'inherited'
  readonly lines: readonly (AccessLine & { readonly holderName: string })[]
  readonly grants: readonly GrantLine[]
  readonly viewers: readonly Viewer[]
  /** The rights that a line or grant may name. */
  readonly rights: readonly string[]
}

export interface GrantInput {
  readonly id: number
  readonly holder: string
  readonly rights: readonly string[]
  /** ISO UTC */
  readonly fromAt: string
  readonly untilAt: string | null
  readonly isPreviewOnly: boolean
  readonly reason: string
}

export interface HolderFound {
  readonly holder: string
  readonly name: string
}

/** A document that has an access table and nobody left who could open it by it. */
export interface ShutDocument {
  readonly tableId: number
  /** `contracts.staff` */
  readonly kind: string
  readonly id: number
  /** What its register is called. */
  readonly title: string
  readonly code: string | null
}
