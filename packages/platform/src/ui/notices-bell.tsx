import { Popup } from '@crm/widgets/ui'
import { A } from '@solidjs/router'
import { createResource, For, Show } from 'solid-js'
import type { App, NoticeLine } from '../index.ts'
import { messages } from '../messages/index.ts'
import { onChanged } from './changes.ts'
import { formatMoment } from './format.ts'
import { kindSentence } from './notices.ts'
import { platformApi } from './platform-api.ts'
import { useMe } from './session.ts'
import { useText } from './text.ts'

const shown = 8

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
  // What is seen on the button is in its name.
  const name = () => (unread().length > 0 ? `${text('frame.notices')}: ${unread().length}` : text('frame.notices'))
  const read = async (ids?: number[]) => {
    await platformApi.notices.read.run(ids ? { ids } : {}).catch(() => undefined) // it stays unread and can be tried again
    await refetch()
  }
  const follow = (line: NoticeLine, close: () => void) => {
    close()
    if (!line.isRead) void read([line.id])
  }
  return (
    <Popup button={{ look: 'quiet', icon: 'bell', label: name(), children: unread().length > 0 ? String(unread().length) : undefined }}>
      {(close) => (
        <>
          <Show when={(notices.latest ?? []).length > 0} fallback={<p class="m-2 crm-quiet">{text('frame.noNotices')}</p>}>
            <For each={notices.latest?.slice(0, shown)}>
              {(line) => (
                <A class="crm-choice" classList={{ 'fw-semibold': !line.isRead }} href={line.path} onClick={() => follow(line, close)}>
                  <span>
                    {kindSentence(props.apps, 'notices', line)}
                    <small class="d-block crm-quiet">{formatMoment(line.at)}</small>
                  </span>
                </A>
              )}
            </For>
            <Show when={unread().length > 0}>
              <button type="button" class="crm-choice" onClick={() => void read()}>
                {text('noticePages.readAll')}
              </button>
            </Show>
          </Show>
          <A class="crm-choice" href="/notices" onClick={close}>
            {text('noticePages.open')}
          </A>
        </>
      )}
    </Popup>
  )
}
