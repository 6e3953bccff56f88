import { Button, Dialog } from '@crm/widgets/ui'

/** Asks before something of a contract is taken away. */
export function RemoveDialog(props: {
  readonly title: string
  readonly why: string
  readonly words: { readonly close: string; readonly cancel: string; readonly remove: string }
  readonly onClose: () => void
  readonly onRemove: () => void
}) {
  return (
    <Dialog
      title={props.title}
      closeLabel={props.words.close}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{props.words.cancel}</Button>
          <Button look="danger" onClick={() => props.onRemove()}>
            {props.words.remove}
          </Button>
        </>
      }
    >
      {props.why}
    </Dialog>
  )
}
