import { uis } from '@crm/catalog/ui'
import { platformMessages, useText } from '@crm/platform/ui'
import { Dialog } from '@crm/widgets/ui'
import { useLocation, useNavigate } from '@solidjs/router'
import { createSignal, For, onCleanup, Show } from 'solid-js'
import { helpAddress } from './help-address.ts'

const keys = [
  ['Ctrl + K', 'find'],
  ['/', 'search'],
  ['j ↓', 'down'],
  ['k ↑', 'up'],
  ['Enter', 'open'],
  ['e', 'edit'],
  ['F1', 'help'],
  ['Shift + ?', 'keys'],
] as const

/** `Shift+?` shows the keys, F1 opens help; neither while somebody types. */
export function KeysHelp() {
  const text = useText(platformMessages)
  const navigate = useNavigate()
  const location = useLocation()
  const [isOpen, setOpen] = createSignal(false)
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'F1') {
      event.preventDefault()
      navigate(helpAddress(uis, location.pathname, document.activeElement))
    }
    if (event.key === '?' && !(event.target instanceof HTMLElement && event.target.matches('input, textarea, select'))) setOpen(true)
  }
  addEventListener('keydown', onKey)
  onCleanup(() => removeEventListener('keydown', onKey))
  return (
    <Show when={isOpen()}>
      <Dialog title={text('frame.keys')} closeLabel={text('frame.close')} onClose={() => setOpen(false)}>
        <dl class="row mb-0">
          <For each={keys}>
            {([key, name]) => (
              <>
                <dt class="col-4">
                  <kbd>{key}</kbd>
                </dt>
                <dd class="col-8">{text(`keys.${name}`)}</dd>
              </>
            )}
          </For>
        </dl>
      </Dialog>
    </Show>
  )
}
