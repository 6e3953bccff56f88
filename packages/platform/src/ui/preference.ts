import { createSignal } from 'solid-js'
import { platformApi } from './platform-api.ts'

const saveMs = 600

/** A value that a person keeps for good, on the server: columns, widths, what is folded. */
export function usePreference<T>(key: string, initial: T): readonly [get: () => T, set: (next: T) => void, isKnown: () => boolean] {
  const [value, setValue] = createSignal<T>(initial)
  const [isKnown, setKnown] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let isTouched = false
  platformApi.preferences.get
    .fetch({ key })
    .then((kept) => {
      if (kept !== null && !isTouched) setValue(() => kept as T) // what this very hook has saved
    })
    .catch(() => undefined) // the initial value serves; the next change saves again
    .finally(() => setKnown(true))
  const set = (next: T) => {
    isTouched = true
    setValue(() => next)
    clearTimeout(timer)
    timer = setTimeout(() => void platformApi.preferences.set.run({ key, value: next }).catch(() => undefined), saveMs)
  }
  return [value, set, isKnown]
}
