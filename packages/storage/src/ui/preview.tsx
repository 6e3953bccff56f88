import { useText } from '@crm/platform/ui'
import { Show } from 'solid-js'
import { type Attachment, isPreviewable } from '../index.ts'
import { kindMessages } from '../messages/kinds.ts'

/** A file as a browser shows it; of a document that none shows, the text that stands in it. */
export function Preview(props: { readonly file: Attachment; readonly address: string }) {
  const text = useText(kindMessages)
  return (
    <>
      <Show when={!isPreviewable(props.file.type)}>
        <p class="crm-quiet">{text('text')}</p>
      </Show>
      <Show when={props.file.type.startsWith('image/')} fallback={<iframe class="crm-preview" src={props.address} title={props.file.name} />}>
        <img class="crm-preview" src={props.address} alt={props.file.name} />
      </Show>
    </>
  )
}
