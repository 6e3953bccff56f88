import { createSignal, type JSX, onCleanup, Show } from 'solid-js'
import { Button, type ButtonProps } from './button.tsx'

/** A button that opens a panel under it, to the side on which there is room; Esc and a click elsewhere close it, and the focus returns. */
export function Popup(props: { readonly button: ButtonProps; readonly children: (close: () => void) => JSX.Element }) {
  const [isOpen, setOpen] = createSignal(false)
  const [isAtEnd, setAtEnd] = createSignal(false)
  let box: HTMLDivElement | undefined
  const close = () => setOpen(false)
  const place = (panel: HTMLDivElement) => {
    setAtEnd(false)
    // Its width is known when it stands in the page.
    queueMicrotask(() => setAtEnd(panel.getBoundingClientRect().right > document.documentElement.clientWidth - 8))
  }
  const away = (event: Event) => {
    if (event.target instanceof Node && !box?.contains(event.target)) close()
  }
  document.addEventListener('pointerdown', away)
  onCleanup(() => document.removeEventListener('pointerdown', away))
  return (
    <div
      ref={box}
      class="crm-popup"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen()) return
        event.stopPropagation()
        close()
        box?.querySelector('button')?.focus()
      }}
    >
      <Button {...props.button} aria-expanded={isOpen()} onClick={() => setOpen(!isOpen())} />
      <Show when={isOpen()}>
        <div ref={place} class="crm-panel" classList={{ 'at-end': isAtEnd() }}>
          {props.children(close)}
        </div>
      </Show>
    </div>
  )
}
