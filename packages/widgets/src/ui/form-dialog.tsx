import { createUniqueId, type JSX, Show } from 'solid-js'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import type { IconName } from './icon.tsx'

/** A form in a dialog: Enter sends it, the first Esc after something was typed goes to its cancel button, what it was refused for as a whole stands beside its buttons. */
export function FormDialog(props: {
  readonly title: string
  readonly closeLabel: string
  readonly cancelLabel: string
  readonly sendLabel: string
  /** `primary`, unless said. */
  readonly look?: 'primary' | 'danger'
  /** A tick, unless said. */
  readonly icon?: IconName
  readonly isWide?: boolean
  readonly isBusy: boolean
  /** Whether it can be sent yet; always, unless said. */
  readonly isReady?: boolean
  readonly problem: string
  readonly onClose: () => void
  readonly onSend: () => void
  readonly children: JSX.Element
}) {
  const id = createUniqueId()
  const cancelId = createUniqueId()
  let isTyped = false
  /** Esc and the cross do not throw away what was typed: they lead to the button that does. */
  const mayClose = () => {
    const cancel = document.getElementById(cancelId)
    if (!isTyped || document.activeElement === cancel) return true
    cancel?.focus()
    return false
  }
  return (
    <Dialog
      title={props.title}
      closeLabel={props.closeLabel}
      isWide={props.isWide ?? false}
      mayClose={mayClose}
      onClose={() => props.onClose()}
      footer={
        <>
          <Show when={props.problem}>
            <span class="text-danger me-auto" role="alert">
              {props.problem}
            </span>
          </Show>
          <Button id={cancelId} onClick={() => props.onClose()}>
            {props.cancelLabel}
          </Button>
          <Button type="submit" form={id} look={props.look ?? 'primary'} icon={props.icon ?? 'check'} isBusy={props.isBusy} disabled={!(props.isReady ?? true)}>
            {props.sendLabel}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        onInput={() => {
          isTyped = true
        }}
        onSubmit={(event) => {
          event.preventDefault()
          if (!props.isBusy && (props.isReady ?? true)) props.onSend()
        }}
      >
        {props.children}
      </form>
    </Dialog>
  )
}
