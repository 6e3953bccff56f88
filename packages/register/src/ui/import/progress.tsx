import { Button } from '@crm/widgets/ui'
import { createEffect, createSignal, Show } from 'solid-js'
import type { ImportAnswer } from '../../index.ts'
import { ownText, useOwnText } from '../words.ts'

/** How far a worker is, and how long it may still take. */
export function ImportProgress(props: { readonly answer: ImportAnswer; readonly onResume: () => void }) {
  const text = useOwnText()
  const [mark, setMark] = createSignal<{ state: string; done: number; at: number } | null>(null)
  createEffect(() => {
    const { state, doneCount } = props.answer
    if (mark()?.state !== state) setMark({ state, done: doneCount, at: performance.now() })
  })
  const of = () => {
    const { good = 0, same = 0, made = 0, merged = 0, left = 0, undone = 0, kept = 0 } = props.answer.counts
    if (props.answer.state === 'importing') return Math.max(good + same + props.answer.doneCount, 1)
    if (props.answer.state === 'undoing') return Math.max(made + undone + kept, 1)
    return Math.max(props.answer.rowCount, merged + left, 1)
  }
  const secondsLeft = () => {
    const from = mark()
    const done = props.answer.doneCount - (from?.done ?? 0)
    if (!from || done <= 0) return null
    return Math.ceil(((of() - props.answer.doneCount) / done) * ((performance.now() - from.at) / 1_000))
  }
  return (
    <section class="crm-section" role="status">
      <h2>{ownText(`import.phases.${props.answer.state}`)}</h2>
      <Show when={props.answer.state !== 'reading'} fallback={<progress class="w-100" aria-label={ownText('import.phases.reading')} />}>
        <progress class="w-100" value={props.answer.doneCount} max={of()} aria-label={ownText(`import.phases.${props.answer.state}`)} />
        <p class="mb-1">
          {text('import.progress', { done: props.answer.doneCount.toLocaleString('pl'), of: of().toLocaleString('pl') })}
          <Show when={secondsLeft()}>{(seconds) => <span class="crm-quiet"> · {text('import.left', { count: seconds() })}</span>}</Show>
        </p>
      </Show>
      <p class="crm-quiet mb-0">{text('import.leave')}</p>
      <Show when={props.answer.isStuck}>
        <div class="alert alert-warning py-2 mt-2 mb-0 d-flex gap-2 align-items-center">
          {text('import.stuck')}
          <Button onClick={() => props.onResume()}>{text('import.resume')}</Button>
        </div>
      </Show>
    </section>
  )
}
