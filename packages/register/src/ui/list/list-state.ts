import { usePreference } from '@crm/platform/ui'
import { useSearchParams } from '@solidjs/router'
import { createEffect, createMemo } from 'solid-js'
import { type Sort, type ViewState, noFilter } from '../../index.ts'
import type { View } from '../view.ts'
import { addressOf, isSilent, type ListState, readAddress } from './address.ts'

/** How a person keeps a register's table: for good, on the server. */
export interface Layout {
  readonly columns: readonly string[]
  readonly widths: Readonly<Record<string, number>>
  readonly sort?: readonly Sort[]
  readonly isDense?: boolean
  readonly isPinned?: boolean
  /** The record at which one is stands beside the list, where there is room. */
  readonly hasPreview?: boolean
}

/**
 * What a list shows: as its address says, and where that is silent, as the person keeps the register. An address that says anything
 * says it all, so that a link opens the same for everybody; what it shows becomes nobody's own by being opened.
 */
export function createListState(view: View) {
  const { fields, list } = view.register
  const usual: Layout = { columns: list.columns, widths: {}, sort: [list.sort] }
  const [params, setParams] = useSearchParams()
  const [kept, keep, isKnown] = usePreference<Layout | null>(`register.${view.register.id}`, null)
  const layout = () => kept() ?? usual
  const said = createMemo(() => readAddress(params))
  const columns = createMemo(() => [said().columns, layout().columns, usual.columns].map((names) => names.filter((name) => name in fields)).find((names) => names.length > 0) ?? [])
  const sort = createMemo(() => [said().sort, layout().sort ?? []].map((keys) => keys.filter(({ field }) => field in fields)).find((keys) => keys.length > 0) ?? [list.sort])
  const shown = (): ListState => ({ ...said(), columns: columns(), sort: sort() })
  // An address changes when the page is ready for it: whoever is quicker - a search cleared, a filter added at once - goes on from what they asked for.
  let asked: ListState | null = null
  function show(change: Partial<ListState>): void {
    const next = { ...(asked ?? shown()), ...change }
    asked = next
    setTimeout(() => asked === next && arrive(), longestWayMs)
    setParams(addressOf(next), { replace: true })
  }
  const arrive = () => {
    asked = null
  }
  const hasOwn = (what: 'columns' | 'sort') => !isSame(layout()[what] ?? usual[what], usual[what])

  createEffect(() => {
    const arrived = addressOf(said())
    if (asked && isSame(addressOf(asked), arrived)) arrive()
    if (asked || !isKnown() || (isSilent(said()) && !hasOwn('columns') && !hasOwn('sort'))) return
    const whole = addressOf(shown())
    if (!isSame(whole, arrived)) setParams(whole, { replace: true })
  })

  /** Show it otherwise and keep it so; {@link reset} goes back to how the register comes. */
  function arrange(change: Partial<Layout>): void {
    keep({ ...layout(), ...change })
    const { columns: names, sort: keys } = change
    if (names || keys) show({ ...(names ? { columns: names } : {}), ...(keys ? { sort: keys } : {}) })
  }
  function reset(): void {
    keep(null)
    show({ columns: [], sort: [] })
  }
  function open({ columns: names, filter = noFilter, search = '', shelf = 'current', sort: keys = [] }: ViewState): void {
    show({ columns: names, filter, search, shelf, sort: keys.length > 0 ? keys : [list.sort] })
  }
  /** The same for a view that the reader did not choose: columns that they set stay. */
  const begin = (state: ViewState) => open(hasOwn('columns') ? { ...state, columns: layout().columns } : state)
  return { isKnown, layout: (): Layout => ({ ...layout(), columns: columns(), sort: sort() }), said, columns, sort, show, arrange, reset, open, begin }
}

/** An address that has not come by then was given up for another. */
const longestWayMs = 3_000

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
