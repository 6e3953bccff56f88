import { Popup } from '@crm/widgets/ui'
import { createResource, For, Show } from 'solid-js'
import type { App } from '../index.ts'
import { messages } from '../messages/index.ts'
import { onChanged } from './changes.ts'
import { formatMoment } from './format.ts'
import { platformApi } from './platform-api.ts'
import { useMe } from './session.ts'
import { sentenceOf, useText } from './text.ts'

/** One's own notifications, live; the count of unread ones beside the bell. */
export function NoticesBell(props: { readonly apps: readonly App[] }) {
  const text = useText(messages)
  const me = useMe()
  const [notices, { refetch }] = createResource(() => platformApi.notices.list.fetch().catch(() => []))
  onChanged(
    () => `platform.notice:${me().id}`,
    () => void refetch(),
  )
  const unread = () => (notices.latest ?? []).filter((line) => !line.isRead)
  const sentenceFor = (kind: string, params: Readonly<Record<string, string | number>>) => {
    const [app = '', ...name] = kind.split('.')
    const owner = props.apps.find((one) => one.id === app)
    const texts = app === 'platform' ? messages : owner?.messages
    return texts ? sentenceOf(texts, `notices.${name.join('.')}`, params) : kind
  }
  const read = async () => {
    await platformApi.notices.read.run({ ids: unread().map((line) => line.id) })
    await refetch()
  }
  return (
    <Popup isAtEnd button={{ look: 'quiet', icon: 'bell', label: text('frame.notices'), children: unread().length > 0 ? String(unread().length) : undefined }}>
      {(close) => (
        <Show when={(notices.latest ?? []).length > 0} fallback={<p class="m-2 crm-quiet">{text('frame.noNotices')}</p>}>
          <For each={notices.latest}>
            {(line) => (
              <a class="crm-choice" classList={{ 'fw-semibold': !line.isRead }} href={line.path} onClick={close}>
                <span>
                  {sentenceFor(line.kind, line.params)}
                  <small class="d-block crm-quiet">{formatMoment(line.at)}</small>
                </span>
              </a>
            )}
          </For>
          <Show when={unread().length > 0}>
            <button type="button" class="crm-choice" onClick={() => void read()}>
              {text('frame.markRead')}
            </button>
          </Show>
        </Show>
      )}
    </Popup>
  )
}
