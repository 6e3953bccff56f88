import { FailureMessage, onChanged, platformMessages, RightButton, useCan, useKeys, useText } from '@crm/platform/ui'
import { DataTable, Message, PageHead, Skeleton, type TableColumn } from '@crm/widgets/ui'
import { A, useNavigate, useSearchParams } from '@solidjs/router'
import { createEffect, createMemo, createSignal, Match, on, onCleanup, Show, Switch, untrack } from 'solid-js'
import { isSortable, type Line, nodesOf } from '../../index.ts'
import { filterOf } from './address.ts'
import { BulkBar } from './bulk-bar.tsx'
import { Cell, isNumeric, textOf, widthOf } from '../cells.tsx'
import { createChoice } from './choice.ts'
import { ColumnsChooser } from './columns-chooser.tsx'
import { ExportMenu } from './export-menu.tsx'
import { FilterBar } from './filter-bar.tsx'
import { createListState } from './list-state.ts'
import { PrintButton, Printed } from '../record/printed.tsx'
import { createRows } from './rows.ts'
import { Totals } from './totals.tsx'
import { keepTrail } from './trail.ts'
import type { View } from '../view.ts'
import { ViewsMenu } from '../views/views-menu.tsx'
import { VoidedNumbers } from './voided-numbers.tsx'
import { WithAdded } from '../with-added.tsx'
import { useOwnText, words } from '../words.ts'

/** The list of a register: search, filters, columns, sorting, all of it in the address or kept for the person. */
export function RegisterPage(props: { readonly view: View }) {
  const can = useCan()
  const [params] = useSearchParams()
  return (
    <Show when={params.s === 'voided' && can(props.view.rights.voided)} fallback={<WithAdded view={props.view}>{(view) => <RegisterList view={view} />}</WithAdded>}>
      <VoidedNumbers view={props.view} />
    </Show>
  )
}

