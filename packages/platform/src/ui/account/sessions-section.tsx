import { platformRights } from '../../index.ts'
import { Skeleton, toast } from '@crm/widgets/ui'
import { createResource, For, Show } from 'solid-js'
import { messages } from '../../messages/index.ts'
import { FailureMessage } from '../failure-message.tsx'
import { formatMoment } from '../format.ts'
import { platformApi } from '../platform-api.ts'
import { failureOf } from '../refused.ts'
import { RightButton } from '../right-button.tsx'
import { failureText, useText } from '../text.ts'

/** Where one is signed in. */
export function SessionsSection() {
  const text = useText(messages)
  const [lines, { refetch }] = createResource(() => platformApi.session.list.fetch())
  const end = async (act: () => Promise<unknown>) => {
    try {
      await act()
      toast({ text: text('account.sessions.ended') })
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
    await refetch()
  }
  return (
    <section class="crm-section" id="sessions">
      <h2>{text('account.sessions.title')}</h2>
      <p class="crm-quiet">{text('account.sessions.lead')}</p>
      <Show when={!lines.error} fallback={<FailureMessage error={lines.error} again={() => void refetch()} />}>
        <Show when={lines.latest} fallback={<Skeleton lines={3} label={text('account.sessions.title')} />}>
          <ul class="crm-lines">
            <For each={lines.latest}>
              {(line) => (
                <li>
                  <span>
                    <strong>{line.browser}</strong> <span class="crm-quiet">{line.ip}</span>
                    <small class="d-block crm-quiet">{line.isThis ? text('account.sessions.this') : text('account.sessions.seen', { moment: formatMoment(line.seenAt) })}</small>
                  </span>
                  <Show when={!line.isThis}>
                    <RightButton right={platformRights.account.sessions} onClick={() => void end(() => platformApi.session.end.run({ id: line.id }))}>
                      {text('account.sessions.end')}
                    </RightButton>
                  </Show>
                </li>
              )}
            </For>
          </ul>
          <Show when={(lines.latest ?? []).length > 1}>
            <RightButton right={platformRights.account.sessions} look="danger" onClick={() => void end(() => platformApi.session.endOthers.run())}>
              {text('account.sessions.endOthers')}
            </RightButton>
          </Show>
        </Show>
      </Show>
    </section>
  )
}
