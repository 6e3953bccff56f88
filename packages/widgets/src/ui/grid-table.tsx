import { type Accessor, batch, createMemo, createRenderEffect, createSelector, createSignal, For, type JSX, mapArray, onCleanup, onMount, untrack } from 'solid-js'
import { lineIn, poolOf } from './grid-pool.ts'

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
  /** Made once for a line of the page; the row that stands there changes as one scrolls. */
  readonly rowHead: (row: Accessor<number>) => JSX.Element
  readonly columnHead: (column: Accessor<number>) => JSX.Element
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

/**
 * A table that is large both ways. The page has as many lines as fit into it and no more; what scrolls out on one side is filled anew and put in on
 * the other, so that scrolling makes and removes nothing, and a cell that says the same as before is not touched at all.
 */
export function GridTable(props: GridProps) {
  let scroll: HTMLDivElement | undefined
  const [size, setSize] = createSignal({ height: 600, width: 900 })
  const [top, setTop] = createSignal(0)
  const [left, setLeft] = createSignal(0)
  const [at, setAt] = createSignal({ row: 0, column: 0 })
  const isAt = createSelector(() => at().row * 100_000 + at().column)
  const measure = () => scroll && setSize({ height: scroll.clientHeight, width: scroll.clientWidth })
  let frame = 0
  const onScroll = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0
      if (!scroll) return
      const { scrollTop, scrollLeft } = scroll
      batch(() => {
        setTop(scrollTop)
        setLeft(scrollLeft)
      })
    })
  }
  onMount(() => {
    if (!scroll) return
    const observer = new ResizeObserver(measure)
    observer.observe(scroll)
    onCleanup(() => {
      observer.disconnect()
      cancelAnimationFrame(frame)
    })
  })
  // What lies under the heads is not in sight.
  const rowPool = createMemo(() => poolOf({ from: top(), length: Math.max(0, size().height - headHeight), size: rowHeight, count: props.rowCount }), undefined, {
    equals: isSamePool,
  })
  const columnPool = createMemo(() => poolOf({ from: left(), length: Math.max(0, size().width - headWidth), size: columnWidth, count: props.columnCount }), undefined, {
    equals: isSamePool,
  })
  const createLines = (pool: Accessor<Pool>) => {
    const slots = createMemo(() => Array.from({ length: pool().slots }, (_, slot) => slot))
    return createMemo(mapArray(slots, (slot) => createMemo(() => lineIn(slot, pool()))))
  }
  const rows = createLines(() => rowPool())
  const columns = createLines(() => columnPool())

  const go = (row: number, column: number) => {
    const next = { row: Math.min(Math.max(row, 0), props.rowCount - 1), column: Math.min(Math.max(column, 0), props.columnCount - 1) }
    setAt(next)
    if (!scroll) return
    const [down, along] = [next.row * rowHeight, next.column * columnWidth]
    if (down < scroll.scrollTop) scroll.scrollTop = down
    else if (down + rowHeight > scroll.scrollTop + scroll.clientHeight - headHeight) scroll.scrollTop = down + rowHeight - scroll.clientHeight + headHeight
    if (along < scroll.scrollLeft) scroll.scrollLeft = along
    else if (along + columnWidth > scroll.scrollLeft + scroll.clientWidth - headWidth) scroll.scrollLeft = along + columnWidth - scroll.clientWidth + headWidth
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroll) return
    const { row, column } = at()
    const page = Math.max(1, Math.floor((size().height - headHeight) / rowHeight) - 1)
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
  const paint = (row: number, column: number): Painted => {
    const { text, look } = props.cell(row, column)
    const isActive = isAt(row * 100_000 + column)
    return { text, look: `crm-grid-cell ${look ?? ''}${isActive ? ' is-at' : ''}`, title: isActive ? props.cellTitle(row, column) : '' }
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
                <div class="crm-grid-column" role="columnheader" aria-colindex={column() + 2} style={{ left: `${headWidth + column() * columnWidth}px` }}>
                  {props.columnHead(column)}
                </div>
              )}
            </For>
          </div>
          {/* One sticky pane for all names: a sticky element a row costs more than the rest of a scrolled frame. */}
          <div class="crm-grid-names" role="presentation">
            <For each={rows()}>
              {(row) => (
                <div
                  class="crm-grid-name"
                  classList={{ 'is-divider': props.isDivider?.(row()) ?? false }}
                  role="row"
                  aria-rowindex={row() + 2}
                  style={{ top: `${row() * rowHeight}px` }}
                >
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
                classList={{ 'is-divider': props.isDivider?.(row()) ?? false }}
                role="row"
                aria-rowindex={row() + 2}
                style={{ top: `${headHeight + row() * rowHeight}px` }}
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

type Pool = ReturnType<typeof poolOf>
const isSamePool = (one: Pool, other: Pool) => one.first === other.first && one.slots === other.slots

interface Painted {
  readonly text: string
  readonly look: string
  /** Said of the active cell only. */
  readonly title: string
}

/** One effect for all of a cell, and only what has changed is written: dozens of them get another place in a frame of scrolling. */
function Cell(props: { readonly row: Accessor<number>; readonly column: Accessor<number>; readonly paint: (row: number, column: number) => Painted }) {
  const { row, column, paint } = untrack(() => props)
  const draw = (element: HTMLDivElement) => {
    let [atRow, atColumn] = [-1, -1]
    let was: Painted = { text: '', look: '', title: '' }
    createRenderEffect(() => {
      const [nextRow, nextColumn] = [row(), column()]
      const next = paint(nextRow, nextColumn)
      if (nextColumn !== atColumn) {
        element.style.marginLeft = `${nextColumn * columnWidth}px`
        element.setAttribute('aria-colindex', String(nextColumn + 2))
      }
      if (nextColumn !== atColumn || nextRow !== atRow) element.id = `grid-${nextRow}-${nextColumn}`
      if (next.text !== was.text) element.textContent = next.text
      if (next.look !== was.look) element.className = next.look
      if (next.title !== was.title) next.title ? element.setAttribute('aria-label', next.title) : element.removeAttribute('aria-label')
      // What was pointed at said the name of what stood here then.
      if (nextColumn !== atColumn || nextRow !== atRow) element.removeAttribute('title')
      ;[atRow, atColumn, was] = [nextRow, nextColumn, next]
    })
  }
  return <div ref={draw} role="gridcell" />
}
