import { platformMessages, sentenceOf, type UiApp, useCanSome, useText } from '@crm/platform/ui'
import { Button, Icon } from '@crm/widgets/ui'
import { A } from '@solidjs/router'
import { For } from 'solid-js'

/** The apps with their pages, as far as the person may open them. */
export function Menu(props: { readonly uis: readonly UiApp[]; readonly company: string; readonly isFolded: boolean; readonly onFold: () => void }) {
  const text = useText(platformMessages)
  const can = useCanSome()
  const pagesOf = (ui: UiApp) => ui.pages.filter((page) => page.isInMenu && can(page.right))
  return (
    <nav class="crm-menu" aria-label={text('frame.menu')}>
      <A href="/" class="crm-brand text-decoration-none" end>
        <span class="crm-brand-mark" aria-hidden="true" />
        <span class="crm-label">{props.company}</span>
      </A>
      <A href="/" class="crm-item" end>
        <Icon name="house" />
        <span class="crm-label">{text('frame.start')}</span>
      </A>
      <For each={props.uis.filter((ui) => pagesOf(ui).length > 0)}>
        {(ui) => (
          <>
            <div class="crm-app">
              <span class="crm-label">{sentenceOf(ui.app.messages, 'title')}</span>
            </div>
            <For each={pagesOf(ui)}>
              {(page) => (
                <A href={page.path} class="crm-item" title={props.isFolded ? sentenceOf(ui.app.messages, page.title) : undefined}>
                  <Icon name={page.icon ?? ui.menu.icon} />
                  <span class="crm-label">{sentenceOf(ui.app.messages, page.title)}</span>
                </A>
              )}
            </For>
          </>
        )}
      </For>
      <div class="crm-fold">
        <Button look="quiet" icon="fold" label={props.isFolded ? text('frame.unfold') : text('frame.fold')} onClick={() => props.onFold()} />
      </div>
    </nav>
  )
}
