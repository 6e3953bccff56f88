import { createEffect, createSignal, on } from 'solid-js'
import { failureOf } from './refused.ts'

export interface Live<Value> {
  /** What is known; stays while it is fetched again. */
  readonly value: () => Value | undefined
  readonly error: () => unknown
  refetch(): Promise<void>
}

/**
 * Something of the server's that is fetched again when it changes. The newest question wins, whatever the order of the
 * answers; a resource of Solid's would take part in the router's transitions, where an answer can be lost with one that was given up.
 */
export function createLive<Key, Value>(key: () => Key, fetch: (key: Key) => Promise<Value>): Live<Value> {
  const [value, setValue] = createSignal<Value | undefined>(undefined, { equals: isSame })
  const [error, setError] = createSignal<unknown>(undefined)
  let asked = 0

  async function refetch(): Promise<void> {
    asked += 1
    const mine = asked
    try {
      const answer = await fetch(key())
      if (mine !== asked) return
      setError(undefined)
      setValue(() => answer)
    } catch (refusal) {
      // What is shown stays through a lost connection; not through a right that was taken away.
      if (mine === asked && (value() === undefined || isFinal(refusal))) setError(refusal)
    }
  }

  createEffect(
    on(key, () => {
      setValue(undefined)
      void refetch()
    }),
  )
  return { value, error, refetch }
}

/** An answer that says nothing new changes nothing on the page: no line is drawn again under somebody's keyboard. Answers came as JSON. */
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

const isFinal = (refusal: unknown) => ['denied', 'missing', 'signed-out'].includes(failureOf(refusal).code)
