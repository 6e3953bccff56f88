import { Button, FormField, TextInput } from '@crm/widgets/ui'
import { createSignal, Show } from 'solid-js'
import type { Arrival } from '../../index.ts'
import { messages } from '../../messages/index.ts'
import { platformApi } from '../platform-api.ts'
import { failureOf } from '../refused.ts'
import { failureText, useText } from '../text.ts'

/** The password again, because the session was seen in a strange place. */
export default function ConfirmStep(props: { readonly login: string; readonly onArrival: (arrival: Arrival) => void }) {
  const text = useText(messages)
  const [password, setPassword] = createSignal('')
  const [problem, setProblem] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setBusy(true)
    setProblem('')
    try {
      props.onArrival(await platformApi.session.confirm.run({ password: password() }))
    } catch (error) {
      setProblem(failureText(failureOf(error)))
      setPassword('')
    } finally {
      setBusy(false)
    }
  }
  return (
    <form onSubmit={submit} class="d-grid gap-3">
      <div>
        <h2>{text('account.confirm.title')}</h2>
        <p class="crm-quiet mb-0">{text('account.confirm.lead')}</p>
      </div>
      <input type="text" autocomplete="username" value={props.login} readOnly hidden />
      <FormField name="password" label={text('signIn.password')}>
        {(input) => <TextInput input={input} type="password" value={password()} onInput={setPassword} autocomplete="current-password" maxLength={1000} />}
      </FormField>
      <Show when={problem()}>
        <div class="alert alert-danger mb-0 py-2" role="alert">
          {problem()}
        </div>
      </Show>
      <Button type="submit" look="primary" isBusy={isBusy()} disabled={password() === ''}>
        {text('account.confirm.submit')}
      </Button>
    </form>
  )
}
