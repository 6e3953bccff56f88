import { useCan, useText } from '@crm/platform/ui'
import { Icon } from '@crm/widgets/ui'
import { Show } from 'solid-js'
import type { Attachment, AttachmentRights } from '../index.ts'
import { lookMessages } from '../messages/look.ts'

/** A small picture of a file in a place that is always as large; without one, or without the right to look into it, the sign of a file. */
export function Thumb(props: { readonly file: Attachment; readonly kind: string; readonly rights: AttachmentRights }) {
  const text = useText(lookMessages)
  const can = useCan()
  return (
    <span class="crm-thumb">
      <Show when={props.file.hasThumb && can(props.rights.preview)} fallback={<Icon name={props.file.type.startsWith('image/') ? 'camera' : 'file'} />}>
        <img
          loading="lazy"
          decoding="async"
          src={`/files/${props.kind}/${props.file.id}/thumb?v=${props.file.sha256.slice(0, 12)}`}
          alt={text('thumb', { name: props.file.name })}
        />
      </Show>
    </span>
  )
}
