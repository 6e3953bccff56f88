import { Message, PageHead, Skeleton } from '@crm/widgets/ui'
import { A } from '@solidjs/router'
import { createMemo, For, Match, Show, Switch } from 'solid-js'
import { type App, dayOf, type MyReminder } from '../../index.ts'
import { messages } from '../../messages/index.ts'
import type { ReminderProcedures } from '../../server/index.ts'
import { type Api, createApi } from '../api.ts'
import { onChanged } from '../changes.ts'
import { FailureMessage } from '../failure-message.tsx'
import { formatDay, formatMoment } from '../format.ts'
import { createLive } from '../live.ts'
import { platformApi } from '../platform-api.ts'
import { useMe } from '../session.ts'
import { sentenceOf, useText } from '../text.ts'
import { Answering } from './answering.tsx'
import { reminderWord, useReminderText } from './words.ts'

const groups = ['overdue', 'today', 'coming'] as const
const looks = { overdue: 'text-bg-danger', today: 'text-bg-warning', coming: 'text-bg-secondary' } as const

/** Overdue is what was sent and whose day has passed; what is still to be sent only comes. */
function groupOf(one: MyReminder, today: string): (typeof groups)[number] {
  if (one.targetOn < today && one.state !== 'waiting') return 'overdue'
  return one.targetOn === today || (one.state === 'sent' && one.targetOn >= today) ? 'today' : 'coming'
}

/** The procedures of a document's reminders stand under its kind, `contracts.trade`. */
function answered({ kind }: MyReminder): Api<ReminderProcedures> {
  const [app = '', entity = ''] = kind.split('.')
  // Calls are made of names; every kind that can be reminded of has these.
  return (createApi<unknown>(app) as Api<Record<string, { reminders: ReminderProcedures }>>)[entity]?.reminders as Api<ReminderProcedures>
}

/** What reminds the reader, in every app. */
export default function MyRemindersPage(props: { readonly apps: readonly App[] }) {
  const text = useReminderText()
  const platformText = useText(messages)
  const me = useMe()
  const mine = createLive(
    () => me().id,
    () => platformApi.reminders.mine.fetch(),
  )
  onChanged(
    () => `platform.todo:${me().id}`,
    () => void mine.refetch(),
  )
  const grouped = createMemo(() => {
    const today = dayOf(new Date())
    const by = Map.groupBy(mine.value() ?? [], (one) => groupOf(one, today))
    return groups.flatMap((group) => (by.has(group) ? [{ group, lines: by.get(group) ?? [] }] : []))
  })
  const appOf = (kind: string) => {
    const app = props.apps.find((one) => kind.startsWith(`${one.id}.`))
    return app ? sentenceOf(app.messages, 'title') : ''
  }
  return (
    <>
      <PageHead title={text('title')} aside={<span class="crm-quiet">{mine.value()?.length ?? ''}</span>} />
      <Switch fallback={<Skeleton lines={5} label={text('loading')} />}>
        <Match when={mine.error()}>
          <FailureMessage error={mine.error()} again={() => void mine.refetch()} />
        </Match>
        <Match when={mine.value()}>
          <For each={grouped()} fallback={<Message title={text('noneMine')} />}>
            {({ group, lines }) => (
              <section class="mb-3">
                <h2>
                  <span class={`badge ${looks[group]}`}>{text(group)}</span>
                </h2>
                <ul class="list-unstyled crm-rows">
                  <For each={lines}>
                    {(line) => (
                      <li>
                        <time class="fw-semibold" dateTime={line.targetOn}>
                          {formatDay(line.targetOn)}
                        </time>
                        <A href={line.path}>
                          {line.about} – {line.code}
                        </A>
                        <span class="crm-quiet">{appOf(line.kind)}</span>
                        <Show when={line.state !== 'waiting'}>
                          <span class="badge crm-calm">{reminderWord(`states.${line.state}`)}</span>
                        </Show>
                        <Show when={line.insteadOf}>{(name) => <span class="badge text-bg-info">{platformText('todo.insteadOf', { name: name() })}</span>}</Show>
                        <span class="ms-auto crm-quiet">
                          <Show when={line.dueAt}>{(at) => text('next', { at: formatMoment(at()) })}</Show>
                        </span>
                        <Show when={line.state !== 'waiting'}>
                          <Answering
                            occurrence={line}
                            about={line.about}
                            canDone={line.can.includes('done')}
                            canSnooze={line.can.includes('snooze')}
                            done={(occurrenceId) => answered(line).done.run({ documentId: line.documentId, occurrenceId })}
                            snooze={(occurrenceId, until) => answered(line).snooze.run({ documentId: line.documentId, occurrenceId, until })}
                            onAnswered={() => void mine.refetch()}
                          />
                        </Show>
                      </li>
                    )}
                  </For>
                </ul>
              </section>
            )}
          </For>
        </Match>
      </Switch>
    </>
  )
}
