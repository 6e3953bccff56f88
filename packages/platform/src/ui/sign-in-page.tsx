import { Show } from 'solid-js'
import type { Welcome } from '../index.ts'
import { messages } from '../messages/index.ts'
import { arrive } from './arrive.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { useText } from './text.ts'

export function SignInPage(props: { readonly welcome: Welcome }) {
  const text = useText(messages)
  return (
    <main class="crm-signin">
      <div class="crm-signin-box">
        <h1>{props.welcome.company}</h1>
        <p class="crm-quiet">{text('signIn.title')}</p>
        <SignInForm onDone={arrive} />
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
