import { formatMoment, person } from '@crm/platform/ui'
import { createSignal, onCleanup } from 'solid-js'
import { useOwnText } from '../words.ts'

/** Who printed a page and when; seen on paper only. Paper is light, whatever the screen is. */
export function Printed() {
  const text = useOwnText()
  const [at, setAt] = createSignal('')
  const root = document.documentElement
  let theme: string | undefined
  const before = () => {
    setAt(formatMoment(new Date().toISOString()))
    theme = root.dataset.bsTheme
    root.dataset.bsTheme = 'light'
  }
  const after = () => {
    if (theme) root.dataset.bsTheme = theme
  }
  addEventListener('beforeprint', before)
  addEventListener('afterprint', after)
  onCleanup(() => {
    removeEventListener('beforeprint', before)
    removeEventListener('afterprint', after)
  })
  return (
    <p class="crm-printed">
      {text('printed', { name: person()?.name ?? '', at: at() })} · {location.host}
      {location.pathname}
    </p>
  )
}
