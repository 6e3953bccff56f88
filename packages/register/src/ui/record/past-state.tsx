import { createLive, FailureMessage, formatDay, DayField } from '@crm/platform/ui'
import { FormField, Skeleton } from '@crm/widgets/ui'
import { isDay } from '@crm/platform'
import { useSearchParams } from '@solidjs/router'
import { createMemo, Match, Show, Switch } from 'solid-js'
import type { Values } from '../form/form.ts'
import { RecordData } from './record-data.tsx'
import type { View } from '../view.ts'
import { ownText, useOwnText } from '../words.ts'

/** The record as it was on a day, which stands in the address; what is other now is marked. */
export function PastState(props: { readonly view: View; readonly id: number; readonly now: Values }) {
  const text = useOwnText()
  const [search, setSearch] = useSearchParams<{ on?: string }>()
  const day = createMemo(() => (isDay(search.on ?? '') ? (search.on ?? null) : null))
  const past = createLive(
    () => `${props.id} ${day()}`,
    async () => {
      const on = day()
      return on === null ? null : props.view.api.asOf.fetch({ id: props.id, day: on })
    },
  )
  return (
    <section class="crm-section">
      <h2>{text('past.title')}</h2>
      <div class="crm-fields">
        <FormField name="past-day" label={text('past.day')} help={text('past.help')}>
          {(input) => <DayField input={input} value={search.on ?? ''} onInput={(on) => setSearch({ on: on || null }, { replace: true })} />}
        </FormField>
      </div>
      <Show when={day()}>
        {(on) => (
          <Switch fallback={<Skeleton lines={6} label={text('loading')} />}>
            <Match when={past.error()}>
              <FailureMessage error={past.error()} again={() => void past.refetch()} />
            </Match>
            <Match when={past.value()}>
              {(known) => (
                <div data-past={on()}>
                  <p class="my-2" role="status">
                    <Show when={known().row} fallback={text('past.notYet', { day: formatDay(known().knownFrom) })}>
                      {known().changed.length > 0 ? text('past.changed', { count: known().changed.length }) : text('past.same')}
                      <Show when={known().shelf !== 'current'}> {ownText(`onShelf.${known().shelf}`)}.</Show>
                    </Show>
                  </p>
                  <Show when={known().row}>
                    {(row) => <RecordData view={props.view} row={row()} past={{ now: props.now, changed: known().changed, hidden: known().hidden }} />}
                  </Show>
                </div>
              )}
            </Match>
          </Switch>
        )}
      </Show>
    </section>
  )
}