function RegisterList(props: { readonly view: View }) {
  const text = useOwnText()
  const can = useCan()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  // A page is made anew for another register.
  const view = untrack(() => props.view)
  const register = () => view.register
  const { isKnown, layout, said: state, columns, sort, show, arrange, reset, open, begin } = createListState(view)
  const currencies = createMemo(() => [...new Set(columns().flatMap((name) => register().fields[name]?.currency ?? []))])
  const asked = createMemo(() => [...columns(), ...currencies().filter((name) => !columns().includes(name))])
  const list = createRows(view, () => (isKnown() ? { columns: asked(), filter: filterOf(state()), search: state().search || undefined, shelf: state().shelf, sort: sort() } : null))
  const choice = createChoice(list.rows)
  const selection = createMemo(() => ({ filter: filterOf(state()), search: state().search || undefined, shelf: state().shelf }))
  const [version, setVersion] = createSignal(0)
  const refresh = () => {
    setVersion(version() + 1)
    void list.refresh()
  }
  // What was picked belongs to the list it was picked from.
  createEffect(on(() => JSON.stringify(selection()), choice.clear, { defer: true }))
  let timer: ReturnType<typeof setTimeout> | undefined
  onChanged(
    () => `${register().id}:`,
    () => {
      clearTimeout(timer)
      timer = setTimeout(refresh, 300)
    },
  )
  onCleanup(() => clearTimeout(timer))
  const keyText = useText(platformMessages)
  useKeys([
    { key: '/', does: () => keyText('keys.search'), run: () => document.getElementById('register-search')?.focus() },
    { key: 'j', shown: 'j ↓', does: () => keyText('keys.down') },
    { key: 'k', shown: 'k ↑', does: () => keyText('keys.up') },
    { key: 'Enter', does: () => keyText('keys.open') },
    { key: 'e', does: () => keyText('keys.edit') },
    { key: 'x', does: () => text('bulk.pick') },
  ])
  // Cards opened from here know what comes next.
  createEffect(() => {
    const ids = list.rows().map((line) => line[0])
    if (ids.length > 0) keepTrail(view, { ids, next: list.next(), question: untrack(() => ({ ...selection(), sort: sort() })) })
  })

  const cellOf = (line: Line, name: string) => line[asked().indexOf(name) + 2]
  const addressOfRecord = (line: Line) => `${props.view.path}/${line[0]}`
  const table = createMemo(() =>
    columns().flatMap((name, index): TableColumn<Line>[] => {
      const field = register().fields[name]
      if (!field) return []
      const showing = (line: Line) => ({
        view: props.view,
        name,
        field,
        value: cellOf(line, name),
        sibling: (other: string) => (asked().includes(other) ? cellOf(line, other) : null),
      })
      return [
        {
          id: name,
          title: words(props.view).field(name),
          width: layout().widths[name] ?? widthOf(field),
          isNumber: isNumeric(field),
          isSortable: isSortable(register(), name),
          cell: (line) => (index === 0 ? <A href={addressOfRecord(line)}>{textOf(showing(line)) || `#${line[0]}`}</A> : <Cell {...showing(line)} />),
        },
      ]
    }),
  )
  const sortBy = (field: string, isAdded: boolean) => {
    const known = sort().find((key) => key.field === field)
    const next = { field, dir: known?.dir === 'asc' ? 'desc' : 'asc' } as const
    if (!isAdded) return arrange({ sort: [next] })
    arrange({ sort: (known ? sort().map((key) => (key === known ? next : key)) : [...sort(), next]).slice(0, 3) })
  }
  const counted = () => {
    const known = list.count()
    if (!known) return ''
    return known.isCapped ? text('manyCount', { count: text('count', { count: known.count }) }) : text('count', { count: known.count })
  }
  const printing = () => ({ right: view.rights.print, tell: () => view.api.print.list.fetch({ ...selection(), shown: list.rows().length }) })
  const isNarrowed = () => nodesOf(state().filter).length > 0 || state().search !== '' || state().shelf !== 'current'
  return (
    <>
      <PageHead
        title={words(props.view).title()}
        aside={
          <span class="crm-quiet" role="status" data-count={list.count()?.count}>
            {counted()}
          </span>
        }
        actions={
          <>
            <RightButton right={props.view.rights.import} icon="upload" onClick={() => navigate(`${props.view.path}/import`)}>
              {text('import.button')}
            </RightButton>
            <PrintButton {...printing()} />
            <ExportMenu view={props.view} question={{ ...selection(), columns: columns(), sort: sort() }} count={list.count()} />
            <ColumnsChooser view={props.view} layout={layout()} onChange={arrange} onReset={reset} />
            <RightButton right={props.view.rights.create} look="primary" icon="plus" onClick={() => navigate(`${props.view.path}/new`)}>
              {words(props.view).create()}
            </RightButton>
          </>
        }
      />
      <Printed {...printing()} />
      <Show when={(list.count()?.count ?? 0) > list.rows().length}>
        <p class="crm-printed">{text('printedPart', { shown: list.rows().length })}</p>
      </Show>
      <FilterBar view={props.view} state={state()} onChange={show}>
        <ViewsMenu view={props.view} state={{ ...selection(), columns: columns(), sort: sort() }} isUsual={Object.keys(params).length === 0} onOpen={open} onBegin={begin} />
      </FilterBar>
      <Show when={state().search}>{(search) => props.view.filesFound?.(search())}</Show>
      <Switch>
        <Match when={list.error()}>
          <FailureMessage error={list.error()} again={() => void list.reload()} />
        </Match>
        <Match when={list.isLoading() && list.rows().length === 0}>
          <Skeleton lines={14} label={text('loading')} />
        </Match>
        <Match when={true}>
          <DataTable
            label={words(props.view).title()}
            columns={table()}
            rows={list.rows()}
            keyOf={(line) => line[0]}
            total={list.count()?.count}
            sort={sort().map(({ field, dir }) => ({ id: field, dir }))}
            choice={choice.table}
            isPinned={layout().isPinned ?? false}
            rowHeight={layout().isDense ? 28 : 36}
            onSort={sortBy}
            onOpen={(line) => navigate(addressOfRecord(line))}
            onEdit={can(props.view.rights.edit) ? (line) => navigate(`${addressOfRecord(line)}?edit=1`) : undefined}
            onEnd={() => void list.more()}
            onWidth={(name, width) => arrange({ widths: { ...layout().widths, [name]: width } })}
            empty={
              <Message title={isNarrowed() ? text('emptyFound') : words(props.view).empty()}>
                <Show when={!isNarrowed()}>
                  <RightButton right={props.view.rights.create} look="primary" icon="plus" onClick={() => navigate(`${props.view.path}/new`)}>
                    {words(props.view).create()}
                  </RightButton>
                </Show>
              </Message>
            }
          />
        </Match>
      </Switch>
      <Totals view={props.view} fields={columns().filter((name) => register().fields[name]?.kind === 'money')} selection={selection()} version={version()} />
      <BulkBar view={props.view} choice={choice} selection={selection()} onDone={refresh} />
    </>
  )
}
