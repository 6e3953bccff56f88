import { createUniqueId, type JSX, onCleanup, onMount } from 'solid-js'
import { Button } from './button.tsx'

export interface DialogProps {
  readonly title: string
  readonly closeLabel: string
  readonly isWide?: boolean
  /** Whether Esc and the cross may close it now; a form with something typed asks first. */
  readonly mayClose?: () => boolean
  readonly onClose: () => void
  readonly footer?: JSX.Element
  readonly children: JSX.Element
}

/** The browser's own modal dialog: it keeps the focus inside and gives it back afterwards. */
export function Dialog(props: DialogProps) {
  let element: HTMLDialogElement | undefined
  const id = createUniqueId()
  const opener = document.activeElement
  const close = () => {
    if (props.mayClose?.() ?? true) props.onClose()
  }
  onMount(() => element?.showModal())
  onCleanup(() => {
    element?.close()
    if (opener instanceof HTMLElement) opener.focus()
  })
  return (
    <dialog
      ref={element}
      class="crm-dialog"
      classList={{ 'is-wide': props.isWide ?? false }}
      aria-labelledby={id}
      onCancel={(event) => {
        // A file picker that is left without a choice says `cancel` too, and that comes up to here.
        if (event.target !== element) return
        event.preventDefault()
        close()
      }}
    >
      <header>
        <h2 id={id}>{props.title}</h2>
        <Button look="quiet" icon="cross" label={props.closeLabel} onClick={close} />
      </header>
      <div class="crm-dialog-body">{props.children}</div>
      {props.footer && <footer>{props.footer}</footer>}
    </dialog>
  )
}
