import { addMonths, dayOf, endOfMonth } from '@crm/platform'
import { createApi, createLive, FailureMessage, language, useText } from '@crm/platform/ui'
import { Button, Message, PageHead, Skeleton, Tabs, weeksOf } from '@crm/widgets/ui'
import { useSearchParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { reportMessages } from '../../messages/reports.ts'
import type { ContractsRouter } from '../../server/index.ts'
import { ChartsView } from './charts-view.tsx'
import { ListView } from './list-view.tsx'
import { MonthView } from './month-view.tsx'

const api = createApi<ContractsRouter>('contracts')
const views = ['month', 'list', 'charts'] as const
type ViewName = (typeof views)[number]

const monthsOf: Record<Exclude<ViewName, 'charts'>, number> = { month: 1, list: 3 }

/** When something must be decided: a month, a quarter, and what the numbers come to. The address keeps view, month and register. */
export default function CalendarPage() {
  const text = useText(reportMessages)
  const [search, setSearch] = useSearchParams<{ view?: string; m?: string; of?: string }>()
  const view = () => views.find((known) => known === search.view) ?? 'month'
  const thisMonth = dayOf(new Date()).slice(0, 7)
  const month = () => `${/^\d{4}-(0[1-9]|1[0-2])$/.test(search.m ?? '') ? search.m : thisMonth}-01`
  const length = () => (view() === 'list' ? monthsOf.list : monthsOf.month)
  const move = (months: number) => setSearch({ m: months === 0 ? null : addMonths(month(), months).slice(0, 7) })
  const span = () => {
    // The grid shows the ends of the months beside it too.
    const grid = weeksOf(month()).flat()
    return view() === 'list' ? { from: month(), to: endOfMonth(addMonths(month(), monthsOf.list - 1)) } : { from: grid[0] ?? month(), to: grid.at(-1) ?? endOfMonth(month()) }
  }
  const days = createLive(
    () => `${span().from} ${span().to}`,
    () => api.reports.calendar.fetch(span()),
  )
  const entities = createLive(
    () => 'variants',
    () => api.reports.variants.fetch(),
  )
  const named = (day: string) =>
    new Intl.DateTimeFormat(language() === 'pl' ? 'pl-PL' : 'en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'PageUp' ? -1 : event.key === 'PageDown' ? 1 : 0
    if (step === 0 || view() === 'charts') return
    event.preventDefault()
    move(step * length())
  }
  return (
    <div onKeyDown={onKey}>
      <PageHead
        title={text('title')}
        aside={
          <Show when={view() !== 'charts'}>
            <span class="crm-quiet" aria-live="polite">
              {view() === 'list' ? `${named(month())} – ${named(addMonths(month(), monthsOf.list - 1))}` : named(month())}
            </span>
          </Show>
        }
        actions={
          <Show when={view() !== 'charts'}>
            <Button icon="left" label={text('previous')} title={`${text('previous')} (Page Up)`} onClick={() => move(-length())} />
            <Button onClick={() => move(0)}>{text('today')}</Button>
            <Button icon="right" label={text('next')} title={`${text('next')} (Page Down)`} onClick={() => move(length())} />
          </Show>
        }
      />
      <Tabs label={text('views')} tabs={views.map((id) => ({ id, label: text(id) }))} at={view()} onChange={(id) => setSearch({ view: id === 'month' ? null : id })} />
      <div role="tabpanel" aria-labelledby={`tab-${view()}`} class="pt-3">
        <Switch fallback={<Skeleton lines={8} label={text('loading')} />}>
          <Match when={view() === 'charts' && entities.error()}>
            <FailureMessage error={entities.error()} again={() => void entities.refetch()} />
          </Match>
          <Match when={view() === 'charts' && entities.value()}>
            {(known) => (
              <Show when={known().find((one) => one === search.of) ?? known()[0]} fallback={<Message title={text('noVariant')} />}>
                {(entity) => <ChartsView entity={entity()} entities={known()} onEntity={(of) => setSearch({ of })} />}
              </Show>
            )}
          </Match>
          <Match when={days.error()}>
            <FailureMessage error={days.error()} again={() => void days.refetch()} />
          </Match>
          <Match when={view() !== 'charts' && days.value()}>
            {(known) => (
              <>
                <Show when={known().isCapped}>
                  <div class="alert alert-warning py-2" role="status">
                    {text('capped')}
                  </div>
                </Show>
                <Show when={view() === 'month'} fallback={<ListView days={known().days} />}>
                  <div class="crm-wide-only">
                    <MonthView month={month()} days={known().days} onMore={() => setSearch({ view: 'list' })} />
                  </div>
                  <div class="crm-narrow-only">
                    <ListView days={known().days.filter((day) => day.on.startsWith(month().slice(0, 7)))} />
                  </div>
                </Show>
              </>
            )}
          </Match>
        </Switch>
      </div>
    </div>
  )
}
