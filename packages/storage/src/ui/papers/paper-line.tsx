import { createLive, formatDay, onChanged, useCan, useText } from '@crm/platform/ui'
import { Icon } from '@crm/widgets/ui'
import { Show } from 'solid-js'
import type { PaperAbout } from '../../paper.ts'
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
    // The line is there before what stands in it: what came later would push the tabs from under a finger.
    <Show when={!about.error()}>
      <p class="crm-paper-line crm-no-print" data-paper={about.value() && (about.value()?.loan ? 'lent' : 'here')} aria-busy={!about.value()}>
        <Icon name="folder" />
        <span class="crm-quiet">{text('paper')}:</span>
        <Show when={about.value()}>
          {(known) => (
            <>
              <Whereabouts paper={known()} />
              <PaperButton {...props} documentIds={[props.documentId]} isLent={known().loan !== null} onDone={() => void about.refetch()} />
            </>
          )}
        </Show>
      </p>
    </Show>
  )
}

function Whereabouts(props: { readonly paper: PaperAbout }) {
  const text = useText(paperMessages)
  const place = () => props.paper.place
  return (
    <Show when={props.paper.loan} fallback={<strong class="fw-semibold">{place() ? text('liesAt', { place: place() ?? '' }) : text('noPlace')}</strong>}>
      {(loan) => (
        <>
          <strong class="fw-semibold">{text('lentTo', { holder: loan().holder })}</strong>
          <Show when={loan().dueOn}>{(day) => <span>{text('until', { day: formatDay(day()) })}</span>}</Show>
          <Show when={loan().isOverdue}>
            <span class="badge text-bg-danger">{text('overdue')}</span>
          </Show>
          <Show when={loan().note}>{(note) => <span class="crm-quiet">{note()}</span>}</Show>
          <Show when={place()}>{(usual) => <span class="crm-quiet">{text('ordinaryPlace', { place: usual() })}</span>}</Show>
        </>
      )}
    </Show>
  )
}
