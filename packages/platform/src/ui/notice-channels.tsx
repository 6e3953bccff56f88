import { Message, toast } from '@crm/widgets/ui'
import { createResource, For, Show } from 'solid-js'
import { mailHabits, type App, type NoticeChoice } from '../index.ts'
import { messages } from '../messages/index.ts'
import { kindSentence } from './notices.ts'
import { platformApi } from './platform-api.ts'
import { failureOf } from './refused.ts'
import { failureText, useText } from './text.ts'

/** For each kind of notice: the bell, and letters at once, once a day, or none. */
export function NoticeChannels(props: { readonly apps: readonly App[] }) {
  const text = useText(messages)
  const [choices, { mutate }] = createResource(() => platformApi.notices.choices.fetch())
  const choose = async (choice: NoticeChoice, changed: Partial<NoticeChoice>) => {
    const before = choices.latest
    const { kind, isInBell, mail } = { ...choice, ...changed }
    mutate((known) => known?.map((line) => (line.kind === kind ? { ...line, ...changed } : line)))
    try {
      await platformApi.notices.choose.run({ kind, isInBell, mail })
      toast({ text: text('noticePages.saved') })
    } catch (error) {
      mutate(() => before)
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
  }
  return (
    <Show when={(choices.latest ?? []).length > 0} fallback={<Show when={choices.state === 'ready'}>{<Message title={text('noticePages.noKinds')} />}</Show>}>
      <table class="table crm-plain">
        <thead>
          <tr>
            <th scope="col">{text('noticePages.kind')}</th>
            <th scope="col">{text('noticePages.bell')}</th>
            <th scope="col">{text('noticePages.mail')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={choices.latest}>
            {(choice) => {
              const name = () => kindSentence(props.apps, 'noticeNames', choice)
              return (
                <tr>
                  <th scope="row" class="fw-normal">
                    {name()}
                  </th>
                  <td>
                    <Show when={!choice.isPressing} fallback={text('noticePages.pressing')}>
                      <input
                        type="checkbox"
                        class="form-check-input"
                        aria-label={`${name()}: ${text('noticePages.bell')}`}
                        checked={choice.isInBell}
                        onChange={(event) => void choose(choice, { isInBell: event.currentTarget.checked })}
                      />
                    </Show>
                  </td>
                  <td>
                    <select
                      class="form-select form-select-sm crm-narrow"
                      aria-label={`${name()}: ${text('noticePages.mail')}`}
                      onChange={(event) => void choose(choice, { mail: mailHabits.find((habit) => habit === event.currentTarget.value) ?? 'off' })}
                    >
                      <For each={mailHabits}>
                        {(habit) => (
                          <option value={habit} selected={habit === choice.mail}>
                            {text(`noticePages.habits.${habit}`)}
                          </option>
                        )}
                      </For>
                    </select>
                  </td>
                </tr>
              )
            }}
          </For>
        </tbody>
      </table>
    </Show>
  )
}
