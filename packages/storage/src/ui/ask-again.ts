import { createEffect, createMemo, onCleanup } from 'solid-js'

/** Milliseconds: a worker is done within moments; one that is not there is not waited for all day. */
const after = [2_000, 3_000, 4_000, 5_000, 5_000, 10_000, 20_000]

/** Ask again, a few times and ever later, as long as something is still being made. */
export function askAgainWhile(isWaiting: () => boolean, ask: () => void): void {
  const waits = createMemo(isWaiting)
  let timer: ReturnType<typeof setTimeout> | undefined
  const next = (tries: number) => {
    const wait = after[tries]
    if (wait === undefined) return
    timer = setTimeout(() => {
      ask()
      next(tries + 1)
    }, wait)
  }
  createEffect(() => {
    clearTimeout(timer)
    if (waits()) next(0)
  })
  onCleanup(() => clearTimeout(timer))
}
