import { createLive, FailureMessage, failureText, formatBytes, formatMoment } from '@crm/platform/ui'
import { Button, Dialog, Skeleton } from '@crm/widgets/ui'
import { createEffect, For, Match, onCleanup, Show, Switch } from 'solid-js'
import type { ExportLine } from '../../index.ts'
import type { View } from '../view.ts'
import { useOwnText } from '../words.ts'

const lookMs = 1_000

/** Lists that a worker writes or has written for oneself: how far each is, where it lies, until when. */
export function ExportsDialog(props: { readonly view: View; readonly onClose: () => void }) {
  const text = useOwnText()
  const mine = createLive(
    () => '',
    () => props.view.api.exports.mine.fetch(),
  )
  const isWorking = () => mine.value()?.some((one) => one.state === 'waiting') ?? false
  createEffect(() => {
    if (!isWorking()) return
    const timer = setInterval(() => void mine.refetch(), lookMs)
    onCleanup(() => clearInterval(timer))
  })
  return (
    <Dialog title={text('export.mine')} closeLabel={text('close')} onClose={() => props.onClose()} footer={<Button onClick={() => props.onClose()}>{text('close')}</Button>}>
      <p class="crm-quiet">{text('export.laterWhy')}</p>
      <Switch fallback={<Skeleton lines={3} label={text('loading')} />}>
        <Match when={mine.error()}>
          <FailureMessage error={mine.error()} again={() => void mine.refetch()} />
        </Match>
        <Match when={mine.value()}>
          {(known) => (
            <ul class="list-unstyled mb-0">
              <For each={known()} fallback={<li>{text('export.noneMine')}</li>}>
                {(one) => (
                  <li class="py-1" data-export={one.state}>
                    <strong>{text(`export.${one.format}`)}</strong> <span class="crm-quiet">{formatMoment(one.at)}</span>
                    <State view={props.view} one={one} />
                  </li>
                )}
              </For>
            </ul>
          )}
        </Match>
      </Switch>
    </Dialog>
  )
}

function State(props: { readonly view: View; readonly one: ExportLine }) {
  const text = useOwnText()
  return (
    <Switch>
      <Match when={props.one.state === 'failed'}>
        <div class="text-danger">{failureText({ code: (props.one.reason ?? 'internal') as 'internal', params: {} })}</div>
      </Match>
      <Match when={props.one.state === 'waiting'}>
        <div role="status">
          <Show when={props.one.rowCount} fallback={<progress class="w-100" aria-label={text('export.writing')} />}>
            {(of) => <progress class="w-100" value={props.one.doneCount} max={of()} aria-label={text('export.writing')} />}
          </Show>
          <span class="crm-quiet">{text('import.progress', { done: props.one.doneCount, of: props.one.rowCount ?? '…' })}</span>
        </div>
      </Match>
      <Match when={props.one.state === 'ready'}>
        <div>
          <a href={`/files/${props.view.register.id}/exported/${props.one.id}`} download="" rel="external">
            {text('export.take', { rows: text('count', { count: props.one.rowCount ?? 0 }), size: formatBytes(props.one.size ?? 0) })}
          </a>{' '}
          <span class="crm-quiet">{text('export.until', { at: formatMoment(props.one.endsAt) })}</span>
        </div>
      </Match>
    </Switch>
  )
}
