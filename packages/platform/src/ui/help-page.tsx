import { Message, PageHead, Skeleton } from '@crm/widgets/ui'
import { A, useNavigate, useParams, useSearchParams } from '@solidjs/router'
import { marked } from 'marked'
import { createEffect, createResource, createSignal, ErrorBoundary, For, on, onCleanup, Show } from 'solid-js'
import { type App, fold, type HelpHit } from '../index.ts'
import { messages } from '../messages/index.ts'
import { FailureMessage } from './failure-message.tsx'
import { platformApi } from './platform-api.ts'
import { language } from './session.ts'
import { sentenceOf, useText } from './text.ts'

const pauseMs = 200

/** Contents of what the reader may do, search in it, and one chapter; `?right=` leads to the chapter about a right. */
export default function HelpPage(props: { readonly apps: readonly App[] }) {
  const text = useText(messages)
  const params = useParams<{ app?: string; id?: string }>()
  const [address, setAddress] = useSearchParams<{ right?: string; search?: string }>()
  const navigate = useNavigate()
  const [hits, setHits] = createSignal<readonly HelpHit[] | null>(null)
  const [contents] = createResource(language, (at) => platformApi.help.list.fetch({ language: at }))
  const [chapter] = createResource(
    () => (params.app && params.id ? { app: params.app, id: params.id, language: language() } : null),
    (one) => platformApi.help.get.fetch(one),
  )
  createEffect(
    on(
      () => address.right,
      (right) => {
        if (!right) return
        platformApi.help.about.fetch({ right, language: language() }).then(
          (one) => navigate(`/help/${one.app}/${one.id}`, { replace: true }),
          () => navigate('/help', { replace: true }), // the contents show what there is
        )
      },
    ),
  )
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0
  onCleanup(() => clearTimeout(timer))
  createEffect(
    on([() => address.search, language], ([sought, at]) => {
      clearTimeout(timer)
      asked += 1
      const mine = asked
      if (!sought?.trim()) return setHits(null)
      timer = setTimeout(async () => {
        const found = await platformApi.help.find.fetch({ text: sought, language: at }).catch(() => [])
        if (mine === asked) setHits(found)
      }, pauseMs)
    }),
  )
  const titleOf = (id: string) => {
    const app = props.apps.find((one) => one.id === id)
    return app ? sentenceOf(app.messages, 'title') : text('title')
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
            maxLength={100}
            value={address.search ?? ''}
            onInput={(event) => setAddress({ search: event.currentTarget.value || undefined }, { replace: true })}
          />
          <Show when={hits()} fallback={<Contents lines={contents.latest ?? []} titleOf={titleOf} />}>
            {(found) => (
              <For each={found()} fallback={<p class="crm-quiet">{text('help.none')}</p>}>
                {(hit) => (
                  <A class="d-block py-2" href={`/help/${hit.app}/${hit.id}?search=${encodeURIComponent(address.search ?? '')}`}>
                    {hit.title}
                    <small class="d-block crm-quiet">
                      <Marked text={hit.excerpt} sought={address.search ?? ''} />
                    </small>
                  </A>
                )}
              </For>
            )}
          </Show>
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

function Contents(props: { readonly lines: readonly { app: string; id: string; title: string }[]; readonly titleOf: (app: string) => string }) {
  return (
    <For each={[...Map.groupBy(props.lines, (line) => line.app)]}>
      {([app, lines]) => (
        <section class="mb-3">
          <h2>{props.titleOf(app)}</h2>
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
  )
}

/** The text with the words that were sought set off, marks or none. */
function Marked(props: { readonly text: string; readonly sought: string }) {
  const words = () => fold(props.sought).split(' ').filter(Boolean)
  return (
    <For each={props.text.split(/(\s+)/)}>
      {(word) => (
        <Show when={words().some((sought) => fold(word).includes(sought))} fallback={word}>
          <mark>{word}</mark>
        </Show>
      )}
    </For>
  )
}
