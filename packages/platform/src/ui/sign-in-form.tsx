import { Button, FormField, TextInput } from '@crm/widgets/ui'
import { createSignal, onMount, Show, untrack } from 'solid-js'
import type { Arrival } from '../index.ts'
import { messages } from '../messages/index.ts'
import { createCaptcha } from './captcha/captcha.tsx'
import { platformApi } from './platform-api.ts'
import { failureOf } from './refused.ts'
import { language } from './session.ts'
import { failureText, useText } from './text.ts'

/** Login and password; the password field empties on a wrong answer, the login stays. */
export function SignInForm(props: { readonly login?: string; readonly onArrival: (arrival: Arrival) => void }) {
  const text = useText(messages)
  const captcha = createCaptcha('sign_in')
  const [login, setLogin] = createSignal(untrack(() => props.login) ?? '')
  const [password, setPassword] = createSignal('')
  const [problem, setProblem] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  let form: HTMLFormElement | undefined
  onMount(() => form?.querySelector<HTMLInputElement>(login() ? '[type=password]' : 'input')?.focus())
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isBusy()) return
    setBusy(true)
    setProblem('')
    try {
      const typed = { login: login(), password: password(), language: language() }
      props.onArrival(await captcha.around((answer) => platformApi.session.signIn.run({ ...typed, captcha: answer })))
    } catch (error) {
      setProblem(failureText(failureOf(error)))
      setPassword('')
      form?.querySelector<HTMLInputElement>('[type=password]')?.focus()
    } finally {
      setBusy(false)
    }
  }
  return (
    <form ref={form} onSubmit={submit} class="d-grid gap-3">
      <FormField name="login" label={text('signIn.login')}>
        {(input) => <TextInput input={input} value={login()} onInput={setLogin} autocomplete="username" maxLength={160} />}
      </FormField>
      <FormField name="password" label={text('signIn.password')}>
        {(input) => <TextInput input={input} type="password" value={password()} onInput={setPassword} autocomplete="current-password" maxLength={1000} />}
      </FormField>
      <captcha.Box />
      <Show when={problem()}>
        <div class="alert alert-danger mb-0 py-2" role="alert">
          {problem()}
        </div>
      </Show>
      <Button type="submit" look="primary" isBusy={isBusy()} disabled={login() === '' || password() === ''}>
        {text('signIn.submit')}
      </Button>
    </form>
  )
}
