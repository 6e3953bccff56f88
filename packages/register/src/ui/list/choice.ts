import type { TableChoice } from '@crm/widgets/ui'
import { createSignal } from 'solid-js'
import type { Line } from '../../index.ts'
import { useOwnText } from '../words.ts'

/** The records that were picked out of a list; they stay picked while it is scrolled and sorted. */
export function createChoice(rows: () => readonly Line[]) {
  const text = useOwnText()
  const [chosen, setChosen] = createSignal<ReadonlySet<number>>(new Set())
  const table: TableChoice = {
    get label() {
      return text('bulk.pick')
    },
    has: (key) => chosen().has(key),
    toggle: (key) => setChosen((before) => (before.has(key) ? new Set([...before].filter((one) => one !== key)) : new Set([...before, key]))),
    toggleAll: () => setChosen(table.isAll ? new Set<number>() : new Set(rows().map((line) => line[0]))),
    get isAll() {
      return rows().length > 0 && rows().every((line) => chosen().has(line[0]))
    },
  }
  return { table, chosen, set: (ids: readonly number[]) => setChosen(new Set(ids)), clear: () => setChosen(new Set<number>()) }
}
