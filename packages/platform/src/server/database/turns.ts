/**
 * A reading shared by those who ask for the same while the one before still runs: the calls of a page come together, and one
 * question to the database answers them. Who comes during a reading waits for the next, so each sees all that was committed before it came.
 */
export function inTurns<T>(read: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const turns = new Map<string, { readonly running: Promise<T>; next: Promise<T> | null }>()

  function start(key: string): Promise<T> {
    const turn = { running: read(key), next: null }
    turns.set(key, turn)
    const end = () => {
      if (turns.get(key) === turn && turn.next === null) turns.delete(key)
    }
    turn.running.then(end, end)
    return turn.running
  }

  return (key) => {
    const turn = turns.get(key)
    if (!turn) return start(key)
    turn.next ??= turn.running.then(
      () => start(key),
      () => start(key),
    )
    return turn.next
  }
}
