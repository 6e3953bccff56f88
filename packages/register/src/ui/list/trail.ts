import type { ListInput } from '../../index.ts'
import type { View } from '../view.ts'

/** The list that records were opened from, in its order: the way from one to the next without going back. */
export interface Trail {
  readonly ids: readonly number[]
  /** Where the list goes on; `null` at its end. */
  readonly next: string | null
  readonly question: Omit<ListInput, 'cursor' | 'limit' | 'columns'>
}

const keyOf = (view: View) => `crm.trail.${view.register.id}`
const most = 2_000
const more = 100

/** Kept for the tab, over a reload; without room for it the buttons are not there. */
export function keepTrail(view: View, trail: Trail): void {
  try {
    sessionStorage.setItem(keyOf(view), JSON.stringify({ ...trail, ids: trail.ids.slice(0, most) }))
  } catch {
    // Private windows and full storages say no.
  }
}

export function readTrail(view: View): Trail | null {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(view)) ?? 'null') as Trail | null // written by keepTrail
  } catch {
    return null
  }
}

/** The record before or after one in the list; the list is fetched on where it ends. */
export async function neighbourOf(view: View, id: number, by: 1 | -1): Promise<number | null> {
  const trail = readTrail(view)
  const at = trail?.ids.indexOf(id) ?? -1
  if (!trail || at < 0) return null
  const there = trail.ids[at + by]
  if (there !== undefined || by < 0 || !trail.next) return there ?? null
  const page = await view.api.list.fetch({ ...trail.question, columns: [], cursor: trail.next, limit: more })
  const ids = [...trail.ids, ...page.rows.map((line) => line[0])].slice(-most)
  keepTrail(view, { ...trail, ids, next: page.next })
  return ids[ids.indexOf(id) + 1] ?? null
}
