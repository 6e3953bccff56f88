import { formatDay, useText } from '@crm/platform/ui'
import { Message } from '@crm/widgets/ui'
import { A } from '@solidjs/router'
import { createMemo, For } from 'solid-js'
import { reportMessages } from '../../messages/reports.ts'
import type { DecisionDay } from '../../report.ts'

const looks = { decideByOn: 'text-bg-danger', noticeDeadlineOn: 'text-bg-warning', nextEndOn: 'text-bg-secondary' } as const

/** The same as lines, day after day. */
export function ListView(props: { readonly days: readonly DecisionDay[] }) {
  const text = useText(reportMessages)
  const grouped = createMemo(() => [...Map.groupBy(props.days, (day) => day.on)])
  return (
    <For each={grouped()} fallback={<Message title={text('none')} />}>
      {([on, days]) => (
        <section class="mb-3">
          <h2>
            <time dateTime={on}>{formatDay(on)}</time>
          </h2>
          <ul class="list-unstyled crm-rows">
            <For each={days}>
              {(day) => (
                <li>
                  <span class={`badge ${looks[day.kind]}`}>{text(`kinds.${day.kind}`)}</span>
                  <A href={`/contracts/${day.entity}/${day.id}`}>
                    {day.number} · {day.subject}
                  </A>
                  <span class="ms-auto crm-quiet">{day.owner}</span>
                </li>
              )}
            </For>
          </ul>
        </section>
      )}
    </For>
  )
}
