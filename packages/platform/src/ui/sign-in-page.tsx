import { lazy, Show, Suspense } from 'solid-js'
import type { Welcome } from '../index.ts'
import { messages } from '../messages/index.ts'
import { SignInFlow } from './account/sign-in-flow.tsx'
import { arrive } from './arrive.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { useText } from './text.ts'

const RenewPassword = lazy(() => import('./account/renew-password.tsx'))

export function SignInPage(props: { readonly welcome: Welcome; readonly renewToken?: string | null; readonly onRenewed?: () => void }) {
  const text = useText(messages)
  return (
    <main class="crm-signin">
      <div class="crm-signin-box">
        <h1>{props.welcome.company}</h1>
        <Show
          when={props.renewToken}
          fallback={
            <>
              <p class="crm-quiet">{text('signIn.title')}</p>
              <SignInFlow start={props.welcome.halfway ?? null} onDone={arrive} mayForget />
            </>
          }
        >
          {(token) => (
            <Suspense>
              <RenewPassword token={token()} onDone={() => props.onRenewed?.()} />
            </Suspense>
          )}
        </Show>
        <Show when={props.welcome.isDemo}>
          <p class="form-text mt-3 mb-0">{text('signIn.samples')}</p>
        </Show>
        <div class="mt-3">
          <LanguageSwitch />
        </div>
      </div>
    </main>
  )
}
