import { type Condition, type Filter, nodesOf, noFilter, type Shelf, type Sort } from '../../index.ts'

/** What a list shows, as the address keeps it: a link opens the same. */
export interface ListState {
  readonly search: string
  readonly shelf: Shelf
  readonly filter: Filter
  readonly sort: readonly Sort[]
  readonly columns: readonly string[]
}

export type AddressParams = { readonly q?: string | null; readonly s?: string | null; readonly f?: string | null; readonly o?: string | null; readonly c?: string | null }

const shelves = ['current', 'archived', 'removed'] as const
const deepest = 3

const isName = /^\w{1,60}$/
const most = 200

/** Whatever somebody made of the address, a list state; what cannot be read is left out. */
export function readAddress(params: Readonly<Record<string, string | string[] | undefined>>): ListState {
  const one = (name: string) => [params[name] ?? ''].flat()[0] ?? ''
  return {
    search: one('q'),
    shelf: shelves.find((shelf) => shelf === one('s')) ?? 'current',
    filter: readFilter(parse(one('f'))) ?? noFilter,
    sort: one('o')
      .split(',')
      .filter(Boolean)
      .map((part) => (part.startsWith('-') ? { field: part.slice(1), dir: 'desc' } : { field: part, dir: 'asc' })),
    columns: [...new Set(one('c').split(','))].filter((name) => isName.test(name)).slice(0, most),
  }
}

/** A filter of anything: groups with their conditions as deep as they may be, the rest left out; `null` for what is none. */
function readFilter(node: unknown, depth = 0): Filter | null {
  if (typeof node !== 'object' || node === null || depth > deepest) return null
  const joint = 'any' in node ? 'any' : 'all'
  const given: unknown = (node as Record<string, unknown>)[joint]
  if (!Array.isArray(given)) return null
  const nodes = given.flatMap((one): (Condition | Filter)[] => (isCondition(one) ? [one] : [readFilter(one, depth + 1)].filter((group) => group !== null)))
  return joint === 'any' ? { any: nodes } : { all: nodes }
}

/** The parameters of a state; what is as usual is not in the address. */
export const addressOf = (state: ListState): AddressParams => ({
  q: state.search || null,
  s: state.shelf === 'current' ? null : state.shelf,
  f: nodesOf(state.filter).length === 0 ? null : JSON.stringify(state.filter),
  o: state.sort.map(({ field, dir }) => `${dir === 'desc' ? '-' : ''}${field}`).join(',') || null,
  c: state.columns.join(',') || null,
})

/** Nothing is said of what the list shows. */
export const isSilent = (state: ListState): boolean => Object.values(addressOf(state)).every((part) => part === null)

export const filterOf = (state: ListState): Filter | undefined => (nodesOf(state.filter).length === 0 ? undefined : state.filter)

const isCondition = (node: unknown): node is Condition =>
  typeof node === 'object' && node !== null && 'field' in node && 'op' in node && typeof node.field === 'string' && typeof node.op === 'string'

function parse(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text)
  } catch {
    return null
  }
}
