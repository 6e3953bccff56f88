import { createSignal, onCleanup } from 'solid-js'
import { type Present, type PresentEvent, stages } from '../index.ts'
import { newKey } from './new-key.ts'
import { whyOut } from './api.ts'
import { platformApi } from './platform-api.ts'
import { interrupted, type Interruption, refresh } from './session.ts'

type Listener = (keys: readonly string[]) => void

const listeners = new Set<Listener>()
interface PresentListener {
  readonly hear: (event: PresentEvent) => void
  readonly sayAgain: () => void
}
const presentListeners = new Set<PresentListener>()
/** This tab, as it says where it is. */
export const tab = newKey()
let stream: EventSource | null = null
const [isOnline, setOnline] = createSignal(true)

export { isOnline }

/** Open the tab's one stream of what changed; it reconnects by itself and closes with the session. */
export function openChanges(): () => void {
  open()
  return () => {
    stream?.close()
    stream = null
  }
}

function open(): void {
  stream?.close()
  stream = new EventSource(`/events?tab=${tab}`)
  stream.addEventListener('open', () => setOnline(true))
  stream.addEventListener('error', () => setOnline(stream?.readyState === EventSource.OPEN))
  stream.addEventListener('changed', (event) => {
    const keys = JSON.parse(event.data) as string[] // our own server's event
    for (const listener of listeners) listener(keys)
  })
  stream.addEventListener('present', (event) => {
    for (const { hear } of presentListeners) hear(JSON.parse(event.data) as PresentEvent) // as above
  })
  stream.addEventListener('where', () => {
    for (const { sayAgain } of presentListeners) sayAgain()
  })
  stream.addEventListener('rights', () => void refreshMe())
  for (const why of ['signed-out', ...stages] as const) stream.addEventListener(why, () => void lookAgain(why))
}

/** The stream's session is over. That of the tab may have gone on under a new token, as it does when the password was changed here. */
async function lookAgain(told: Interruption): Promise<void> {
  stream?.close()
  const why = await whyOut(told)
  const isBack = why === null || (await interrupted(why))
  if (isBack && stream) open()
}

/** Call back when a document whose key begins so has changed: `contracts.trade:` is any of the register. */
export function onChanged(prefix: () => string, changed: () => void): void {
  const listener: Listener = (keys) => {
    // Who sees what has changed: whatever is shown is asked for again.
    if (keys.some((key) => key === 'platform.access' || key.startsWith(prefix()))) changed()
  }
  listeners.add(listener)
  onCleanup(() => listeners.delete(listener))
}

/** Call back when somebody opens, edits or leaves a document; and when the server no longer knows where this tab is. */
export function onPresent(document: () => string, changed: (people: readonly Present[]) => void, sayAgain: () => void): void {
  const listener: PresentListener = { sayAgain, hear: (event) => event.document === document() && changed(event.people) }
  presentListeners.add(listener)
  onCleanup(() => presentListeners.delete(listener))
}

/** The rights moved while the page is open: menu and buttons follow at once. */
async function refreshMe(): Promise<void> {
  const { me } = await platformApi.session.welcome.fetch().catch(() => ({ me: null }))
  if (me) refresh(me)
}
