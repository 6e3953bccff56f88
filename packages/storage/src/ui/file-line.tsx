import { formatBytes, formatMoment, RightButton, useCan, useText } from '@crm/platform/ui'
import { Icon } from '@crm/widgets/ui'
import { Show } from 'solid-js'
import { type Attachment, type AttachmentRights, isPreviewable } from '../index.ts'
import { foundMessages } from '../messages/found.ts'
import { messages } from '../messages/index.ts'
import { lookMessages } from '../messages/look.ts'
import { Thumb } from './thumb.tsx'

/** What can be asked of a file from its line. */
export type AboutFile = 'preview' | 'versions' | 'describe' | 'access' | 'remove'

interface FileLineProps {
  readonly file: Attachment
  readonly kind: string
  readonly rights: AttachmentRights
  /** What of the document it belongs to, where that is to be said. */
  readonly partName: string | null
  readonly onAsk: (about: AboutFile) => void
}

/** One file: what it is, who added it, and what the reader may do with it. */
export function FileLine(props: FileLineProps) {
  const text = useText(messages)
  const foundText = useText(foundMessages)
  const lookText = useText(lookMessages)
  const can = useCan()
  /** Why the search does not look into it; kinds that are never read need no word. */
  const unsearched = () => (props.file.text === 'ready' || props.file.text === 'none' ? null : props.file.text)
  return (
    <li class="crm-section py-2 mb-1 d-flex flex-wrap align-items-center gap-2" data-file={props.file.name}>
      <Thumb file={props.file} kind={props.kind} rights={props.rights} />
      <span>
        <strong class="fw-semibold">{props.file.name}</strong>
        <Show when={props.file.isRestricted}>
          {' '}
          <span class="badge text-bg-secondary" title={text('accessWhy')}>
            {text('restricted')}
          </span>
        </Show>
        <Show when={props.partName}>
          {' '}
          <span class="badge crm-calm" data-part={props.file.part?.key}>
            {props.partName}
          </span>
        </Show>
        <Show when={props.file.active.length > 0}>
          {' '}
          <span class="badge text-bg-warning" title={props.file.active.map((one) => lookText(`activities.${one}`)).join(' ')}>
            {lookText('active')}
          </span>
        </Show>
        <Show when={props.file.kind}>
          {' '}
          <span class="badge crm-calm">{props.file.kind}</span>
        </Show>
        <Show when={props.file.version > 1}>
          {' '}
          <button type="button" class="btn btn-sm btn-link p-0 align-baseline" onClick={() => props.onAsk('versions')}>
            {text('version', { version: props.file.version })}
          </button>
        </Show>
        <small class="d-block crm-quiet">
          {formatBytes(props.file.size)} · {props.file.by} · {formatMoment(props.file.at)}
          <Show when={props.file.description}> · {props.file.description}</Show>
          <Show when={unsearched()}>{(state) => <> · {foundText(`states.${state()}`)}</>}</Show>
        </small>
      </span>
      <span class="ms-auto d-flex gap-1">
        <Show when={isPreviewable(props.file.type) || props.file.text === 'ready'}>
          <RightButton right={props.rights.preview} look="quiet" icon="eye" label={`${text('preview')}: ${props.file.name}`} onClick={() => props.onAsk('preview')} />
        </Show>
        <Show when={can(props.rights.download)}>
          <a
            class="btn btn-sm btn-quiet"
            data-right={props.rights.download.id}
            href={`/files/${props.kind}/${props.file.id}/download`}
            download={props.file.name}
            aria-label={`${text('download')}: ${props.file.name}`}
            title={text('download')}
          >
            <Icon name="download" />
          </a>
        </Show>
        <RightButton right={props.rights.describe} look="quiet" icon="pencil" label={`${text('describe')}: ${props.file.name}`} onClick={() => props.onAsk('describe')} />
        <RightButton right={props.rights.access} look="quiet" icon="shield" label={`${text('access')}: ${props.file.name}`} onClick={() => props.onAsk('access')} />
        <RightButton right={props.rights.remove} look="quiet" icon="trash" label={`${text('remove')}: ${props.file.name}`} onClick={() => props.onAsk('remove')} />
      </span>
    </li>
  )
}
