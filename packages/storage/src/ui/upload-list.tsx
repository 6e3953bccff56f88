import { failureText, formatBytes, useText } from '@crm/platform/ui'
import { Button } from '@crm/widgets/ui'
import { For, Match, Show, Switch } from 'solid-js'
import { messages } from '../messages/index.ts'
import type { createUploads, UploadLine } from './uploads.ts'

/** What is on its way, with progress; a failed one says why and can be tried again. */
export function UploadList(props: { readonly uploads: ReturnType<typeof createUploads> }) {
  const text = useText(messages)
  const percent = (line: UploadLine) => Math.floor((line.sent / line.size) * 100)
  return (
    <ul class="list-unstyled my-2" aria-live="polite">
      <For each={props.uploads.lines.filter((line) => line.state !== 'done')}>
        {(line) => (
          <li class="crm-section py-2 mb-1">
            <div class="d-flex flex-wrap align-items-center gap-2">
              <span>{line.name}</span>
              <span class="crm-quiet">{formatBytes(line.size)}</span>
              <span class="ms-auto crm-quiet">
                <Switch>
                  <Match when={line.state === 'waiting'}>{text('waiting')}</Match>
                  <Match when={line.state === 'paused'}>{text('paused')}</Match>
                  <Match when={line.state === 'sending' && percent(line) >= 100}>{text('checking')}</Match>
                  <Match when={line.state === 'sending'}>{text('sending', { percent: percent(line), speed: formatBytes(line.speed) })}</Match>
                </Switch>
              </span>
              <Show when={line.state === 'sending'}>
                <Button look="quiet" icon="pause" label={text('pause')} onClick={() => void props.uploads.pause(line.id)} />
              </Show>
              <Show when={line.state === 'paused'}>
                <Button look="quiet" icon="play" label={text('resume')} onClick={() => props.uploads.resume(line.id)} />
              </Show>
              <Show when={line.state === 'failed'}>
                <Show when={line.failure?.code === 'upload-cut' || line.failure?.code === 'unavailable'}>
                  <Button icon="restore" onClick={() => props.uploads.resume(line.id)}>
                    {text('retry')}
                  </Button>
                </Show>
                <Button look="quiet" icon="cross" label={text('close')} onClick={() => props.uploads.forget(line.id)} />
              </Show>
            </div>
            <Show when={line.state === 'sending' || line.state === 'paused'}>
              <progress class="w-100" max={line.size} value={line.sent} aria-label={line.name} />
            </Show>
            <Show when={line.failure}>
              {(failure) => (
                <div class="text-danger-emphasis" role="alert">
                  {failureText(failure())}
                </div>
              )}
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}
