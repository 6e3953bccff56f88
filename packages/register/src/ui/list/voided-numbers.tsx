import { createLive, FailureMessage, formatMoment, onChanged } from '@crm/platform/ui'
import { DataTable, Message, PageHead, Skeleton, type TableColumn } from '@crm/widgets/ui'
import { useSearchParams } from '@solidjs/router'
import { createEffect, createSignal, Match, on, Switch, untrack } from 'solid-js'
import type { VoidedNumber } from '../../index.ts'
import { PrintButton, Printed } from '../record/printed.tsx'
import type { View } from '../view.ts'
import { useOwnText, words } from '../words.ts'
import { SearchInput } from './search-input.tsx'
import { ShelfSelect } from './shelf-select.tsx'

/** The numbers that no record bears any more: each gap in the series, and why it is there. */
export function VoidedNumbers(props: { readonly view: View }) {
  const text = useOwnText()
  // Made anew for another register.
  const view = untrack(() => props.view)
  const [params, setParams] = useSearchParams<{ q?: string }>()
  const search = () => params.q ?? ''
  const first = createLive(search, (asked) => view.api.voided.fetch({ search: asked }))
  const further = createFurther(view, { search, first: first.value })
  onChanged(
    () => `${props.view.register.id}:`,
    () => void first.refetch(),
  )
  const printing = () => ({
    right: view.rights.print,
    tell: () => view.api.print.list.fetch({ search: search() || undefined, shelf: 'voided', shown: (first.value()?.numbers.length ?? 0) + further.numbers().length }),
  })
  const columns = (): TableColumn<VoidedNumber>[] => [
    { id: 'number', title: text('voided.number'), width: 160, cell: (one) => one.number },
    { id: 'at', title: text('voided.at'), width: 160, cell: (one) => formatMoment(one.at) },
    { id: 'by', title: text('voided.by'), width: 200, cell: (one) => one.by ?? text('history.system') },
    { id: 'reason', title: text('voided.reason'), width: 480, cell: (one) => <span title={reasonOf(one)}>{reasonOf(one)}</span> },
  ]
  const reasonOf = (one: VoidedNumber) => one.reason ?? text('voided.overdue')
  return (
    <>
      <PageHead
        title={words(props.view).title()}
        aside={
          <span class="crm-quiet" role="status">
            {first.value() ? text('voided.count', { count: first.value()?.count ?? 0 }) : ''}
          </span>
        }
        actions={<PrintButton {...printing()} />}
      />
      <Printed {...printing()} />
      <div class="crm-chips mb-2" role="search">
        <SearchInput value={search()} onSearch={(q) => setParams({ q: q || null }, { replace: true })} />
        <ShelfSelect view={props.view} shelf="voided" />
      </div>
      <Switch fallback={<Skeleton lines={8} label={text('loading')} />}>
        <Match when={first.error()}>
          <FailureMessage error={first.error()} again={() => void first.refetch()} />
        </Match>
        <Match when={first.value()}>
          {(known) => (
            <DataTable
              label={text('shelves.voided')}
              columns={columns()}
              rows={[...known().numbers, ...further.numbers()]}
              keyOf={(one) => one.id}
              total={known().count}
              onEnd={() => void further.more()}
              empty={<Message title={text(search() ? 'emptyFound' : 'voided.empty')}>{search() ? undefined : text('voided.lead')}</Message>}
            />
          )}
        </Match>
      </Switch>
    </>
  )
}

/** The pages after the first, as one scrolls. */
function createFurther(view: View, { search, first }: { search: () => string; first: () => { readonly numbers: readonly VoidedNumber[]; readonly hasMore: boolean } | undefined }) {
  const [numbers, setNumbers] = createSignal<readonly VoidedNumber[]>([])
  let hasMore = false
  let isFetching = false
  createEffect(
    on(first, (known) => {
      setNumbers([])
      hasMore = known?.hasMore ?? false
    }),
  )
  async function more(): Promise<void> {
    const [beginning, last] = [first(), numbers().at(-1) ?? first()?.numbers.at(-1)]
    if (!hasMore || isFetching || !last) return
    isFetching = true
    const answer = await view.api.voided.fetch({ search: search(), before: last.id }).catch(() => null) // the next scroll tries again
    isFetching = false
    if (!answer || beginning !== first()) return
    hasMore = answer.hasMore
    setNumbers([...numbers(), ...answer.numbers])
  }
  return { numbers, more }
}
