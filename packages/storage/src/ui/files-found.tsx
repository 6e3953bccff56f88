import { type Api, createLive, useText } from '@crm/platform/ui'
import { Icon } from '@crm/widgets/ui'
import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { textWords } from '../excerpt.ts'
import { foundMessages } from '../messages/found.ts'
import type { AttachmentProcedures } from '../server/index.ts'
import { ExcerptText } from './excerpt-text.tsx'

const mostFound = 20

/** Files in whose text is what the list is searched for. Asked beside the list, which never waits for it. */
export function FilesFound(props: { readonly search: string; readonly path: string; readonly api: Api<AttachmentProcedures> }) {
  const text = useText(foundMessages)
  const hits = createLive(
    () => props.search,
    async (search) => (textWords(search).length === 0 ? [] : props.api.search.fetch({ text: search })),
  )
  return (
    <Show when={(hits.value() ?? []).length > 0}>
      <details class="crm-section py-2 mb-2" data-files-found open={(hits.value() ?? []).length <= 5}>
        <summary>
          <Icon name="clip" /> {text('title')}: {text('count', { count: hits.value()?.length ?? 0 })}
          <Show when={hits.value()?.length === mostFound}> ({text('most', { count: mostFound })})</Show>
        </summary>
        <ul class="list-unstyled mb-0 mt-1" aria-label={text('title')}>
          <For each={hits.value()}>
            {(hit) => (
              <li class="mb-1">
                <A href={`${props.path}/${hit.documentId}?tab=files`}>{hit.code ? `${hit.code} · ${hit.title}` : hit.title}</A> · {hit.name}
                <Show when={hit.excerpt}>{(excerpt) => <ExcerptText excerpt={excerpt()} />}</Show>
              </li>
            )}
          </For>
        </ul>
      </details>
    </Show>
  )
}
