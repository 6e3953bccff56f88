import { createLive, FailureMessage, onChanged, useText } from '@crm/platform/ui'
import { Skeleton } from '@crm/widgets/ui'
import { useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { paperMessages } from '../../messages/papers.ts'
import { Counting } from './counting.tsx'
import type { PaperPlaces } from './papers-page.tsx'

/** Counting the papers of a place: what others read at the same time shows at once. */
export function CountingPage(props: PaperPlaces) {
  const text = useText(paperMessages)
  const params = useParams<{ id: string }>()
  const id = () => Number(params.id)
  const taking = createLive(id, (wanted) => props.api.counting.get.fetch({ id: wanted }))
  onChanged(
    () => `${props.kind}:${id()}`,
    () => void taking.refetch(),
  )
  return (
    <Show when={!taking.error()} fallback={<FailureMessage error={taking.error()} again={() => void taking.refetch()} />}>
      <Show when={taking.value()} fallback={<Skeleton lines={10} label={text('loading')} />}>
        {(known) => <Counting {...props} taking={known()} onDone={() => void taking.refetch()} />}
      </Show>
    </Show>
  )
}
