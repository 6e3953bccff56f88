import { createEffect, createSignal, For, onCleanup, onMount, Show, untrack } from 'solid-js'
import type { Drawing } from './draw-bars.ts'

export interface Bar {
  readonly label: string
  /** For the drawing only; what is read is `shown`. */
  readonly value: number
  readonly shown: string
  /** Where a click leads. */
  readonly href?: string
}

interface BarChartProps {
  readonly title: string
  readonly bars: readonly Bar[]
  /** Names have their room when bars lie; a row of months stands. */
  readonly isLying?: boolean
  /** The heads of the table that says the same, and what opens it. */
  readonly table: { readonly open: string; readonly label: string; readonly value: string }
}

/** Pixels of a lying bar with its gap, and of what stands around all of them. */
const [lyingHeight, around] = [34, 48]

/** Bars, drawn; the same stands in a table below, whose links a click on a bar follows. */
export function BarChart(props: BarChartProps) {
  let canvas: HTMLCanvasElement | undefined
  let table: HTMLTableElement | undefined
  const [drawing, setDrawing] = createSignal<Drawing | null>(null)
  onMount(async () => {
    const isLying = untrack(() => props.isLying ?? false)
    // Whoever opens no chart does not load what draws them.
    const { drawBars } = await import('./draw-bars.ts')
    if (canvas?.isConnected) setDrawing(drawBars(canvas, { isLying, onOpen: (at) => table?.tBodies[0]?.rows[at]?.querySelector('a')?.click() }))
  })
  createEffect(() => drawing()?.show(props.bars))
  onCleanup(() => drawing()?.end())
  return (
    <figure class="crm-chart">
      <figcaption>{props.title}</figcaption>
      <div class="crm-chart-drawing" style={{ height: props.isLying ? `${props.bars.length * lyingHeight + around}px` : undefined }}>
        <canvas ref={canvas} role="img" aria-label={props.title} />
      </div>
      <details class="crm-chart-table">
        <summary>{props.table.open}</summary>
        <table ref={table} class="table table-sm">
          <thead>
            <tr>
              <th scope="col">{props.table.label}</th>
              <th scope="col" class="text-end">
                {props.table.value}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.bars}>
              {(bar) => (
                <tr>
                  <th scope="row">
                    <Show when={bar.href} fallback={bar.label}>
                      {(href) => <a href={href()}>{bar.label}</a>}
                    </Show>
                  </th>
                  <td class="text-end">{bar.shown}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </details>
    </figure>
  )
}
