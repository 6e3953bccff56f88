import { createSignal, onCleanup } from 'solid-js'

/** A key of what is on the screen; without `run` something else listens to it and it is only told. */
export interface ScreenKey {
  /** As `KeyboardEvent.key` says it. */
  readonly key: string
  /** As it stands on the keyboard, when that is not the same. */
  readonly shown?: string
  readonly does: () => string
  readonly run?: () => void
}

const [all, setAll] = createSignal<readonly (readonly ScreenKey[])[]>([])

/** The keys of this screen, for the one who asks. */
export const screenKeys = (): readonly ScreenKey[] => all().flat()

/** Keys work for a person who is not typing, while nothing lies over the page. */
export const isFree = (event: KeyboardEvent): boolean =>
  !(event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) &&
  !(event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]')) &&
  document.querySelector('dialog[open]') === null

/** Listen to keys while the caller is on the screen, and tell them to `Shift+?`. */
export function useKeys(keys: readonly ScreenKey[]): void {
  const onKey = (event: KeyboardEvent) => {
    const run = isFree(event) ? keys.find((one) => one.key === event.key)?.run : undefined
    if (!run) return
    event.preventDefault()
    run()
  }
  addEventListener('keydown', onKey)
  setAll([...all(), keys])
  onCleanup(() => {
    removeEventListener('keydown', onKey)
    setAll(all().filter((one) => one !== keys))
  })
}
