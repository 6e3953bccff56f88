import { FailureMessage, onChanged, platformMessages, RightButton, useCan, useKeys, useText } from '@crm/platform/ui'
import { Button, PageHead, Skeleton } from '@crm/widgets/ui'
import { useNavigate, useSearchParams } from '@solidjs/router'
import { createEffect, createMemo, createSignal, Match, on, onCleanup, Show, Switch, untrack } from 'solid-js'
import { nodesOf } from '../../index.ts'
import { filterOf } from './address.ts'
import { BulkBar } from './bulk-bar.tsx'
import { createChoice } from './choice.ts'
import { ColumnsChooser } from './columns-chooser.tsx'
import { ExportMenu } from './export-menu.tsx'
import { FilterBar } from './filter-bar.tsx'
import { createListState } from './list-state.ts'
import { ListTable } from './list-table.tsx'
import { createRoom, PreviewPane } from './preview-pane.tsx'
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
  const navigate = useNavigate()
  const [params] = useSearchParams()
  // A page is made anew for another register.
  const view = untrack(() => props.view)
  const register = () => view.register
  const state = createListState(view)
  const { isKnown, layout, said, columns, sort, show, arrange, reset, open, begin } = state
  const hasRoom = createRoom()
  const hasPane = () => hasRoom() && (layout().hasPreview ?? false)
  const [at, setAt] = createSignal<number | null>(null)
  const currencies = createMemo(() => [...new Set(columns().flatMap((name) => register().fields[name]?.currency ?? []))])
  const asked = createMemo(() => [...columns(), ...currencies().filter((name) => !columns().includes(name))])
  const list = createRows(view, () => (isKnown() ? { columns: asked(), filter: filterOf(said()), search: said().search || undefined, shelf: said().shelf, sort: sort() } : null))
  const choice = createChoice(list.rows)
  const selection = createMemo(() => ({ filter: filterOf(said()), search: said().search || undefined, shelf: said().shelf }))
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

  const counted = () => {
    const known = list.count()
    if (!known) return ''
    return known.isCapped ? text('manyCount', { count: text('count', { count: known.count }) }) : text('count', { count: known.count })
  }
  const printing = () => ({ right: view.rights.print, tell: () => view.api.print.list.fetch({ ...selection(), shown: list.rows().length }) })
  const isNarrowed = () => nodesOf(said().filter).length > 0 || said().search !== '' || said().shelf !== 'current'
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
            <Show when={hasRoom()}>
              <Button icon="eye" label={text('preview.button')} aria-pressed={hasPane()} class={hasPane() ? 'active' : ''} onClick={() => arrange({ hasPreview: !hasPane() })} />
            </Show>
            <ExportMenu view={props.view} question={{ ...selection(), columns: columns(), sort: sort() }} count={list.count()} />
            <ColumnsChooser view={props.view} layout={layout()} onChange={arrange} onReset={reset} />
            <RightButton right={props.view.rights.create} look="primary" icon="plus" onClick={() => navigate(`${props.view.path}/new`)}>
              {words(props.view).create()}
            </RightButton>
          </>
        }
      />
      <Printed {...printing()} about={[text(`shelves.${said().shelf}`), said().search && `${text('printedSearch')}: ${said().search}`].filter(Boolean).join(' · ')} />
      <Show when={(list.count()?.count ?? 0) > list.rows().length}>
        <p class="crm-printed">{text('printedPart', { shown: list.rows().length })}</p>
      </Show>
      <FilterBar view={props.view} state={said()} onChange={show}>
        <ViewsMenu view={props.view} state={{ ...selection(), columns: columns(), sort: sort() }} isUsual={Object.keys(params).length === 0} onOpen={open} onBegin={begin} />
      </FilterBar>
      <Show when={said().search}>{(search) => props.view.filesFound?.(search())}</Show>
      <Switch>
        <Match when={list.error()}>
          <FailureMessage error={list.error()} again={() => void list.reload()} />
        </Match>
        <Match when={list.isLoading() && list.rows().length === 0}>
          <Skeleton lines={14} label={text('loading')} />
        </Match>
        <Match when={true}>
          <div class="crm-with-pane">
            <ListTable
              view={props.view}
              list={list}
              state={state}
              choice={choice}
              asked={asked()}
              isNarrowed={isNarrowed()}
              onAt={hasPane() ? (line) => setAt(line[0]) : undefined}
            />
            <Show when={hasPane()}>
              <PreviewPane view={props.view} id={at()} />
            </Show>
          </div>
        </Match>
      </Switch>
      <Totals view={props.view} fields={columns().filter((name) => register().fields[name]?.kind === 'money')} selection={selection()} version={version()} />
      <BulkBar view={props.view} choice={choice} selection={selection()} onDone={refresh} />
    </>
  )
}
