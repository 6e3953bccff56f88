import { apps } from '@crm/catalog'
import { leave, NoticesBell, person, platformApi, platformMessages, sentenceOf, TodoLink, type UiApp, useText } from '@crm/platform/ui'
import { Button, Icon, Popup } from '@crm/widgets/ui'
import { A, useLocation } from '@solidjs/router'
import { createMemo, For } from 'solid-js'
import { GlobalSearch } from './global-search.tsx'
import { helpAddress } from './help-address.ts'

/** Where one is, the bell, help, and one's own things. */
export function TopBar(props: { readonly uis: readonly UiApp[]; readonly onMenu: () => void }) {
  const text = useText(platformMessages)
  const location = useLocation()
  const crumbs = createMemo(() => crumbsOf(props.uis, location.pathname, text('frame.start')))
  const signOut = async () => {
    await platformApi.session.signOut.run().catch(() => undefined) // the cookie ends by itself when the server is away
    leave()
  }
  return (
    <header class="crm-top">
      <span class="crm-open-menu">
        <Button look="quiet" icon="list" label={text('frame.menu')} onClick={() => props.onMenu()} />
      </span>
      <nav aria-label="breadcrumb" class="me-auto overflow-hidden">
        <ol class="breadcrumb">
          <For each={crumbs()}>
            {(crumb, index) => (
              <li class="breadcrumb-item" aria-current={index() === crumbs().length - 1 ? 'page' : undefined}>
                {crumb.path ? <A href={crumb.path}>{crumb.title}</A> : crumb.title}
              </li>
            )}
          </For>
        </ol>
      </nav>
      <GlobalSearch uis={props.uis} />
      <TodoLink />
      <NoticesBell apps={apps} />
      <A href={helpAddress(props.uis, location.pathname)} class="btn btn-sm btn-quiet" aria-label={text('frame.help')} title={text('frame.help')}>
        <Icon name="question" />
      </A>
      <Popup button={{ look: 'quiet', icon: 'person', children: person()?.name }}>
        {(close) => (
          <>
            <A href="/settings" class="crm-choice" onClick={close}>
              <Icon name="gear" />
              {text('frame.settings')}
            </A>
            <button type="button" class="crm-choice" onClick={() => void signOut()}>
              <Icon name="signOut" />
              {text('frame.signOut')}
            </button>
          </>
        )}
      </Popup>
    </header>
  )
}

interface Crumb {
  readonly title: string
  readonly path: string | null
}

/** Start, the app, the page of its menu that the address lies under. */
function crumbsOf(uis: readonly UiApp[], path: string, start: string): Crumb[] {
  const trail: Crumb[] = [{ title: start, path: path === '/' ? null : '/' }]
  for (const ui of uis) {
    const page = ui.pages.filter((one) => one.isInMenu && (path === one.path || path.startsWith(`${one.path}/`))).at(0)
    if (page)
      return [
        ...trail,
        { title: sentenceOf(ui.app.messages, 'title'), path: null },
        { title: sentenceOf(ui.app.messages, page.title), path: path === page.path ? null : page.path },
      ]
  }
  return trail
}
