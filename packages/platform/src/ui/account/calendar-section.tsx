import { Button, FormField, TextInput, toast } from '@crm/widgets/ui'
import { createResource, createSignal, Show } from 'solid-js'
import { platformRights } from '../../index.ts'
import { messages } from '../../messages/index.ts'
import { formatMoment } from '../format.ts'
import { platformApi } from '../platform-api.ts'
import { failureOf } from '../refused.ts'
import { RightButton } from '../right-button.tsx'
import { failureText, useText } from '../text.ts'

/** The secret address of one's own calendar: made, changed, revoked; shown once. */
export function CalendarSection() {
  const text = useText(messages)
  const [feed, { refetch }] = createResource(() => platformApi.calendar.get.fetch().catch(() => null))
  const [address, setAddress] = createSignal<string | null>(null)
  const act = async (change: () => Promise<string | null>, said?: string) => {
    try {
      setAddress(await change())
      if (said) toast({ text: said })
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
    await refetch()
  }
  const renew = () => act(async () => new URL((await platformApi.calendar.renew.run()).path, location.origin).href)
  const revoke = () =>
    act(async () => {
      await platformApi.calendar.revoke.run()
      return null
    }, text('calendar.revoked'))
  const copy = async (value: string) => {
    await navigator.clipboard.writeText(value)
    toast({ text: text('calendar.copied') })
  }
  return (
    <section class="crm-section" id="calendar">
      <h2>{text('calendar.title')}</h2>
      <p class="crm-quiet">{text('calendar.lead')}</p>
      <Show when={feed.latest} fallback={<p>{text('calendar.none')}</p>}>
        {(known) => (
          <p>
            {text('calendar.made', { at: formatMoment(known().madeAt) })}{' '}
            <Show when={known().seenAt} fallback={text('calendar.neverSeen')}>
              {(at) => text('calendar.seen', { at: formatMoment(at()) })}
            </Show>
          </p>
        )}
      </Show>
      <Show when={address()}>
        {(value) => (
          <div class="d-flex gap-2 align-items-start mb-3">
            <div class="flex-grow-1">
              <FormField name="calendar-address" label={text('calendar.address')} help={text('calendar.once')}>
                {(input) => <TextInput input={input} value={value()} onInput={() => undefined} />}
              </FormField>
            </div>
            <Button class="mt-4" icon="clip" onClick={() => void copy(value())}>
              {text('calendar.copy')}
            </Button>
          </div>
        )}
      </Show>
      <RightButton right={platformRights.calendar.use} icon="calendar" onClick={() => void renew()}>
        {feed.latest ? text('calendar.renew') : text('calendar.make')}
      </RightButton>
      <Show when={feed.latest}>
        <RightButton class="ms-2" right={platformRights.calendar.use} look="danger" onClick={() => void revoke()}>
          {text('calendar.revoke')}
        </RightButton>
      </Show>
    </section>
  )
}
