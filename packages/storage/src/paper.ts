import type { Day } from '@crm/platform'

/** A named place where papers lie: a cabinet, a shelf in it, a binder. */
export interface Place {
  readonly id: number
  /** What stands on it and in the records, `Szafa 3`; small and large letters are the same. */
  readonly code: string
  readonly name: string | null
  readonly withinId: number | null
  /** Papers that the reader may see and whose record names this very place. */
  readonly count: number
}

/** What records name as a place although it is on no list. */
export interface UnlistedPlace {
  readonly code: string
  readonly count: number
}

/** Somebody has the paper. */
export interface Loan {
  readonly id: number
  /** A person of the house, or whoever else was named. */
  readonly holder: string
  readonly dueOn: Day | null
  readonly note: string | null
  readonly by: string
  readonly at: string
  readonly isOverdue: boolean
}

/** Where the paper of one document is. */
export interface PaperAbout {
  readonly place: string | null
  readonly loan: Loan | null
}

/** A paper that somebody has. */
export interface LoanLine extends Loan {
  readonly document: string
  readonly number: string
  readonly title: string
  readonly place: string | null
}

/** Counting the papers of a place by their labels. */
export interface StockTaking {
  readonly id: number
  readonly place: string
  readonly by: string
  readonly startedAt: string
  readonly endedAt: string | null
}

/**
 * What counting found of a paper: `here`; `moved` here by the one who counted; `foreign` by its record; `lent` and so not expected;
 * `expected` as long as counting goes on, `missing` afterwards.
 */
export const sightOutcomes = ['foreign', 'expected', 'missing', 'lent', 'here', 'moved'] as const
export type SightOutcome = (typeof sightOutcomes)[number]

export interface SightLine {
  readonly document: string
  readonly number: string
  readonly title: string
  readonly outcome: SightOutcome
  /** Where its record says it lies. */
  readonly place: string | null
  /** Who has it, where it is lent. */
  readonly holder: string | null
  readonly by: string | null
  readonly at: string | null
}

/** Every place inside a place, itself first. */
export function within(places: readonly Pick<Place, 'id' | 'code' | 'withinId'>[], id: number): string[] {
  const own = places.find((place) => place.id === id)
  const inner = places.filter((place) => place.withinId === id && place.id !== id)
  return own ? [own.code, ...inner.flatMap((place) => within(places, place.id))] : []
}

/** Places as a tree is written: each under the one that it is in, by its code, with how deep it stands. */
export function asTree<One extends Pick<Place, 'id' | 'code' | 'withinId'>>(places: readonly One[]): { readonly place: One; readonly depth: number }[] {
  const known = new Set(places.map(({ id }) => id))
  const under = (withinId: number | null, depth: number): { place: One; depth: number }[] =>
    places
      .filter((place) => (place.withinId !== null && known.has(place.withinId) ? place.withinId : null) === withinId)
      .toSorted((one, other) => one.code.localeCompare(other.code, 'pl', { numeric: true }))
      .flatMap((place) => [{ place, depth }, ...under(place.id, depth + 1)])
  return under(null, 0)
}
