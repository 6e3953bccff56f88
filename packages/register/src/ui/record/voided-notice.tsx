import { createLive, formatMoment, useCan } from '@crm/platform/ui'
import { Show } from 'solid-js'
import type { View } from '../view.ts'
import { useOwnText } from '../words.ts'

/** Where a record was that is gone for good: its number, when it went and why. */
export function VoidedNotice(props: { readonly view: View; readonly recordId: number }) {
  const can = useCan()
  return <Show when={can(props.view.rights.voided)}>{<Found view={props.view} recordId={props.recordId} />}</Show>
}

function Found(props: { readonly view: View; readonly recordId: number }) {
  const text = useOwnText()
  const answer = createLive(
    () => props.recordId,
    (recordId) => props.view.api.voided.fetch({ recordId }),
  )
  return (
    <Show when={answer.value()?.numbers[0]}>
      {(one) => (
        <p class="text-center" role="status">
          {text('voided.gone', { number: one().number, at: formatMoment(one().at), reason: one().reason ?? text('voided.overdue') })}
        </p>
      )}
    </Show>
  )
}
