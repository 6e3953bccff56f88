import { createLive, FailureMessage, formatMoment, onChanged, useText } from '@crm/platform/ui'
import { Message, Skeleton } from '@crm/widgets/ui'
import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { paperMessages } from '../../messages/papers.ts'
import type { PaperPlaces } from './papers-page.tsx'

/** Countings that go on, and those that ended. */
export function TakingsTab(props: PaperPlaces) {
  const text = useText(paperMessages)
  const takings = createLive(
    () => '',
    () => props.api.counting.list.fetch(),
  )
  onChanged(
    () => `${props.kind}:`,
    () => void takings.refetch(),
  )
  return (
    <Show when={!takings.error()} fallback={<FailureMessage error={takings.error()} again={() => void takings.refetch()} />}>
      <Show when={takings.value()} fallback={<Skeleton lines={6} label={text('loading')} />}>
        {(known) => (
          <Show when={known().length > 0} fallback={<Message title={text('countingEmpty')} />}>
            <table class="table table-sm crm-plain">
              <thead>
                <tr>
                  <th scope="col">{text('place')}</th>
                  <th scope="col">{text('startedAt')}</th>
                  <th scope="col">{text('by')}</th>
                  <th scope="col">{text('endedAt')}</th>
                </tr>
              </thead>
              <tbody>
                <For each={known()}>
                  {(taking) => (
                    <tr>
                      <td>
                        <A href={`${props.path}/counting/${taking.id}`}>{taking.place}</A>
                      </td>
                      <td>{formatMoment(taking.startedAt)}</td>
                      <td>{taking.by}</td>
                      <td>{taking.endedAt ? formatMoment(taking.endedAt) : <span class="badge text-bg-info">{text('goesOn')}</span>}</td>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </Show>
        )}
      </Show>
    </Show>
  )
}
