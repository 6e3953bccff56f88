import { createSignal, For, Show } from 'solid-js'

export interface Toast {
  readonly text: string
  readonly look?: 'plain' | 'danger'
  readonly action?: { readonly label: string; readonly run: () => void }
}

const shownMs = 6_000
const [toasts, setToasts] = createSignal<readonly (Toast & { id: number })[]>([])
let last = 0

/** Say something at the corner of the page for a few seconds; with an action, such as undo, for longer. */
export function toast(one: Toast): void {
  last += 1
  const id = last
  setToasts([...toasts().slice(-3), { ...one, id }])
  setTimeout(() => dismiss(id), one.action ? shownMs * 2 : shownMs)
}

const dismiss = (id: number) => setToasts(toasts().filter((one) => one.id !== id))

export function Toasts() {
  return (
    <div class="crm-toasts" role="status" aria-live="polite">
      <For each={toasts()}>
        {(one) => (
          <div classList={{ 'is-danger': one.look === 'danger' }}>
            <span>{one.text}</span>
            <Show when={one.action}>
              {(action) => (
                <button
                  type="button"
                  onClick={() => {
                    dismiss(one.id)
                    action().run()
                  }}
                >
                  {action().label}
                </button>
              )}
            </Show>
          </div>
        )}
      </For>
    </div>
  )
}
