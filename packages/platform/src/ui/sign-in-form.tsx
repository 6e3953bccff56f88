import { Button, FormField, TextInput } from '@crm/widgets/ui'
import { createSignal, onMount, Show, untrack } from 'solid-js'
import type { Me } from '../index.ts'
import { messages } from '../messages/index.ts'
import { platformApi } from './platform-api.ts'
import { failureOf } from './refused.ts'
import { language } from './session.ts'
import { failureText, useText } from './text.ts'

/** Login and password; the password field empties on a wrong answer, the login stays. */
export function SignInForm(props: { readonly login?: string; readonly onDone: (me: Me) => void }) {
  const text = useText(messages)
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
      props.onDone(await platformApi.session.signIn.run({ login: login(), password: password(), language: language() }))
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
        {(input) => <TextInput input={input} type="password" value={password()} onInput={setPassword} autocomplete="current-password" maxLength={128} />}
      </FormField>
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
