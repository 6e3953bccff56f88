import { Button, FormField, TextInput } from '@crm/widgets/ui'
import { createSignal, onMount, Show } from 'solid-js'
import { type Arrival, type FailureData, issuesOf } from '../../index.ts'
import { messages } from '../../messages/index.ts'
import { platformApi } from '../platform-api.ts'
import { failureOf } from '../refused.ts'
import { failureText, issueText, useText } from '../text.ts'
import { NewPasswordField } from './new-password-field.tsx'

/** The current password and a new one. */
export function ChangePasswordForm(props: {
  readonly login: string
  readonly ownWords: readonly string[]
  readonly takesFocus?: boolean
  readonly onArrival: (arrival: Arrival) => void
}) {
  const text = useText(messages)
  const [current, setCurrent] = createSignal('')
  const [next, setNext] = createSignal('')
  const [isShown, setShown] = createSignal(false)
  const [failure, setFailure] = createSignal<FailureData | null>(null)
  const [isBusy, setBusy] = createSignal(false)
  let form: HTMLFormElement | undefined
  onMount(() => props.takesFocus && form?.querySelector<HTMLInputElement>('input[type=password]')?.focus())
  const errorAt = (path: string) => {
    const refused = failure()
    const issue = refused ? issuesOf(refused).find((one) => one.path === path) : undefined
    return issue ? issueText(issue) : undefined
  }
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isBusy()) return
    setBusy(true)
    setFailure(null)
    try {
      const arrival = await platformApi.password.change.run({ current: current(), password: next() })
      setCurrent('')
      setNext('')
      props.onArrival(arrival)
    } catch (error) {
      setFailure(failureOf(error))
      form?.querySelector<HTMLInputElement>(errorAt('current') ? '#field-current-password' : '#field-new-password')?.focus()
    } finally {
      setBusy(false)
    }
  }
  return (
    <form ref={form} onSubmit={submit} class="d-grid gap-3 crm-narrow-form">
      {/* For password managers: whose password this is. */}
      <input type="text" autocomplete="username" value={props.login} readOnly hidden />
      <FormField name="current-password" label={text('account.password.current')} error={errorAt('current')}>
        {(input) => <TextInput input={input} type={isShown() ? 'text' : 'password'} value={current()} onInput={setCurrent} autocomplete="current-password" maxLength={1000} />}
      </FormField>
      <NewPasswordField value={next()} onInput={setNext} error={errorAt('password')} isShown={isShown()} ownWords={props.ownWords} />
      <label class="form-check">
        <input type="checkbox" class="form-check-input" checked={isShown()} onChange={(event) => setShown(event.currentTarget.checked)} />
        <span class="form-check-label">{text('account.password.show')}</span>
      </label>
      <Show when={failure() && failure()?.code !== 'invalid' ? failure() : null}>
        {(refused) => (
          <div class="alert alert-danger mb-0 py-2" role="alert">
            {failureText(refused())}
          </div>
        )}
      </Show>
      <div>
        <Button type="submit" look="primary" isBusy={isBusy()} disabled={current() === '' || next() === ''}>
          {text('account.password.change')}
        </Button>
      </div>
    </form>
  )
}
