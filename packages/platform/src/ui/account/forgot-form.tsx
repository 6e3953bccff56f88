import { Button, FormField, TextInput } from '@crm/widgets/ui'
import { createSignal, Show, untrack } from 'solid-js'
import { messages } from '../../messages/index.ts'
import { createCaptcha } from '../captcha/captcha.tsx'
import { platformApi } from '../platform-api.ts'
import { failureOf } from '../refused.ts'
import { failureText, useText } from '../text.ts'

/** Ask for a link; the answer is the same whether there is such an account or not. */
export default function ForgotForm(props: { readonly login?: string; readonly onBack: () => void }) {
  const text = useText(messages)
  const captcha = createCaptcha('forgot')
  const [login, setLogin] = createSignal(untrack(() => props.login ?? ''))
  const [isSent, setSent] = createSignal(false)
  const [problem, setProblem] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setBusy(true)
    setProblem('')
    try {
      const typed = login()
      await captcha.around((answer) => platformApi.password.forgot.run({ login: typed, captcha: answer }))
      setSent(true)
    } catch (error) {
      setProblem(failureText(failureOf(error)))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form onSubmit={submit} class="d-grid gap-3">
      <div>
        <h2>{text('account.forgot.title')}</h2>
        <p class="crm-quiet mb-0" role={isSent() ? 'status' : undefined}>
          {isSent() ? text('account.forgot.sent') : text('account.forgot.lead')}
        </p>
      </div>
      <Show when={!isSent()}>
        <FormField name="forgot-login" label={text('signIn.login')}>
          {(input) => <TextInput input={input} value={login()} onInput={setLogin} autocomplete="username" maxLength={160} />}
        </FormField>
        <captcha.Box />
        <Show when={problem()}>
          <div class="alert alert-danger mb-0 py-2" role="alert">
            {problem()}
          </div>
        </Show>
        <Button type="submit" look="primary" isBusy={isBusy()} disabled={login() === ''}>
          {text('account.forgot.send')}
        </Button>
      </Show>
      <div>
        <Button look="quiet" onClick={() => props.onBack()}>
          {text('account.forgot.back')}
        </Button>
      </div>
    </form>
  )
}
