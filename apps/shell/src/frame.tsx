import { uis } from '@crm/catalog/ui'
import { FailureMessage, isOnline, keepRecordPages, language, openChanges, PasswordBanner, person, platformMessages, SeeAsBar, SignInAgain, useText } from '@crm/platform/ui'
import { Toasts } from '@crm/widgets/ui'
import { Router, useLocation } from '@solidjs/router'
import { createEffect, createSignal, ErrorBoundary, type JSX, onCleanup, Show, Suspense } from 'solid-js'
import { KeysHelp } from './keys-help.tsx'
import { Menu } from './menu.tsx'
import { routes } from './routes.tsx'
import { TopBar } from './top-bar.tsx'

keepRecordPages(uis)

/** Menu, top bar and the page between them; everything for somebody who is signed in. */
export default function Frame(props: { readonly company: string }) {
  onCleanup(openChanges())
  return <Router root={(page) => <Layout company={props.company}>{page.children}</Layout>}>{routes(uis)}</Router>
}

function Layout(props: { readonly company: string; readonly children: JSX.Element }) {
  const text = useText(platformMessages)
  const location = useLocation()
  const [isFolded, setFolded] = createSignal(localStorage.getItem('crm.menu') === 'folded')
  const [isOpen, setOpen] = createSignal(false)
  createEffect(() => localStorage.setItem('crm.menu', isFolded() ? 'folded' : 'open'))
  createEffect(() => {
    void location.pathname
    setOpen(false)
  })
  return (
    <div class="crm-frame" classList={{ 'is-folded': isFolded(), 'is-open': isOpen() }} data-language={language()} data-login={person()?.login}>
      <a href="#content" class="crm-skip btn btn-primary">
        {text('frame.skip')}
      </a>
      <Menu uis={uis} company={props.company} isFolded={isFolded()} onFold={() => setFolded(!isFolded())} />
      <TopBar uis={uis} onMenu={() => setOpen(!isOpen())} />
      <main id="content" class="crm-main" tabIndex={-1}>
        <PasswordBanner />
        <ErrorBoundary fallback={(error, reset) => <FailureMessage error={error} again={reset} />}>
          <Suspense>{props.children}</Suspense>
        </ErrorBoundary>
      </main>
      <Show when={!isOnline()}>
        <div class="crm-offline" role="status">
          {text('frame.offline')}
        </div>
      </Show>
      <SeeAsBar />
      <SignInAgain />
      <KeysHelp />
      <Toasts />
    </div>
  )
}
