import { person, platformMessages, sentenceOf, type UiApp, useCan, useText } from '@crm/platform/ui'
import { Icon, Message, PageHead } from '@crm/widgets/ui'
import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'

/** What the person may open, as cards. */
export function StartPage(props: { readonly uis: readonly UiApp[] }) {
  const text = useText(platformMessages)
  const can = useCan()
  const pages = () => props.uis.flatMap((ui) => ui.pages.filter((page) => page.isInMenu && can(page.right)).map((page) => ({ ui, page })))
  return (
    <Show when={pages().length > 0} fallback={<Message title={text('start.hello', { name: person()?.name })} body={text('start.nothing')} />}>
      <PageHead title={text('start.hello', { name: person()?.name })} />
      <p class="crm-quiet">{text('start.lead')}</p>
      <div class="crm-cards">
        <For each={pages()}>
          {({ ui, page }) => (
            <A href={page.path} class="card p-3 text-decoration-none text-body">
              <span class="d-flex align-items-center gap-2 fw-semibold">
                <Icon name={page.icon ?? ui.menu.icon} />
                {sentenceOf(ui.app.messages, page.title)}
              </span>
              <span class="crm-quiet mt-1">{sentenceOf(ui.app.messages, 'title')}</span>
            </A>
          )}
        </For>
      </div>
    </Show>
  )
}
