import { createEffect, createSignal, on } from 'solid-js'

interface Pages<Line> {
  /** `null` until the first page has come. */
  readonly lines: () => readonly Line[] | null
  readonly error: () => unknown
  /** The page after the last line, where there is one and none is on its way. */
  more(): void
  /** From the beginning. */
  reload(): Promise<void>
}

/** A list whose older lines follow while one scrolls; it begins anew when its question changes, and the newest question wins. */
export function createPages<Question, Line extends { readonly id: number }>(
  question: () => Question,
  fetch: (asked: Question, page: { readonly before?: number }) => Promise<readonly Line[]>,
): Pages<Line> {
  const [lines, setLines] = createSignal<readonly Line[] | null>(null)
  const [error, setError] = createSignal<unknown>(null)
  let asked = 0
  let isAtEnd = false
  let isFetching = false

  async function load(before?: number): Promise<void> {
    asked += 1
    const mine = asked
    isFetching = true
    try {
      const found = await fetch(question(), before === undefined ? {} : { before })
      if (mine !== asked) return
      isAtEnd = found.length === 0
      setLines(before === undefined ? found : [...(lines() ?? []), ...found])
      setError(null)
    } catch (refusal) {
      if (mine === asked) setError(refusal)
    } finally {
      if (mine === asked) isFetching = false
    }
  }
  createEffect(
    on(
      () => JSON.stringify(question()),
      () => void load(),
    ),
  )
  return {
    lines,
    error,
    more() {
      const last = lines()?.at(-1)
      if (last && !isAtEnd && !isFetching) void load(last.id)
    },
    reload: () => load(),
  }
}
