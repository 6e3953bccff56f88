import type { AddedField, AddedKind } from './added.ts'

/** A register that fields can be added to, as the admin's page shows it. */
export interface AddedTo {
  readonly register: string
  readonly pl: string
  readonly en: string
  /** How many of each kind can still be added; a kind that the register does not have is not there. */
  readonly free: Readonly<Partial<Record<AddedKind, number>>>
  readonly fields: readonly (AddedField & { readonly kind: AddedKind })[]
}

/** A new field when `field` is null, of the given kind; otherwise what is said of that one. */
export interface SaveAddedInput {
  readonly register: string
  readonly field: string | null
  readonly kind: AddedKind
  readonly pl: string
  readonly en: string
  /** A choice without an id is a new one. */
  readonly choices: readonly { readonly id: string | null; readonly pl: string; readonly en: string; readonly isUsed: boolean }[]
}
