import { createMemo, createSignal, For, Index, type JSX, onCleanup, onMount, Show, untrack } from 'solid-js'
import { Icon } from './icon.tsx'

export interface TableColumn<Row> {
  readonly id: string
  readonly title: string
  /** Pixels. */
  readonly width: number
  readonly isNumber?: boolean
  readonly isSortable?: boolean
  readonly cell: (row: Row) => JSX.Element
}

interface SortMark {
  readonly id: string
  readonly dir: 'asc' | 'desc'
}

/** Rows that were picked out, by their keys. */
export interface TableChoice {
  readonly label: string
  readonly has: (key: number) => boolean
  readonly toggle: (key: number) => void
  /** All loaded rows, or none. */
  readonly toggleAll: () => void
  readonly isAll: boolean
}

export interface TableProps<Row> {
  readonly label: string
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => number
  /** How many there are beyond those loaded, as far as known. */
  readonly total?: number | undefined
  /** The first key first. */
  readonly sort?: readonly SortMark[] | undefined
  /** With `isAdded` - Shift held - beside the keys that are there. */
  readonly onSort?: (id: string, isAdded: boolean) => void
  readonly onOpen?: (row: Row) => void
  /** Somebody looks at rows one by one: a click on one goes to it, a second opens it, as Enter does. */
  readonly onAt?: ((row: Row) => void) | undefined
  /** `e` on a row. */
  readonly onEdit?: ((row: Row) => void) | undefined
  /** The last loaded rows come into sight. */
  readonly onEnd?: () => void
  readonly onWidth?: (id: string, width: number) => void
  readonly empty?: JSX.Element
  readonly choice?: TableChoice | undefined
  /** The first column stays in sight. */
  readonly isPinned?: boolean
  /** Pixels of a row. */
  readonly rowHeight?: number
}

const usualHeight = 36
const spare = 6

/** A table of any length in a window of fixed-height rows: only what is seen is in the page. */
export function DataTable<Row>(props: TableProps<Row>) {
  let scroll: HTMLDivElement | undefined
  const rowHeight = () => props.rowHeight ?? usualHeight
  const [top, setTop] = createSignal(0)
  const [height, setHeight] = createSignal(600)
  const [at, setAt] = createSignal(-1)
  onMount(() => {
    if (!scroll) return
    const observer = new ResizeObserver(() => setHeight(scroll?.clientHeight ?? 600))
    observer.observe(scroll)
    onCleanup(() => observer.disconnect())
  })
  const isPrinted = createPrinting()
  const first = createMemo(() => (isPrinted() ? 0 : Math.max(0, Math.floor(top() / rowHeight()) - spare)))
  // Paper does not scroll: all that was fetched is on it.
  const shown = createMemo(() => (isPrinted() ? props.rows : props.rows.slice(first(), first() + Math.ceil(height() / rowHeight()) + 2 * spare)))
  const onScroll = () => {
    if (!scroll) return
    setTop(scroll.scrollTop)
    if (scroll.scrollTop + scroll.clientHeight > props.rows.length * rowHeight() - 20 * rowHeight()) props.onEnd?.()
  }
  const go = (index: number) => {
    const next = Math.min(Math.max(index, 0), props.rows.length - 1)
    setAt(next)
    const row = props.rows[next]
    if (row !== undefined) props.onAt?.(row)
    if (!scroll) return
    const [above, below] = [next * rowHeight(), (next + 2) * rowHeight() - scroll.clientHeight]
    if (above < scroll.scrollTop) scroll.scrollTop = above
    else if (below > scroll.scrollTop) scroll.scrollTop = below
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const row = props.rows[at()]
    if (event.key === 'j' || event.key === 'ArrowDown') go(at() + 1)
    else if (event.key === 'k' || event.key === 'ArrowUp') go(at() - 1)
    else if (event.key === 'x' && row && props.choice) props.choice.toggle(props.keyOf(row))
    else if (event.key === 'e' && row && props.onEdit) props.onEdit(row)
    else if (event.key === 'Enter' && row && event.target === scroll) props.onOpen?.(row)
    else return
    event.preventDefault()
  }
  /** The first `j` finds the table from anywhere on the page where nobody types. */
  const onPageKey = (event: KeyboardEvent) => {
    if (event.target !== document.body || !['j', 'k', 'ArrowDown', 'ArrowUp'].includes(event.key) || props.rows.length === 0) return
    scroll?.focus()
    onKeyDown(event)
  }
  onMount(() => {
    const listen = (event: KeyboardEvent) => untrack(() => onPageKey(event))
    addEventListener('keydown', listen)
    onCleanup(() => removeEventListener('keydown', listen))
  })
  return (
    <div class="crm-table">
      <div
        ref={scroll}
        class="crm-scroll"
        classList={{ 'is-pinned': props.isPinned ?? false, 'has-choice': props.choice !== undefined }}
        role="grid"
        tabIndex={0}
        aria-label={props.label}
        aria-rowcount={props.total ?? props.rows.length}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
      >
        <div class="crm-headrow" role="row">
          <Show when={props.choice}>
            {(choice) => (
              <div role="columnheader" class="crm-pick">
                <input type="checkbox" class="form-check-input" aria-label={choice().label} checked={choice().isAll} onChange={() => choice().toggleAll()} />
              </div>
            )}
          </Show>
          <For each={props.columns}>{(column) => <Head column={column} sort={props.sort} onSort={props.onSort} onWidth={props.onWidth} />}</For>
        </div>
        <div class="crm-window" role="rowgroup" style={{ height: `${props.rows.length * rowHeight()}px` }}>
          <Index each={shown()}>
            {(row, index) => (
              <div
                class="crm-line"
                classList={{ 'is-at': first() + index === at() }}
                role="row"
                aria-rowindex={first() + index + 2}
                aria-selected={props.choice?.has(props.keyOf(row()))}
                style={{ top: `${(first() + index) * rowHeight()}px`, height: `${rowHeight()}px` }}
                onClick={(event) => opens(event) && (props.onAt && first() + index !== at() ? go(first() + index) : props.onOpen?.(row()))}
              >
                <Show when={props.choice}>
                  {(choice) => (
                    <div role="gridcell" class="crm-pick">
                      <input
                        type="checkbox"
                        class="form-check-input"
                        tabIndex={-1}
                        aria-label={`${choice().label} ${first() + index + 1}`}
                        checked={choice().has(props.keyOf(row()))}
                        onChange={() => choice().toggle(props.keyOf(row()))}
                      />
                    </div>
                  )}
                </Show>
                <For each={props.columns}>
                  {(column) => (
                    <div role="gridcell" classList={{ 'is-number': column.isNumber ?? false }} style={{ width: `${column.width}px` }}>
                      {column.cell(row())}
                    </div>
                  )}
                </For>
              </div>
            )}
          </Index>
        </div>
        <Show when={props.rows.length === 0}>{props.empty}</Show>
      </div>
    </div>
  )
}

