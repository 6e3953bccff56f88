import { uis } from '@crm/catalog/ui'
import { isFree, platformMessages, screenKeys, sentenceOf, useCanSome, useText } from '@crm/platform/ui'
import { Dialog } from '@crm/widgets/ui'
import { useLocation, useNavigate } from '@solidjs/router'
import { createSignal, For, onCleanup, Show } from 'solid-js'
import { goKeys } from './go-keys.ts'
import { helpAddress } from './help-address.ts'

const keys = [
  ['Ctrl + K', 'find'],
  ['F1', 'help'],
  ['Shift + ?', 'keys'],
] as const

const goMs = 1_500

/** `Shift+?` shows the keys of this screen, F1 opens help, `g` and a letter go to an app; none of them while somebody types. */
export function KeysHelp() {
  const text = useText(platformMessages)
  const navigate = useNavigate()
  const location = useLocation()
  const can = useCanSome()
  const [isOpen, setOpen] = createSignal(false)
  const firstPage = (of: (typeof uis)[number]) => of.pages.find((page) => page.isInMenu && can(page.right))?.path
  const apps = () => goKeys(uis.filter((ui) => firstPage(ui) !== undefined))
  let goingUntil = 0
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'F1') {
      event.preventDefault()
      navigate(helpAddress(uis, location.pathname, document.activeElement))
    }
    if (!isFree(event)) return
    if (event.key === '?') return void setOpen(true)
    const isGoing = performance.now() < goingUntil
    goingUntil = event.key === 'g' && !isGoing ? performance.now() + goMs : 0
    const path = isGoing ? (event.key === 'h' ? '/' : apps().flatMap(({ letter, ui }) => (letter === event.key ? (firstPage(ui) ?? []) : []))[0]) : undefined
    if (!path) return
    event.preventDefault()
    // The letter is no key of the page that is left.
    event.stopImmediatePropagation()
    navigate(path)
  }
  addEventListener('keydown', onKey, { capture: true })
  onCleanup(() => removeEventListener('keydown', onKey, { capture: true }))
  return (
    <Show when={isOpen()}>
      <Dialog title={text('frame.keys')} closeLabel={text('frame.close')} onClose={() => setOpen(false)}>
        <dl class="row mb-0">
          <For each={screenKeys()}>{(one) => <Line key={one.shown ?? one.key} does={one.does()} />}</For>
          <For each={keys}>{([key, name]) => <Line key={key} does={text(`keys.${name}`)} />}</For>
          <Line key="g h" does={text('frame.start')} />
          <For each={apps()}>{({ letter, ui }) => <Line key={`g ${letter}`} does={sentenceOf(ui.app.messages, 'title')} />}</For>
        </dl>
      </Dialog>
    </Show>
  )
}

function Line(props: { readonly key: string; readonly does: string }) {
  return (
    <>
      <dt class="col-4">
        <kbd>{props.key}</kbd>
      </dt>
      <dd class="col-8">{props.does}</dd>
    </>
  )
}
