import { useText } from '@crm/platform/ui'
import { A } from '@solidjs/router'
import { reportMessages } from '../../messages/reports.ts'
import type { DecisionDay } from '../../report.ts'

/** One day of a contract, leading there: what it is stands in words beside the colour. */
export function DecisionDate(props: { readonly day: DecisionDay }) {
  const text = useText(reportMessages)
  const words = () => `${text(`kinds.${props.day.kind}`)}: ${props.day.number} · ${props.day.subject} · ${props.day.owner}`
  return (
    <A href={`/contracts/${props.day.entity}/${props.day.id}`} class={`crm-date is-${props.day.kind}`} title={words()} aria-label={words()}>
      {text(`short.${props.day.kind}`)} {props.day.number}
    </A>
  )
}
