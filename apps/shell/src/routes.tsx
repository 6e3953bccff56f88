import { DeniedPage, HelpPage, LostPage, MyRemindersPage, NoticesPage, SettingsPage, TodoPage, type UiApp, type UiPage, useCanSome } from '@crm/platform/ui'
import { Route } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { StartPage } from './start-page.tsx'

/** Every page of every app at its address, each behind its right. */
export function routes(uis: readonly UiApp[]) {
  const apps = uis.map((ui) => ui.app)
  return (
    <>
      <Route path="/" component={() => <StartPage uis={uis} />} />
      <Route path="/help/:app?/:id?" component={() => <HelpPage apps={apps} />} />
      <Route path="/notices" component={() => <NoticesPage apps={apps} />} />
      <Route path="/todo" component={() => <TodoPage apps={apps} />} />
      <Route path="/reminders" component={() => <MyRemindersPage apps={apps} />} />
      <Route path="/settings" component={SettingsPage} />
      <For each={uis}>{(ui) => <For each={ui.pages}>{(page) => <Route path={page.path} component={() => <Guarded ui={ui} page={page} />} />}</For>}</For>
      <Route path="*" component={LostPage} />
    </>
  )
}

function Guarded(props: { readonly ui: UiApp; readonly page: UiPage }) {
  const can = useCanSome()
  return (
    <Show when={can(props.page.right)} fallback={<DeniedPage right={props.page.right} app={props.ui.app} />}>
      <Dynamic component={props.page.component} />
    </Show>
  )
}
