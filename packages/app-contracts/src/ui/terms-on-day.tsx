import { addDays, addMonths, type Day, dayOf, daysBetween, isDay } from '@crm/platform'
import { DayField, formatDay, useText } from '@crm/platform/ui'
import { type Shown, textOf, type View, words } from '@crm/register/ui'
import { Button, FormField } from '@crm/widgets/ui'
import { useSearchParams } from '@solidjs/router'
import { createMemo, For, Show } from 'solid-js'
import { type Annex, annexable, termsAsOf } from '../annex.ts'
import type { ContractRow } from '../fields.ts'
import { annexMessages } from '../messages/annexes.ts'
import { termDates } from '../term-dates.ts'

const computed = ['nextEndOn', 'noticeDeadlineOn', 'decideByOn', 'valuePerYear']

/** The contract as it binds on a day, and beside it as it binds on another. Both days are in the address. */
export function TermsOnDay(props: { readonly view: View; readonly row: Shown; readonly annexes: readonly Annex[] }) {
  const text = useText(annexMessages)
  const [search, setSearch] = useSearchParams<{ day?: string; than?: string }>()
  const today = dayOf(new Date())
  const day = () => (search.day && isDay(search.day) ? search.day : today)
  const than = () => (search.than && isDay(search.than) ? search.than : null)
  const first = () => String(props.row.startsOn)
  const last = createMemo(
    () => [addMonths(today, 12), String(props.row.endsOn ?? today), ...props.annexes.map((annex) => addMonths(annex.endsOn ?? annex.startsOn, 3))].sort().at(-1) ?? today,
  )
  const on = (at: Day): Readonly<Record<string, unknown>> => {
    const terms = termsAsOf(props.row, props.annexes, at)
    return { ...terms, ...termDates(terms as unknown as ContractRow, at) } // a row of this variant
  }
  const shown = (terms: Readonly<Record<string, unknown>>, name: string) => {
    const field = props.view.register.fields[name]
    return field ? textOf({ view: props.view, name, field, value: terms[name], sibling: (other) => terms[other] }) || '—' : ''
  }
  const names = createMemo(() => {
    const [left, right] = [on(day()), than() === null ? null : on(than() ?? today)]
    return [...annexable(props.view.register), ...computed].filter((name) => (right ? shown(left, name) !== shown(right, name) : shown(left, name) !== '—'))
  })
  const moveTo = (next: Day) => setSearch({ day: next === today ? null : next }, { replace: true, scroll: false })
  const turns = () => [...new Set([first(), ...props.annexes.flatMap((annex) => [annex.startsOn, ...(annex.endsOn ? [addDays(annex.endsOn, 1)] : [])])])].sort()
  return (
    <section class="crm-section" aria-label={text('terms')}>
      <h2>{text('terms')}</h2>
      <div class="crm-fields align-items-end">
        <FormField name="terms-day" label={text('day')}>
          {(input) => <DayField input={input} value={day()} onInput={(next) => isDay(next) && moveTo(next)} />}
        </FormField>
        <FormField name="terms-than" label={text('than')}>
          {(input) => <DayField input={input} value={than() ?? ''} onInput={(next) => setSearch({ than: isDay(next) ? next : null }, { replace: true, scroll: false })} />}
        </FormField>
      </div>
      <input
        type="range"
        class="form-range"
        id="terms-slider"
        aria-label={text('terms')}
        aria-valuetext={formatDay(day())}
        min={0}
        max={Math.max(daysBetween(first(), last()), 1)}
        value={daysBetween(first(), day())}
        onInput={(event) => moveTo(addDays(first(), Number(event.currentTarget.value)))}
      />
      <div class="d-flex flex-wrap gap-1 mb-2">
        <For each={turns()}>{(turn) => <Button onClick={() => moveTo(turn)}>{formatDay(turn)}</Button>}</For>
        <Button onClick={() => moveTo(today)}>{text('today')}</Button>
      </div>
      <Show when={names().length > 0} fallback={<p class="crm-quiet mb-0">{text('same')}</p>}>
        <table class="table table-sm align-middle mb-0">
          <thead>
            <tr>
              <th scope="col">{text('field')}</th>
              <th scope="col">{formatDay(day())}</th>
              <Show when={than()}>{(other) => <th scope="col">{formatDay(other())}</th>}</Show>
            </tr>
          </thead>
          <tbody>
            <For each={names()}>
              {(name) => (
                <tr data-term={name} classList={{ 'crm-changed': than() === null && shown(on(day()), name) !== shown(props.row, name) && !computed.includes(name) }}>
                  <th scope="row" class="fw-normal">
                    {words(props.view).field(name)}
                  </th>
                  <td>{shown(on(day()), name)}</td>
                  <Show when={than()}>{(other) => <td>{shown(on(other()), name)}</td>}</Show>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Show>
    </section>
  )
}
