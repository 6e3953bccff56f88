import { createSignal } from 'solid-js'
import { platformApi } from './platform-api.ts'

const saveMs = 600

/** What waits to be saved, by its key: a tab that is closed saves it at once. */
const waiting = new Map<string, () => void>()
addEventListener('pagehide', () => {
  for (const save of waiting.values()) save()
})

/** A value that a person keeps for good, on the server: columns, widths, what is folded. */
export function usePreference<T>(key: string, initial: T): readonly [get: () => T, set: (next: T) => void, isKnown: () => boolean] {
  const [value, setValue] = createSignal<T>(initial)
  const [isKnown, setKnown] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  const save = () => {
    clearTimeout(timer)
    waiting.delete(key)
    void platformApi.preferences.set.run({ key, value: value() }).catch(() => undefined)
  }
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
    waiting.set(key, save)
    timer = setTimeout(save, saveMs)
  }
  return [value, set, isKnown]
}
