import { dayOf } from '@crm/platform'
import { formatDay, RightButton, useText } from '@crm/platform/ui'
import { textOf, words } from '@crm/register/ui'
import { PartFilesButton } from '@crm/storage/ui'
import { For, Show } from 'solid-js'
import type { Annex } from '../annex.ts'
import { annexMessages } from '../messages/annexes.ts'
import { annexPart } from '../part.ts'
import type { Annexed } from './annexed.ts'

const looks = { waiting: 'text-bg-secondary', running: 'text-bg-success', over: 'crm-calm' } as const

interface AnnexLineProps extends Annexed {
  readonly annex: Annex
  readonly fileCount: number
  readonly onFiles: () => void
  readonly onEdit: () => void
  readonly onRemove: () => void
}

/** One annex: when it counts and what it changes. */
export function AnnexLine(props: AnnexLineProps) {
  const text = useText(annexMessages)
  const state = () => {
    const today = dayOf(new Date())
    if (props.annex.startsOn > today) return 'waiting'
    return props.annex.endsOn !== null && props.annex.endsOn < today ? 'over' : 'running'
  }
  const time = () => {
    const from = formatDay(props.annex.startsOn)
    return props.annex.endsOn === null ? text('from', { from }) : text('fromTo', { from, to: formatDay(props.annex.endsOn) })
  }
  const shown = (name: string, values: Readonly<Record<string, unknown>>) => {
    const field = props.view.register.fields[name]
    return field ? textOf({ view: props.view, name, field, value: values[name], sibling: (other) => props.annex.changes[other] ?? props.row[other] }) || '—' : ''
  }
  return (
    <li class="border-top py-2" data-annex={props.annex.number}>
      <div class="d-flex flex-wrap align-items-center gap-2">
        <strong>{props.annex.number}</strong>
        <span class={`badge ${looks[state()]}`}>{text(state())}</span>
        <span>{time()}</span>
        <span class="crm-quiet">
          {text('signedOn')}: {formatDay(props.annex.signedOn)}
        </span>
        <span class="ms-auto d-flex gap-1">
          <PartFilesButton files={props.files} part={annexPart(props.annex)} count={props.fileCount} onOpen={() => props.onFiles()} />
          <Show when={props.row.shelf === 'current'}>
            <RightButton right={props.rights.edit} look="quiet" icon="pencil" label={`${text('edit')}: ${props.annex.number}`} onClick={() => props.onEdit()} />
            <RightButton right={props.rights.remove} look="quiet" icon="trash" label={`${text('remove')}: ${props.annex.number}`} onClick={() => props.onRemove()} />
          </Show>
        </span>
      </div>
      <dl class="row g-0 mb-0">
        <For each={Object.keys(props.annex.changes)}>
          {(name) => (
            <>
              <dt class="col-sm-3 fw-normal crm-quiet">{words(props.view).field(name)}</dt>
              <dd class="col-sm-9 mb-0">
                <Show when={shown(name, props.row) !== shown(name, props.annex.changes)}>
                  <del class="crm-quiet">{shown(name, props.row)}</del> →{' '}
                </Show>
                <strong class="fw-semibold">{shown(name, props.annex.changes)}</strong>
              </dd>
            </>
          )}
        </For>
      </dl>
    </li>
  )
}
