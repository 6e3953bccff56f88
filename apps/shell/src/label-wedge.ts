import { onCleanup } from 'solid-js'

/** No hand types so fast; a scanner does, and ends with Enter. */
const mostBetweenMs = 60
const label = /^[A-Z]{2}\d{12}$/i

/** A hand-held scanner types a label's code: from anywhere but a field, it is handed over. */
export function onLabelScanned(take: (code: string) => void): void {
  let typed = ''
  let lastAt = 0
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || isField(event.target)) return
    if (event.timeStamp - lastAt > mostBetweenMs) typed = ''
    lastAt = event.timeStamp
    if (event.key === 'Enter') {
      if (label.test(typed)) {
        event.preventDefault()
        take(typed.toUpperCase())
      }
      typed = ''
    } else if (event.key.length === 1) typed = `${typed}${event.key}`.slice(-20)
  }
  // Before what has the focus: Enter on a button would press it.
  addEventListener('keydown', onKey, true)
  onCleanup(() => removeEventListener('keydown', onKey, true))
}

const isField = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
