import type { Condition, Filter, Shelf, Sort } from '../index.ts'

/** What a list shows, as the address keeps it: a link opens the same. */
export interface ListState {
  readonly search: string
  readonly shelf: Shelf
  readonly joint: 'all' | 'any'
  readonly conditions: readonly Condition[]
  readonly sort: readonly Sort[]
}

export type AddressParams = { readonly q?: string | null; readonly s?: string | null; readonly f?: string | null; readonly o?: string | null }

const shelves = ['current', 'archived', 'removed'] as const

/** Whatever somebody made of the address, a list state; what cannot be read is left out. */
export function readAddress(params: Readonly<Record<string, string | string[] | undefined>>): ListState {
  const one = (name: string) => [params[name] ?? ''].flat()[0] ?? ''
  const filter = parse(one('f'))
  const joint = typeof filter === 'object' && filter !== null && 'any' in filter ? 'any' : 'all'
  const nodes: unknown = typeof filter === 'object' && filter !== null ? (filter as Record<string, unknown>)[joint] : []
  return {
    search: one('q'),
    shelf: shelves.find((shelf) => shelf === one('s')) ?? 'current',
    joint,
    conditions: Array.isArray(nodes) ? nodes.filter(isCondition) : [],
    sort: one('o')
      .split(',')
      .filter(Boolean)
      .map((part) => (part.startsWith('-') ? { field: part.slice(1), dir: 'desc' } : { field: part, dir: 'asc' })),
  }
}

/** The parameters of a state; what is as usual is not in the address. */
export const addressOf = (state: ListState): AddressParams => ({
  q: state.search || null,
  s: state.shelf === 'current' ? null : state.shelf,
  f: state.conditions.length === 0 ? null : JSON.stringify({ [state.joint]: state.conditions }),
  o: state.sort.map(({ field, dir }) => `${dir === 'desc' ? '-' : ''}${field}`).join(',') || null,
})

export const filterOf = (state: ListState): Filter | undefined =>
  state.conditions.length === 0 ? undefined : state.joint === 'all' ? { all: state.conditions } : { any: state.conditions }

const isCondition = (node: unknown): node is Condition =>
  typeof node === 'object' && node !== null && 'field' in node && 'op' in node && typeof node.field === 'string' && typeof node.op === 'string'

function parse(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text)
  } catch {
    return null
  }
}
