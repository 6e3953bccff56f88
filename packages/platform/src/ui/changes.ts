import { createSignal, onCleanup } from 'solid-js'
import { stages } from '../index.ts'
import { interrupted } from './session.ts'

type Listener = (keys: readonly string[]) => void

const listeners = new Set<Listener>()
let stream: EventSource | null = null
const [isOnline, setOnline] = createSignal(true)

export { isOnline }

/** Open the tab's one stream of what changed; it reconnects by itself and closes with the session. */
export function openChanges(): () => void {
  stream = new EventSource('/events')
  stream.addEventListener('open', () => setOnline(true))
  stream.addEventListener('error', () => setOnline(stream?.readyState === EventSource.OPEN))
  stream.addEventListener('changed', (event) => {
    const keys = JSON.parse(event.data) as string[] // our own server's event
    for (const listener of listeners) listener(keys)
  })
  for (const why of ['signed-out', ...stages] as const) stream.addEventListener(why, () => void interrupted(why))
  return () => {
    stream?.close()
    stream = null
  }
}

/** Call back when a document whose key begins so has changed: `contracts.trade:` is any of the register. */
export function onChanged(prefix: () => string, changed: () => void): void {
  const listener: Listener = (keys) => {
    if (keys.some((key) => key.startsWith(prefix()))) changed()
  }
  listeners.add(listener)
  onCleanup(() => listeners.delete(listener))
}
