import { type Filter, noFilter, type Shelf, type Sort } from '../../index.ts'
import { type Asking, type Sql, whereFilter } from './condition.ts'
import { rowHasWords, searchWords, whereSearch } from './search.ts'

export interface Listing {
  readonly columns: readonly string[]
  readonly filter?: Filter | undefined
  readonly search?: string | undefined
  readonly shelf?: Shelf | undefined
  readonly sort?: readonly Sort[] | undefined
  readonly cursor?: string | null | undefined
  readonly limit?: number | undefined
  /** What the reader may see at all; `null` is everything. */
  readonly scope?: Sql | null
}

/**
 * Which records a listing is of, for what has no order: counts, sums, bulk acts.
 *
 * @throws Failure 'invalid' for a filter that cannot be asked
 */
export async function whereOf(listing: Omit<Listing, 'columns'>, asking: Asking): Promise<Sql> {
  return join([plainOf(listing, asking), ...(await searchOf(listing.search ?? '', asking)), listing.scope ?? null])
}

/** Everything that a row must be, asked of rows that are at hand. */
export function wholeOf(listing: Omit<Listing, 'columns'>, asking: Asking): Sql {
  const words = searchWords(listing.search ?? '')
  return join([plainOf(listing, asking), words.length > 0 ? rowHasWords(words, asking.register) : null, listing.scope ?? null])
}

/** The shelf and the filter alone. */
export const plainOf = (listing: Omit<Listing, 'columns'>, asking: Asking): Sql => join([shelfOf(listing), whereFilter(listing.filter ?? noFilter, asking)])

const shelfOf = ({ shelf }: Pick<Listing, 'shelf'>): Sql => ({ text: 't.shelf = ?', values: [shelf ?? 'current'] })

export const both = (one: Sql, other: Sql | null | undefined): Sql => join([one, other ?? null])

function join(all: readonly (Sql | null)[]): Sql {
  const parts = all.filter((part) => part !== null)
  return { text: parts.map((part) => part.text).join(' and '), values: parts.flatMap((part) => part.values) }
}

/** The copy of the texts names the candidates where there is one; the engine has the last word on each. */
async function searchOf(search: string, { register, copies }: Asking): Promise<Sql[]> {
  const words = searchWords(search)
  if (words.length === 0) return []
  const found = await copies?.find({ table: register.table, words })
  if (found === 'many') return [rowHasWords(words, register)]
  if (typeof found !== 'object' || found === null) return [whereSearch(words, register)]
  if (found.ids.length === 0) return [{ text: 'false', values: [] }]
  return [{ text: 't.id in (?)', values: [Array.from(found.ids)] }, rowHasWords(words, register)]
}
