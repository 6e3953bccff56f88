import { dayOf } from '@crm/platform'
import { language, useText } from '@crm/platform/ui'
import { weeksOf } from '@crm/widgets/ui'
import { createMemo, For, Show } from 'solid-js'
import { reportMessages } from '../../messages/reports.ts'
import type { DecisionDay } from '../../report.ts'
import { DecisionDate } from './decision-date.tsx'

/** So many of a day are shown in its square; the rest on the list. */
const inSquare = 4

/** @param month any day of it */
export function MonthView(props: { readonly month: string; readonly days: readonly DecisionDay[]; readonly onMore: () => void }) {
  const text = useText(reportMessages)
  const today = dayOf(new Date())
  const byDay = createMemo(() => Map.groupBy(props.days, (day) => day.on))
  // A month of four or five weeks needs no sixth row.
  const weeks = () => weeksOf(props.month).filter((week) => week.some((day) => day.startsWith(props.month.slice(0, 7))))
  const weekday = (day: string) => new Intl.DateTimeFormat(language() === 'pl' ? 'pl-PL' : 'en-GB', { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
  return (
    <table class="crm-month">
      <thead>
        <tr>
          <For each={weeks()[0]}>{(day) => <th scope="col">{weekday(day)}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={weeks()}>
          {(week) => (
            <tr>
              <For each={week}>
                {(day) => {
                  const dates = () => byDay().get(day) ?? []
                  return (
                    <td classList={{ 'is-aside': !day.startsWith(props.month.slice(0, 7)), 'is-today': day === today }}>
                      <time dateTime={day}>{Number(day.slice(8))}</time>
                      <ul>
                        <For each={dates().slice(0, inSquare)}>
                          {(one) => (
                            <li>
                              <DecisionDate day={one} />
                            </li>
                          )}
                        </For>
                      </ul>
                      <Show when={dates().length > inSquare}>
                        <button type="button" class="btn btn-link btn-sm p-0" onClick={() => props.onMore()}>
                          {text('more', { count: dates().length - inSquare })}
                        </button>
                      </Show>
                    </td>
                  )
                }}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}
