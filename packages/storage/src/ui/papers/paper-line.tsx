import { createLive, formatDay, onChanged, useCan, useText } from '@crm/platform/ui'
import { Icon } from '@crm/widgets/ui'
import { Show } from 'solid-js'
import { paperMessages } from '../../messages/papers.ts'
import type { Papers } from './paper-api.ts'
import { PaperButton } from './paper-button.tsx'

/** Where the paper of a document is, in one line above its tabs, and what can be done with it. */
export function PaperLine(props: Papers & { readonly documentId: number }) {
  const can = useCan()
  return (
    <Show when={can(props.rights.view)}>
      <Line {...props} />
    </Show>
  )
}

function Line(props: Papers & { readonly documentId: number }) {
  const text = useText(paperMessages)
  const about = createLive(
    () => props.documentId,
    (documentId) => props.api.get.fetch({ documentId }),
  )
  onChanged(
    () => `${props.kind}:${props.documentId}`,
    () => void about.refetch(),
  )
  return (
    <Show when={about.value()}>
      {(known) => (
        <p class="d-flex flex-wrap align-items-center gap-2 mb-2 crm-no-print" data-paper={known().loan ? 'lent' : 'here'}>
          <Icon name="folder" />
          <span class="crm-quiet">{text('paper')}:</span>
          <Show when={known().loan} fallback={<strong class="fw-semibold">{known().place ? text('liesAt', { place: known().place ?? '' }) : text('noPlace')}</strong>}>
            {(loan) => (
              <>
                <strong class="fw-semibold">{text('lentTo', { holder: loan().holder })}</strong>
                <Show when={loan().dueOn}>{(day) => <span>{text('until', { day: formatDay(day()) })}</span>}</Show>
                <Show when={loan().isOverdue}>
                  <span class="badge text-bg-danger">{text('overdue')}</span>
                </Show>
                <Show when={loan().note}>{(note) => <span class="crm-quiet">{note()}</span>}</Show>
                <Show when={known().place}>{(place) => <span class="crm-quiet">{text('ordinaryPlace', { place: place() })}</span>}</Show>
              </>
            )}
          </Show>
          <PaperButton {...props} documentIds={[props.documentId]} isLent={known().loan !== null} onDone={() => void about.refetch()} />
        </p>
      )}
    </Show>
  )
}
