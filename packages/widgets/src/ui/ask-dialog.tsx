import type { JSX } from 'solid-js'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import type { IconName } from './icon.tsx'

/** Asks before something is done that is not easily taken back. */
export function AskDialog(props: {
  readonly title: string
  readonly closeLabel: string
  readonly cancelLabel: string
  readonly doLabel: string
  /** `danger`, unless said. */
  readonly look?: 'danger' | 'primary'
  readonly icon?: IconName
  readonly isBusy?: boolean
  /** Whether it can be done; always, unless said. */
  readonly isReady?: boolean
  readonly onClose: () => void
  readonly onDo: () => void
  readonly children: JSX.Element
}) {
  return (
    <Dialog
      title={props.title}
      closeLabel={props.closeLabel}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{props.cancelLabel}</Button>
          <Button look={props.look ?? 'danger'} icon={props.icon} isBusy={props.isBusy} disabled={!(props.isReady ?? true)} onClick={() => props.onDo()}>
            {props.doLabel}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  )
}
