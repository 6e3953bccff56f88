import type { Right } from '@crm/platform'
import { failureOf, failureText, formatMoment, person, RightButton, useCan } from '@crm/platform/ui'
import { toast } from '@crm/widgets/ui'
import { createSignal, onCleanup, onMount, Show, untrack } from 'solid-js'
import { useOwnText } from '../words.ts'

interface Printing {
  readonly right: Right
  /** Tells the journal what goes on paper. */
  readonly tell: () => Promise<unknown>
}

/** The button has told already; a browser's own printing has not. */
let isTold = false

/** Prints the page, once the journal knows of it. */
export function PrintButton(props: Printing) {
  const text = useOwnText()
  const print = async () => {
    try {
      await props.tell()
      isTold = true
      window.print()
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    } finally {
      isTold = false
    }
  }
  return <RightButton right={props.right} icon="printer" label={text('print')} onClick={() => void print()} />
}

/** Who printed a page and when; seen on paper only. Paper is light, whatever the screen is, and stays empty for who may not print. */
export function Printed(props: Printing & { readonly about?: string | undefined }) {
  const text = useOwnText()
  const can = useCan()
  const [at, setAt] = createSignal('')
  const root = document.documentElement
  let theme: string | undefined
  const before = () => {
    setAt(formatMoment(new Date().toISOString()))
    theme = root.dataset.bsTheme
    root.dataset.bsTheme = 'light'
    root.classList.toggle('crm-unprintable', !can(props.right))
    if (can(props.right) && !isTold) void props.tell().catch(() => undefined) // the dialog is open already
  }
  const after = () => {
    root.classList.remove('crm-unprintable')
    if (theme) root.dataset.bsTheme = theme
  }
  onMount(() => {
    const [begin, end] = [() => untrack(before), after]
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    onCleanup(() => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
    })
  })
  return (
    <>
      <p class="crm-printed">
        {/* The shell calls the tab by the company's name. */}
        {document.title} · {text('printed', { name: person()?.name ?? '', at: at() })} · {location.host}
        {location.pathname}
        <Show when={props.about}>
          <br />
          {props.about}
        </Show>
      </p>
      <Show when={!can(props.right)}>
        <p class="crm-printed">{text('notPrinted')}</p>
      </Show>
    </>
  )
}
