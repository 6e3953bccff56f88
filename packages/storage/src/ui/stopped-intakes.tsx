import { type Api, createLive, formatMoment, onChanged, useText } from '@crm/platform/ui'
import { For } from 'solid-js'
import { messages } from '../messages/index.ts'
import type { ScanProcedures } from '../server/index.ts'

/** Sources of scans that stand still, and why: above everything, for nobody would miss what does not come. */
export function StoppedIntakes(props: { readonly api: Api<ScanProcedures>; readonly kind: string }) {
  const text = useText(messages)
  const stopped = createLive(
    () => '',
    () => props.api.stopped.fetch(),
  )
  onChanged(
    () => `${props.kind}:`,
    () => void stopped.refetch(),
  )
  return (
    <For each={stopped.value() ?? []}>
      {({ source, failure, since }) => (
        <div class="alert alert-warning" role="alert" data-stopped={source}>
          {text(`intake.stopped.${source}`, { reason: text(`intake.reasons.${failure}`) })} {text('intake.since', { since: formatMoment(since) })}
        </div>
      )}
    </For>
  )
}
