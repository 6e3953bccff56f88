import { For, Show } from 'solid-js'

export interface Bar {
  readonly label: string
  /** For the drawing only; what is read is `shown`. */
  readonly value: number
  readonly shown: string
  /** Where a click leads. */
  readonly href?: string
}

export interface ChartProps {
  readonly title: string
  readonly bars: readonly Bar[]
  /** The heads of the table that says the same, and what opens it. */
  readonly table: { readonly open: string; readonly label: string; readonly value: string }
}

/** Standing bars, for a row of months: each is a link with its words, the same stands in a table below. */
export function BarChart(props: ChartProps) {
  return (
    <figure class="crm-chart">
      <figcaption>{props.title}</figcaption>
      <div role="group" aria-label={props.title} class="crm-chart-columns">
        <For each={props.bars}>
          {(bar) => (
            <a href={bar.href} title={`${bar.label}: ${bar.shown}`} aria-label={`${bar.label}: ${bar.shown}`}>
              <svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true" class="crm-chart-bar">
                <rect x="1.5" y={100 - height(props.bars, bar)} width="7" height={height(props.bars, bar)} />
              </svg>
              <span class="crm-chart-shown">{bar.value}</span>
              <span class="crm-chart-label">{bar.label}</span>
            </a>
          )}
        </For>
      </div>
      <ChartTable {...props} />
    </figure>
  )
}

/** Of a hundred. */
const height = (bars: readonly Bar[], { value }: Bar): number => (value / Math.max(1, ...bars.map((bar) => bar.value))) * 100

/** Lying bars, for names: the words have their room. */
export function RowChart(props: ChartProps) {
  return (
    <figure class="crm-chart">
      <figcaption>{props.title}</figcaption>
      <div role="group" aria-label={props.title} class="crm-chart-rows">
        <For each={props.bars}>
          {(bar) => (
            <a href={bar.href} title={`${bar.label}: ${bar.shown}`}>
              <span class="crm-chart-label">{bar.label}</span>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" class="crm-chart-bar">
                <rect x="0" y="0" width={height(props.bars, bar)} height="10" />
              </svg>
              <span class="crm-chart-shown">{bar.shown}</span>
            </a>
          )}
        </For>
      </div>
      <ChartTable {...props} />
    </figure>
  )
}

function ChartTable(props: ChartProps) {
  return (
    <details class="crm-chart-table">
      <summary>{props.table.open}</summary>
      <table class="table table-sm">
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
  )
}
