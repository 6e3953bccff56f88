import { Message, PageHead, Skeleton } from '@crm/widgets/ui'
import { A, useParams } from '@solidjs/router'
import { marked } from 'marked'
import { createMemo, createResource, createSignal, ErrorBoundary, For, Show } from 'solid-js'
import { messages } from '../messages/index.ts'
import { FailureMessage } from './failure-message.tsx'
import { platformApi } from './platform-api.ts'
import { language } from './session.ts'
import { sentenceOf, useText } from './text.ts'
import type { App } from '../index.ts'

/** Contents of what the reader may do, and one chapter. */
export default function HelpPage(props: { readonly apps: readonly App[] }) {
  const text = useText(messages)
  const params = useParams<{ app?: string; id?: string }>()
  const [wanted, setWanted] = createSignal('')
  const [contents] = createResource(language, (at) => platformApi.help.list.fetch({ language: at }))
  const [chapter] = createResource(
    () => (params.app && params.id ? { app: params.app, id: params.id, language: language() } : null),
    (one) => platformApi.help.get.fetch(one),
  )
  const groups = createMemo(() => {
    const found = (contents() ?? []).filter((line) => line.title.toLowerCase().includes(wanted().toLowerCase()))
    return [...Map.groupBy(found, (line) => line.app)]
  })
  const titleOf = (id: string) => {
    const app = props.apps.find((one) => one.id === id)
    return app ? sentenceOf(app.messages, 'title') : id
  }
  return (
    <>
      <PageHead title={text('help.title')} />
      <div class="crm-help">
        <nav aria-label={text('help.title')}>
          <input
            type="search"
            class="form-control form-control-sm mb-2"
            placeholder={text('help.search')}
            aria-label={text('help.search')}
            value={wanted()}
            onInput={(event) => setWanted(event.currentTarget.value)}
          />
          <For each={groups()} fallback={<p class="crm-quiet">{text('help.none')}</p>}>
            {([app, lines]) => (
              <section class="mb-3">
                <h2>{titleOf(app)}</h2>
                <For each={lines}>
                  {(line) => (
                    <A class="d-block py-1" href={`/help/${line.app}/${line.id}`}>
                      {line.title}
                    </A>
                  )}
                </For>
              </section>
            )}
          </For>
        </nav>
        <ErrorBoundary fallback={(error) => <FailureMessage error={error} />}>
          <Show when={params.id} fallback={<Message title={text('help.title')} body={text('help.choose')} />}>
            <Show when={chapter()} fallback={<Skeleton lines={6} label={text('frame.loading')} />}>
              {(one) => (
                <article class="crm-section">
                  <h2>{one().title}</h2>
                  {/* Our own files, shipped with the product. */}
                  <div innerHTML={marked.parse(one().markdown, { async: false })} />
                </article>
              )}
            </Show>
          </Show>
        </ErrorBoundary>
      </div>
    </>
  )
}
