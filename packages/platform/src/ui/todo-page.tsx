import { Message, PageHead, Skeleton } from '@crm/widgets/ui'
import { A } from '@solidjs/router'
import { createMemo, For, Match, Show, Switch } from 'solid-js'
import { addDays, type App, dayOf, platformRights, type TodoLine } from '../index.ts'
import { messages } from '../messages/index.ts'
import { FailureMessage } from './failure-message.tsx'
import { formatDay } from './format.ts'
import { kindSentence } from './notices.ts'
import { useReminderText } from './reminders/words.ts'
import { useCan } from './session.ts'
import { sentenceOf, useText } from './text.ts'
import { useTodos } from './todos.ts'

const groups = ['overdue', 'today', 'soon', 'later', 'undated'] as const
const looks = { overdue: 'text-bg-danger', today: 'text-bg-warning', soon: 'text-bg-secondary', later: 'crm-calm', undated: 'crm-calm' } as const

function groupOf(line: TodoLine, today: string): (typeof groups)[number] {
  if (line.dueOn === null) return 'undated'
  if (line.dueOn < today) return 'overdue'
  if (line.dueOn === today) return 'today'
  return line.dueOn <= addDays(today, 7) ? 'soon' : 'later'
}

/** What waits for one in every app, the most urgent first. */
export default function TodoPage(props: { readonly apps: readonly App[] }) {
  const text = useText(messages)
  const reminderText = useReminderText()
  const can = useCan()
  const todos = useTodos()
  const grouped = createMemo(() => {
    const today = dayOf(new Date())
    const by = Map.groupBy(todos.value() ?? [], (line) => groupOf(line, today))
    return groups.flatMap((group) => (by.has(group) ? [{ group, lines: by.get(group) ?? [] }] : []))
  })
  const appOf = (kind: string) => {
    const app = props.apps.find((one) => kind.startsWith(`${one.id}.`))
    return app ? sentenceOf(app.messages, 'title') : ''
  }
  return (
    <>
      <PageHead
        title={text('todo.title')}
        aside={<span class="crm-quiet">{todos.value()?.length ?? ''}</span>}
        actions={
          <Show when={can(platformRights.reminders.view)}>
            <A href="/reminders" class="btn btn-sm btn-outline-secondary">
              {reminderText('title')}
            </A>
          </Show>
        }
      />
      <Switch fallback={<Skeleton lines={5} label={text('frame.loading')} />}>
        <Match when={todos.error()}>
          <FailureMessage error={todos.error()} again={() => void todos.refetch()} />
        </Match>
        <Match when={todos.value()}>
          <For each={grouped()} fallback={<Message title={text('todo.none')} />}>
            {({ group, lines }) => (
              <section class="mb-3">
                <h2>
                  <span class={`badge ${looks[group]}`}>{text(`todo.${group}`)}</span>
                </h2>
                <ul class="list-unstyled crm-rows">
                  <For each={lines}>
                    {(line) => (
                      <li>
                        <A href={line.path}>{kindSentence(props.apps, 'todos', line)}</A>
                        <span class="crm-quiet">{appOf(line.kind)}</span>
                        <Show when={line.insteadOf}>{(name) => <span class="badge text-bg-info">{text('todo.insteadOf', { name: name() })}</span>}</Show>
                        <Show when={line.dueOn}>{(day) => <span class="ms-auto crm-quiet">{text('todo.due', { on: formatDay(day()) })}</span>}</Show>
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
