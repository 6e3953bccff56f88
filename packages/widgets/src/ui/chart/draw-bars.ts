import { type ActiveElement, BarController, BarElement, CategoryScale, Chart, LinearScale, type Plugin, Tooltip } from 'chart.js'
import type { Bar } from './bar-chart.tsx'

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip)

export interface Drawing {
  show(bars: readonly Bar[]): void
  end(): void
}

/** Draws bars on a canvas in the colours of the page's theme, and again when the theme or the bars change. */
export function drawBars(canvas: HTMLCanvasElement, { isLying, onOpen }: { isLying: boolean; onOpen: (at: number) => void }): Drawing {
  let bars: readonly Bar[] = []
  const chart = new Chart(canvas, {
    type: 'bar',
    data: { labels: [] as string[], datasets: [{ data: [] as number[], maxBarThickness: isLying ? 18 : 44 }] },
    options: {
      indexAxis: isLying ? 'y' : 'x',
      animation: false,
      maintainAspectRatio: false,
      locale: document.documentElement.lang || 'pl',
      // Room for the words at the ends of the bars.
      layout: { padding: isLying ? { right: 110 } : { top: 20 } },
      plugins: { tooltip: { displayColors: false, callbacks: { label: ({ dataIndex }) => bars[dataIndex]?.shown ?? '' } } },
      scales: { x: { beginAtZero: true, grid: { display: isLying } }, y: { beginAtZero: true, grid: { display: !isLying }, ticks: isLying ? {} : { precision: 0 } } },
      onClick: (_event, [hit]: ActiveElement[]) => hit && onOpen(hit.index),
      onHover: (_event, hits) => {
        canvas.style.cursor = hits[0] && bars[hits[0].index]?.href ? 'pointer' : ''
      },
    },
    plugins: [saidAtTheEnd(() => bars.map((bar) => (isLying ? bar.shown : String(bar.value))))],
  })
  const paint = () => {
    const style = getComputedStyle(canvas)
    const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
    Object.assign(chart.data.datasets[0] ?? {}, { backgroundColor: colour('crm-accent') })
    chart.options.color = colour('crm-quiet')
    chart.options.font = { family: style.fontFamily, size: 13 }
    for (const axis of [chart.options.scales?.x, chart.options.scales?.y]) {
      if (axis?.ticks) axis.ticks.color = colour('crm-quiet')
      if (axis?.grid) axis.grid.color = colour('crm-line')
    }
    chart.update()
  }
  const theme = new MutationObserver(paint)
  theme.observe(document.documentElement, { attributeFilter: ['data-bs-theme'] })
  return {
    show(next) {
      bars = next
      chart.data.labels = bars.map((bar) => bar.label)
      if (chart.data.datasets[0]) chart.data.datasets[0].data = bars.map((bar) => bar.value)
      paint()
    },
    end() {
      theme.disconnect()
      chart.destroy()
    },
  }
}

/** What each bar comes to, in words at its end: nobody has to point at it. */
const saidAtTheEnd = (words: () => readonly string[]): Plugin<'bar'> => ({
  id: 'said',
  afterDatasetsDraw(chart) {
    const { ctx, options } = chart
    const isLying = options.indexAxis === 'y'
    ctx.save()
    ctx.fillStyle = String(options.color)
    ctx.font = `600 12px ${options.font?.family ?? 'sans-serif'}`
    ctx.textAlign = isLying ? 'left' : 'center'
    ctx.textBaseline = isLying ? 'middle' : 'bottom'
    const all = words()
    for (const [at, { x, y }] of chart.getDatasetMeta(0).data.entries()) ctx.fillText(all[at] ?? '', isLying ? x + 6 : x, isLying ? y : y - 4)
    ctx.restore()
  },
})
