import { createLive, FailureMessage, onChanged } from '@crm/platform/ui'
import { Skeleton } from '@crm/widgets/ui'
import { A } from '@solidjs/router'
import { createEffect, createSignal, Match, on, onCleanup, onMount, Show, Switch, untrack } from 'solid-js'
import { documentOf } from '../../index.ts'
import { RecordData } from '../record/record-data.tsx'
import type { Shown, View } from '../view.ts'
import { useOwnText } from '../words.ts'

/** A screen with room for a card beside the list. */
const roomy = '(min-width: 1400px)'

/** Whether there is room for it just now. */
export function createRoom(): () => boolean {
  const query = matchMedia(roomy)
  const [isThere, setThere] = createSignal(query.matches)
  const look = () => setThere(query.matches)
  onMount(() => query.addEventListener('change', look))
  onCleanup(() => query.removeEventListener('change', look))
  return isThere
}

/** The data of the record at which one is, beside the list; its page is one click away. */
export function PreviewPane(props: { readonly view: View; readonly id: number | null }) {
  const text = useOwnText()
  return (
    <aside class="crm-preview-pane" aria-label={text('preview.title')}>
      <Show when={props.id} fallback={<p class="crm-quiet m-0">{text('preview.none')}</p>}>
        {(id) => <OneRecord view={props.view} id={id()} />}
      </Show>
    </aside>
  )
}

/** Rows that keys only pass are not opened: opening one is an action, and stands in the journal. */
const restMs = 300

/** What it is as soon as it rests. */
function createRested(id: () => number): () => number {
  const [rested, setRested] = createSignal(untrack(id))
  createEffect(
    on(
      id,
      (next) => {
        const timer = setTimeout(() => setRested(next), restMs)
        onCleanup(() => clearTimeout(timer))
      },
      { defer: true },
    ),
  )
  return rested
}

function OneRecord(props: { readonly view: View; readonly id: number }) {
  const text = useOwnText()
  const id = createRested(() => props.id)
  const answer = createLive(id, (wanted) => props.view.api.get.fetch({ id: wanted }))
  onChanged(
    () => documentOf(props.view.register, id()),
    () => void answer.refetch(),
  )
  const row = () => answer.value()?.row as unknown as Shown | undefined // read by the same declaration
  const code = () => String(row()?.[props.view.register.code?.field ?? ''] ?? `#${id()}`)
  return (
    <Switch fallback={<Skeleton lines={8} label={text('loading')} />}>
      <Match when={answer.error()}>
        <FailureMessage error={answer.error()} again={() => void answer.refetch()} />
      </Match>
      <Match when={row()}>
        {(shown) => (
          <>
            <h2>
              <A href={`${props.view.path}/${id()}`}>{code()}</A> · {String(shown()[props.view.register.list.title] ?? '')}
            </h2>
            <RecordData view={props.view} row={shown()} />
          </>
        )}
      </Match>
    </Switch>
  )
}
