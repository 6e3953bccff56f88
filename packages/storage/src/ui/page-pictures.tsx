import { useText } from '@crm/platform/ui'
import { For, Show } from 'solid-js'
import type { Attachment } from '../index.ts'
import { lookMessages } from '../messages/look.ts'

/** So many pages a look: who reads on takes the file. */
const mostPages = 50

/** The pages of a PDF as pictures: whatever it would do by itself, it does not do here. */
export function PagePictures(props: { readonly file: Attachment; readonly kind: string }) {
  const text = useText(lookMessages)
  const count = () => props.file.pageCount ?? 0
  const pages = () => Array.from({ length: Math.min(count(), mostPages) }, (_page, at) => at + 1)
  return (
    <>
      <p class="crm-quiet">{text('asPictures')}</p>
      <Show when={count() > 0} fallback={<p>{text('notDrawn')}</p>}>
        <div class="crm-pages">
          <For each={pages()}>
            {(page) => <img loading="lazy" src={`/files/${props.kind}/${props.file.id}/page?page=${page}`} alt={`${props.file.name}. ${text('page', { page, count: count() })}`} />}
          </For>
        </div>
        <Show when={count() > mostPages}>
          <p class="crm-quiet">{text('more', { shown: mostPages, count: count() })}</p>
        </Show>
      </Show>
    </>
  )
}
