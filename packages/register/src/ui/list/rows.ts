import { createEffect, createSignal, on } from 'solid-js'
import type { Count, Line, ListInput, Selection } from '../../index.ts'
import type { View } from '../view.ts'

const page = 60
const refreshLimit = 200

/** The loaded rows of a list: pages follow while one scrolls, a change of somebody's brings them up to date in place. */
export function createRows(view: View, question: () => Omit<ListInput, 'cursor' | 'limit'> | null) {
  const [rows, setRows] = createSignal<readonly Line[]>([])
  const [count, setCount] = createSignal<Count | null>(null)
  const [error, setError] = createSignal<unknown>(null)
  const [isLoading, setLoading] = createSignal(true)
  let next: string | null = null
  let asked = 0
  let isFetching = false

  async function load(): Promise<void> {
    const wanted = question()
    if (!wanted) return
    asked += 1
    const mine = asked
    setLoading(true)
    void countOf(wanted, mine)
    try {
      const answer = await view.api.list.fetch({ ...wanted, limit: page })
      if (mine !== asked) return
      next = answer.next
      setRows(answer.rows)
      setError(null)
    } catch (refusal) {
      if (mine === asked) setError(refusal)
    } finally {
      if (mine === asked) setLoading(false)
    }
  }

  /** Never waited for: the rows come first. */
  async function countOf({ filter, search, shelf }: Selection, mine: number): Promise<void> {
    const answer = await view.api.count.fetch({ filter, search, shelf }).catch(() => null)
    if (mine === asked) setCount(answer)
  }

  async function more(): Promise<void> {
    const wanted = question()
    if (!wanted || !next || isFetching) return
    isFetching = true
    const mine = asked
    try {
      const answer = await view.api.list.fetch({ ...wanted, cursor: next, limit: page })
      if (mine !== asked) return
      next = answer.next
      setRows([...rows(), ...answer.rows])
    } catch {
      // The next scroll tries again; what is shown stays.
    } finally {
      isFetching = false
    }
  }

  /** The same rows as they are now, without moving the page. */
  async function refresh(): Promise<void> {
    const wanted = question()
    if (!wanted) return
    if (rows().length > refreshLimit) return void countOf(wanted, asked)
    asked += 1
    const mine = asked
    void countOf(wanted, mine)
    const answer = await view.api.list.fetch({ ...wanted, limit: Math.min(Math.max(rows().length, page), refreshLimit) }).catch(() => null)
    if (!answer || mine !== asked) return
    next = answer.next
    setRows(answer.rows)
    setLoading(false)
  }

  createEffect(
    on(
      () => JSON.stringify(question()),
      () => void load(),
    ),
  )
  return { rows, count, error, isLoading, more, refresh, reload: load, next: () => next }
}
