import { createLive, FailureMessage, onChanged } from '@crm/platform/ui'
import { Skeleton } from '@crm/widgets/ui'
import { A } from '@solidjs/router'
import { createSignal, Match, onCleanup, onMount, Show, Switch } from 'solid-js'
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

function OneRecord(props: { readonly view: View; readonly id: number }) {
  const text = useOwnText()
  const answer = createLive(
    () => props.id,
    (id) => props.view.api.get.fetch({ id }),
  )
  onChanged(
    () => documentOf(props.view.register, props.id),
    () => void answer.refetch(),
  )
  const row = () => answer.value()?.row as unknown as Shown | undefined // read by the same declaration
  const code = () => String(row()?.[props.view.register.code?.field ?? ''] ?? `#${props.id}`)
  return (
    <Switch fallback={<Skeleton lines={8} label={text('loading')} />}>
      <Match when={answer.error()}>
        <FailureMessage error={answer.error()} again={() => void answer.refetch()} />
      </Match>
      <Match when={row()}>
        {(shown) => (
          <>
            <h2>
              <A href={`${props.view.path}/${props.id}`}>{code()}</A> · {String(shown()[props.view.register.list.title] ?? '')}
            </h2>
            <RecordData view={props.view} row={shown()} />
          </>
        )}
      </Match>
    </Switch>
  )
}
