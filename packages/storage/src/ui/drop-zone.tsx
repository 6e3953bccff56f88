import { Icon } from '@crm/widgets/ui'
import { createSignal } from 'solid-js'

/** A place to drop files on, or to choose them from. */
export function DropZone(props: {
  readonly id: string
  readonly right: string
  readonly lead: string
  readonly choose: string
  readonly accept?: string
  readonly isMany?: boolean
  readonly onFiles: (files: readonly File[]) => void
}) {
  const [isOver, setOver] = createSignal(false)
  let picker: HTMLInputElement | undefined
  return (
    <div
      class="crm-drop mb-2"
      classList={{ 'is-over': isOver() }}
      data-right={props.right}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        props.onFiles([...(event.dataTransfer?.files ?? [])])
      }}
    >
      <Icon name="upload" /> {props.lead}{' '}
      <button type="button" class="btn btn-sm btn-link p-0 align-baseline" onClick={() => picker?.click()}>
        {props.choose}
      </button>
      <input
        ref={picker}
        id={props.id}
        type="file"
        multiple={props.isMany ?? false}
        accept={props.accept}
        class="d-none"
        aria-label={props.choose}
        onChange={(event) => {
          props.onFiles([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
    </div>
  )
}
