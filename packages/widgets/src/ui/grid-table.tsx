import { createMemo, createRenderEffect, createSelector, createSignal, For, type JSX, onCleanup, onMount, untrack } from 'solid-js'

export interface GridCell {
  readonly text: string
  /** A class of the cell. */
  readonly look?: string
}

export interface GridProps {
  readonly label: string
  readonly rowCount: number
  readonly columnCount: number
  readonly cell: (row: number, column: number) => GridCell
  /** Said to readers and shown on pointing; made only then. */
  readonly cellTitle: (row: number, column: number) => string
  readonly rowHead: (row: number) => JSX.Element
  readonly columnHead: (column: number) => JSX.Element
  /** A row that divides groups of others. */
  readonly isDivider?: (row: number) => boolean
  readonly corner?: JSX.Element
  /** Space, or a click. */
  readonly onToggle?: (row: number, column: number) => void
  /** Enter, or a double click. */
  readonly onOpen?: (row: number, column: number) => void
}

const rowHeight = 28
const columnWidth = 44
const headHeight = 150
const headWidth = 330
const spare = 4

/** A table that is large both ways: only the cells in sight are in the page, rows and columns that stay are left as they are. */
export function GridTable(props: GridProps) {
  let scroll: HTMLDivElement | undefined
  const [place, setPlace] = createSignal({ top: 0, left: 0, height: 600, width: 900 })
  const [at, setAt] = createSignal({ row: 0, column: 0 })
  const isAt = createSelector(() => at().row * 100_000 + at().column)
  const look = () => scroll && setPlace({ top: scroll.scrollTop, left: scroll.scrollLeft, height: scroll.clientHeight, width: scroll.clientWidth })
  let frame = 0
  const onScroll = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0
      look()
    })
  }
  onMount(() => {
    if (!scroll) return
    const observer = new ResizeObserver(look)
    observer.observe(scroll)
    onCleanup(() => {
      observer.disconnect()
      cancelAnimationFrame(frame)
    })
  })
  const span = ({ from, length, size, count }: { from: number; length: number; size: number; count: number }) => {
    const first = Math.max(0, Math.floor(from / size) - spare)
    const last = Math.min(count, Math.ceil((from + length) / size) + spare)
    return { first, last }
  }
  const same = (left: { first: number; last: number }, right: { first: number; last: number }) => left.first === right.first && left.last === right.last
  const rowSpan = createMemo(() => span({ from: place().top, length: place().height, size: rowHeight, count: props.rowCount }), undefined, { equals: same })
  const columnSpan = createMemo(() => span({ from: place().left, length: place().width, size: columnWidth, count: props.columnCount }), undefined, { equals: same })
  const numbers = ({ first, last }: { first: number; last: number }) => Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index)
  const rows = createMemo(() => numbers(rowSpan()))
  const columns = createMemo(() => numbers(columnSpan()))

  const go = (row: number, column: number) => {
    const next = { row: Math.min(Math.max(row, 0), props.rowCount - 1), column: Math.min(Math.max(column, 0), props.columnCount - 1) }
    setAt(next)
    if (!scroll) return
    const [top, left] = [next.row * rowHeight, next.column * columnWidth]
    if (top < scroll.scrollTop) scroll.scrollTop = top
    else if (top + rowHeight > scroll.scrollTop + scroll.clientHeight - headHeight) scroll.scrollTop = top + rowHeight - scroll.clientHeight + headHeight
    if (left < scroll.scrollLeft) scroll.scrollLeft = left
    else if (left + columnWidth > scroll.scrollLeft + scroll.clientWidth - headWidth) scroll.scrollLeft = left + columnWidth - scroll.clientWidth + headWidth
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroll) return
    const { row, column } = at()
    const page = Math.max(1, Math.floor((place().height - headHeight) / rowHeight) - 1)
    if (event.key === 'ArrowDown') go(row + 1, column)
    else if (event.key === 'ArrowUp') go(row - 1, column)
    else if (event.key === 'ArrowRight') go(row, column + 1)
    else if (event.key === 'ArrowLeft') go(row, column - 1)
    else if (event.key === 'PageDown') go(row + page, column)
    else if (event.key === 'PageUp') go(row - page, column)
    else if (event.key === 'Home') go(event.ctrlKey ? 0 : row, 0)
    else if (event.key === 'End') go(event.ctrlKey ? props.rowCount - 1 : row, props.columnCount - 1)
    else if (event.key === ' ') props.onToggle?.(row, column)
    else if (event.key === 'Enter') props.onOpen?.(row, column)
    else return
    event.preventDefault()
  }
  const cellOf = (event: MouseEvent) => {
    const found = event.target instanceof Element ? event.target.closest('.crm-grid-cell') : null
    const [, row, column] = (found?.id ?? '').split('-').map(Number)
    return row === undefined || column === undefined || Number.isNaN(row) ? null : { row, column }
  }
  const paint: Paint = (element, row, column) => {
    const { text, look } = props.cell(row, column)
    const isActive = isAt(row * 100_000 + column)
    element.textContent = text
    element.className = `crm-grid-cell ${look ?? ''}${isActive ? ' is-at' : ''}`
    if (isActive) element.setAttribute('aria-label', props.cellTitle(row, column))
    else element.removeAttribute('aria-label')
  }
  return (
    <div class="crm-grid">
      <div
        ref={scroll}
        class="crm-grid-scroll"
        role="grid"
        tabIndex={0}
        aria-label={props.label}
        aria-rowcount={props.rowCount + 1}
        aria-colcount={props.columnCount + 1}
        aria-activedescendant={props.rowCount > 0 && props.columnCount > 0 ? `grid-${at().row}-${at().column}` : undefined}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const cell = cellOf(event)
          if (!cell) return
          setAt(cell)
          props.onToggle?.(cell.row, cell.column)
        }}
        onPointerOver={(event) => {
          const cell = cellOf(event)
          if (cell && event.target instanceof HTMLElement) event.target.title = props.cellTitle(cell.row, cell.column)
        }}
        onContextMenu={(event) => {
          const cell = cellOf(event)
          if (!cell || !props.onOpen) return
          event.preventDefault()
          setAt(cell)
          props.onOpen(cell.row, cell.column)
        }}
      >
        <div
          class="crm-grid-space"
          role="presentation"
          style={{ width: `${headWidth + props.columnCount * columnWidth}px`, height: `${headHeight + props.rowCount * rowHeight}px` }}
        >
          <div class="crm-grid-head" role="row" aria-rowindex={1}>
            <div class="crm-grid-corner" role="columnheader">
              {props.corner}
            </div>
            <For each={columns()}>
              {(column) => (
                <div class="crm-grid-column" role="columnheader" aria-colindex={column + 2} style={{ left: `${headWidth + column * columnWidth}px` }}>
                  {props.columnHead(column)}
                </div>
              )}
            </For>
          </div>
          {/* One sticky pane for all names: a sticky element a row costs more than the rest of a scrolled frame. */}
          <div class="crm-grid-names" role="presentation">
            <For each={rows()}>
              {(row) => (
                <div class="crm-grid-name" classList={{ 'is-divider': props.isDivider?.(row) ?? false }} role="row" aria-rowindex={row + 2} style={{ top: `${row * rowHeight}px` }}>
                  <div class="d-flex align-items-center gap-2 w-100 overflow-hidden" role="rowheader">
                    {props.rowHead(row)}
                  </div>
                </div>
              )}
            </For>
          </div>
          <For each={rows()}>
            {(row) => (
              <div
                class="crm-grid-row"
                classList={{ 'is-divider': props.isDivider?.(row) ?? false }}
                role="row"
                aria-rowindex={row + 2}
                style={{ top: `${headHeight + row * rowHeight}px` }}
              >
                <For each={columns()}>{(column) => <Cell row={row} column={column} paint={paint} />}</For>
              </div>
            )}
          </For>
        </div>
      </div>
    </div>
  )
}

type Paint = (element: HTMLElement, row: number, column: number) => void

/** One effect for all of a cell: hundreds of them are made in a frame of scrolling. */
function Cell(props: { readonly row: number; readonly column: number; readonly paint: Paint }) {
  const { row, column } = untrack(() => ({ row: props.row, column: props.column }))
  return (
    <div
      ref={(element) => createRenderEffect(() => props.paint(element, row, column))}
      id={`grid-${row}-${column}`}
      role="gridcell"
      aria-colindex={column + 2}
      style={`left:${column * columnWidth}px`}
    />
  )
}
