import { FailureMessage, onChanged, RightButton, usePreference } from '@crm/platform/ui'
import { DataTable, Message, PageHead, Skeleton, type TableColumn } from '@crm/widgets/ui'
import { A, useNavigate, useSearchParams } from '@solidjs/router'
import { createMemo, Match, onCleanup, Show, Switch, untrack } from 'solid-js'
import { isSortable, type Line } from '../index.ts'
import { addressOf, filterOf, type ListState, readAddress } from './address.ts'
import { Cell, isNumeric, textOf, widthOf } from './cells.tsx'
import { ColumnsChooser } from './columns-chooser.tsx'
import { ExportMenu } from './export-menu.tsx'
import { FilterBar } from './filter-bar.tsx'
import { createRows } from './rows.ts'
import type { View } from './view.ts'
import { useOwnText, words } from './words.ts'

interface Layout {
  readonly columns: readonly string[]
  readonly widths: Readonly<Record<string, number>>
}

/** The list of a register: search, filters, columns, sorting, all of it in the address or kept for the person. */
export function RegisterPage(props: { readonly view: View }) {
  const text = useOwnText()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  // A page is made anew for another register.
  const view = untrack(() => props.view)
  const register = () => view.register
  const usual: Layout = { columns: view.register.list.columns, widths: {} }
  const [layout, setLayout, isKnown] = usePreference<Layout>(`register.${view.register.id}`, usual)
  const state = createMemo(() => readAddress(params))
  const setState = (next: ListState) => setParams(addressOf(next), { replace: true })
  const columns = createMemo(() => layout().columns.filter((name) => name in register().fields))
  const sort = createMemo(() => (state().sort.length > 0 ? state().sort : [register().list.sort]))
  const currencies = createMemo(() => [...new Set(columns().flatMap((name) => register().fields[name]?.currency ?? []))])
  const asked = createMemo(() => [...columns(), ...currencies().filter((name) => !columns().includes(name))])
  const list = createRows(view, () => (isKnown() ? { columns: asked(), filter: filterOf(state()), search: state().search || undefined, shelf: state().shelf, sort: sort() } : null))
  let timer: ReturnType<typeof setTimeout> | undefined
  onChanged(
    () => `${register().id}:`,
    () => {
      clearTimeout(timer)
      timer = setTimeout(() => void list.refresh(), 300)
    },
  )
  const onSlash = (event: KeyboardEvent) => {
    if (event.key !== '/' || (event.target instanceof HTMLElement && event.target.matches('input, textarea, select'))) return
    event.preventDefault()
    document.getElementById('register-search')?.focus()
  }
  addEventListener('keydown', onSlash)
  onCleanup(() => {
    removeEventListener('keydown', onSlash)
    clearTimeout(timer)
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
  const sortBy = (field: string) => {
    const [first] = sort()
    setState({ ...state(), sort: [{ field, dir: first?.field === field && first.dir === 'asc' ? 'desc' : 'asc' }] })
  }
  const counted = () => {
    const known = list.count()
    if (!known) return ''
    return known.isCapped ? text('manyCount', { count: text('count', { count: known.count }) }) : text('count', { count: known.count })
  }
  const isNarrowed = () => state().conditions.length > 0 || state().search !== '' || state().shelf !== 'current'
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
            <ExportMenu view={props.view} question={{ columns: columns(), filter: filterOf(state()), search: state().search || undefined, shelf: state().shelf, sort: sort() }} />
            <ColumnsChooser view={props.view} shown={columns()} onChange={(next) => setLayout({ ...layout(), columns: next })} onReset={() => setLayout(usual)} />
            <RightButton right={props.view.rights.create} look="primary" icon="plus" onClick={() => navigate(`${props.view.path}/new`)}>
              {words(props.view).create()}
            </RightButton>
          </>
        }
      />
      <FilterBar view={props.view} state={state()} onChange={setState} />
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
            sort={sort()[0] ? { id: sort()[0]?.field ?? '', dir: sort()[0]?.dir ?? 'asc' } : undefined}
            onSort={sortBy}
            onOpen={(line) => navigate(addressOfRecord(line))}
            onEnd={() => void list.more()}
            onWidth={(name, width) => setLayout({ ...layout(), widths: { ...layout().widths, [name]: width } })}
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
    </>
  )
}
