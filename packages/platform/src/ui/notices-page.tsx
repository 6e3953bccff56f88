import { Button, Message, PageHead, Skeleton, Tabs } from '@crm/widgets/ui'
import { A, useSearchParams } from '@solidjs/router'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import type { App, NoticeLine } from '../index.ts'
import { messages } from '../messages/index.ts'
import { onChanged } from './changes.ts'
import { FailureMessage } from './failure-message.tsx'
import { formatMoment } from './format.ts'
import { createLive } from './live.ts'
import { NoticeChannels } from './notice-channels.tsx'
import { kindSentence } from './notices.ts'
import { platformApi } from './platform-api.ts'
import { useMe } from './session.ts'
import { useText } from './text.ts'

const tabs = ['all', 'unread', 'channels'] as const
const pageLength = 100

/** Everything one was told, and how one wants to be told. */
export default function NoticesPage(props: { readonly apps: readonly App[] }) {
  const text = useText(messages)
  const [address, setAddress] = useSearchParams<{ tab?: string }>()
  const tab = () => tabs.find((one) => one === address.tab) ?? 'all'
  return (
    <>
      <PageHead title={text('noticePages.title')} />
      <Tabs label={text('noticePages.title')} at={tab()} tabs={tabs.map((id) => ({ id, label: text(`noticePages.${id}`) }))} onChange={(id) => setAddress({ tab: id })} />
      <div class="mt-3">
        <Show when={tab() !== 'channels'} fallback={<NoticeChannels apps={props.apps} />}>
          <Notices apps={props.apps} isUnread={tab() === 'unread'} />
        </Show>
      </div>
    </>
  )
}

function Notices(props: { readonly apps: readonly App[]; readonly isUnread: boolean }) {
  const text = useText(messages)
  const me = useMe()
  const [older, setOlder] = createSignal<readonly NoticeLine[]>([])
  const [isAtEnd, setAtEnd] = createSignal(false)
  const lines = createLive(
    () => props.isUnread,
    (isUnread) => platformApi.notices.list.fetch({ isUnread }),
  )
  onChanged(
    () => `platform.notice:${me().id}`,
    () => void lines.refetch(),
  )
  const all = () => [...(lines.value() ?? []), ...older()]
  const read = async (ids?: number[]) => {
    await platformApi.notices.read.run(ids ? { ids } : {})
    setOlder((known) => known.map((line) => (ids === undefined || ids.includes(line.id) ? { ...line, isRead: true } : line)))
    await lines.refetch()
  }
  const more = async () => {
    const found = await platformApi.notices.list.fetch({ isUnread: props.isUnread, before: all().at(-1)?.id })
    setAtEnd(found.length < pageLength)
    setOlder([...older(), ...found])
  }
  return (
    <Switch fallback={<Skeleton lines={5} label={text('frame.loading')} />}>
      <Match when={lines.error()}>
        <FailureMessage error={lines.error()} again={() => void lines.refetch()} />
      </Match>
      <Match when={lines.value()}>
        <Show when={all().length > 0} fallback={<Message title={text(props.isUnread ? 'noticePages.noneUnread' : 'noticePages.none')} />}>
          <Show when={all().some((line) => !line.isRead)}>
            <div class="mb-2">
              <Button icon="check" onClick={() => void read()}>
                {text('noticePages.readAll')}
              </Button>
            </div>
          </Show>
          <ul class="list-unstyled crm-rows">
            <For each={all()}>
              {(line) => (
                <li>
                  <A href={line.path} classList={{ 'fw-semibold': !line.isRead }} onClick={() => !line.isRead && void read([line.id])}>
                    {kindSentence(props.apps, 'notices', line)}
                  </A>
                  <Show when={!line.isRead}>
                    <span class="badge text-bg-primary">{text('noticePages.isUnread')}</span>
                  </Show>
                  <time class="ms-auto crm-quiet" dateTime={line.at}>
                    {formatMoment(line.at)}
                  </time>
                  <Show when={!line.isRead}>
                    <Button look="quiet" icon="check" label={text('noticePages.read')} onClick={() => void read([line.id])} />
                  </Show>
                </li>
              )}
            </For>
          </ul>
          <Show when={!isAtEnd() && all().length >= pageLength}>
            <Button onClick={() => void more()}>{text('noticePages.more')}</Button>
          </Show>
        </Show>
      </Match>
    </Switch>
  )
}
