import { createMemo, For, Show } from 'solid-js'
import { type Day, dayOf, plannedReminders, type ReminderPlan } from '../../index.ts'
import { formatDay, formatMoment } from '../format.ts'
import { type DayName, fieldNamed, useReminderText } from './words.ts'

const shown = 12

/** The next dates of what is being typed, by the function that the server sends by. */
export function Preview(props: { readonly plan: ReminderPlan | null; readonly days: Readonly<Record<string, Day | null>>; readonly fields: readonly DayName[] }) {
  const text = useReminderText()
  const next = createMemo(() => (props.plan ? plannedReminders(props.plan, props.days, { now: new Date(), limit: shown }) : []))
  const none = () => {
    const target = props.plan?.target
    if (!target) return text('previewHelp')
    return target.kind === 'field' ? text('noPreviewYet', { field: fieldNamed(props.fields, target.field) }) : text('noPreview')
  }
  return (
    <section class="crm-preview" aria-live="polite" aria-label={text('preview')}>
      <h3 class="h6">{text('preview')}</h3>
      <Show when={next().length > 0} fallback={<p class="crm-quiet mb-0">{none()}</p>}>
        <ol class="mb-0">
          <For each={next()}>
            {(one) => (
              <li>
                <time dateTime={one.at.toISOString()}>{formatMoment(one.at.toISOString())}</time>
                <Show when={dayOf(one.at) !== one.target}>
                  <span class="crm-quiet"> {text('forDay', { on: formatDay(one.target) })}</span>
                </Show>
              </li>
            )}
          </For>
        </ol>
      </Show>
    </section>
  )
}
