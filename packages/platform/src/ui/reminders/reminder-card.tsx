import { For, Show } from 'solid-js'
import { dayOf, type Occurrence, type ReminderLine, type ReminderRights } from '../../index.ts'
import type { ReminderProcedures } from '../../server/index.ts'
import type { Api } from '../api.ts'
import { formatDay, formatMoment } from '../format.ts'
import { RightButton } from '../right-button.tsx'
import { useCan } from '../session.ts'
import { Answering } from './answering.tsx'
import { type DayName, planWords, recipientWords, reminderWord, useReminderText } from './words.ts'

/** One reminder: what it is about, its rule as a sentence, whom it tells, its open dates with their buttons. */
export function ReminderCard(props: {
  readonly documentId: number
  readonly reminder: ReminderLine
  readonly names: Readonly<Record<string, string>>
  readonly fields: readonly DayName[]
  readonly rights: ReminderRights
  readonly api: Api<ReminderProcedures>
  readonly onEdit: () => void
  readonly onRemove: () => void
  readonly onAnswered: () => void
}) {
  const text = useReminderText()
  const can = useCan()
  const plan = () => props.reminder.plan
  const isOverdue = (one: Occurrence) => one.state !== 'waiting' && one.targetOn < dayOf(new Date())
  return (
    <li class="crm-section mb-2 py-2">
      <div class="d-flex flex-wrap align-items-center gap-2">
        <strong>{plan().about}</strong>
        <span class="crm-quiet ms-auto">{props.reminder.isDefault ? text('byDefault') : props.reminder.madeBy ? text('by', { name: props.reminder.madeBy }) : ''}</span>
        <RightButton right={props.rights.set} look="quiet" icon="pencil" label={`${text('change')}: ${plan().about}`} onClick={() => props.onEdit()} />
        <RightButton right={props.rights.remove} look="quiet" icon="trash" label={`${text('remove')}: ${plan().about}`} onClick={() => props.onRemove()} />
      </div>
      <div>{planWords(plan(), props.fields)}</div>
      <div class="crm-quiet">
        {text('to')}{' '}
        {plan()
          .recipients.map((one) => recipientWords(one, props.names))
          .join(', ')}
        <Show when={plan().escalateFrom}>{(step) => <>; {text('escalated', { count: step() })}</>}</Show>
      </div>
      <ul class="list-unstyled mb-0 mt-1">
        <For each={props.reminder.open} fallback={<li class="crm-quiet">{text('waitsForDay')}</li>}>
          {(one) => (
            <li class="d-flex flex-wrap align-items-center gap-2 py-1">
              <time dateTime={one.targetOn} class="fw-semibold">
                {formatDay(one.targetOn)}
              </time>
              <span
                class="badge"
                classList={{
                  'text-bg-danger': isOverdue(one),
                  'text-bg-warning': one.state === 'sent' && !isOverdue(one),
                  'text-bg-secondary': one.state !== 'sent' && !isOverdue(one),
                }}
              >
                {reminderWord(`states.${one.state}`)}
              </span>
              <Show when={one.isLate}>
                <span class="badge crm-calm">{text('late')}</span>
              </Show>
              <Show when={one.dueAt}>{(at) => <span class="crm-quiet">{text('next', { at: formatMoment(at()) })}</span>}</Show>
              <span class="ms-auto">
                <Answering
                  occurrence={one}
                  about={plan().about}
                  canDone={can(props.rights.done)}
                  canSnooze={can(props.rights.snooze)}
                  done={(occurrenceId) => props.api.done.run({ documentId: props.documentId, occurrenceId })}
                  snooze={(occurrenceId, until) => props.api.snooze.run({ documentId: props.documentId, occurrenceId, until })}
                  onAnswered={() => props.onAnswered()}
                />
              </span>
            </li>
          )}
        </For>
      </ul>
    </li>
  )
}