/** A click on the row opens it, but not one on a link in it, nor the end of selecting text. */
const opens = (event: MouseEvent) => !(event.target instanceof Element && event.target.closest('a, button, input')) && String(getSelection() ?? '') === ''

function Head<Row>(props: {
  readonly column: TableColumn<Row>
  readonly sort: TableProps<Row>['sort']
  readonly onSort: TableProps<Row>['onSort']
  readonly onWidth: TableProps<Row>['onWidth']
}) {
  const place = () => props.sort?.findIndex((mark) => mark.id === props.column.id) ?? -1
  const isBy = () => place() >= 0
  const dir = () => props.sort?.[place()]?.dir
  const resize = (event: PointerEvent) => {
    event.preventDefault()
    event.stopPropagation()
    const [x, width] = [event.clientX, props.column.width]
    const move = (moved: PointerEvent) => props.onWidth?.(props.column.id, Math.min(Math.max(width + moved.clientX - x, 60), 800))
    const end = () => {
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', end)
    }
    addEventListener('pointermove', move)
    addEventListener('pointerup', end)
  }
  return (
    <div
      role="columnheader"
      classList={{ 'is-number': props.column.isNumber ?? false }}
      style={{ width: `${props.column.width}px` }}
      aria-sort={isBy() ? (dir() === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      <Show when={props.column.isSortable && props.onSort} fallback={<span>{props.column.title}</span>}>
        <button type="button" class="crm-sort" onClick={(event) => props.onSort?.(props.column.id, event.shiftKey)}>
          <span>{props.column.title}</span>
          <Show when={isBy()}>
            <Icon name={dir() === 'asc' ? 'up' : 'down'} />
            <Show when={(props.sort?.length ?? 0) > 1}>
              <sup>{place() + 1}</sup>
            </Show>
          </Show>
        </button>
      </Show>
      <Show when={props.onWidth}>
        <span class="crm-grip" onPointerDown={resize} />
      </Show>
    </div>
  )
}

/** Whether the page is being printed just now. */
function createPrinting(): () => boolean {
  const [isPrinted, setPrinted] = createSignal(false)
  const [before, after] = [() => setPrinted(true), () => setPrinted(false)]
  addEventListener('beforeprint', before)
  addEventListener('afterprint', after)
  onCleanup(() => {
    removeEventListener('beforeprint', before)
    removeEventListener('afterprint', after)
  })
  return isPrinted
}
