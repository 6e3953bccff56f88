import { Button, Skeleton, toast } from '@crm/widgets/ui'
import { createResource, createSignal, Show } from 'solid-js'
import { type FailureData, issuesOf } from '../../index.ts'
import { messages } from '../../messages/index.ts'
import { platformApi } from '../platform-api.ts'
import { failureOf } from '../refused.ts'
import { failureText, issueText, useText } from '../text.ts'
import { NewPasswordField } from './new-password-field.tsx'

/** The page of a link: whose password it is and a new one, or why the link is worth nothing any more. */
export default function RenewPassword(props: { readonly token: string; readonly onDone: () => void }) {
  const text = useText(messages)
  const [link] = createResource(
    () => props.token,
    (token) => platformApi.password.link.fetch({ token }),
  )
  const [next, setNext] = createSignal('')
  const [isShown, setShown] = createSignal(false)
  const [failure, setFailure] = createSignal<FailureData | null>(null)
  const [isBusy, setBusy] = createSignal(false)
  const issue = () => {
    const refused = failure()
    return refused ? issuesOf(refused).find((one) => one.path === 'password') : undefined
  }
  const problem = () => {
    if (link.error) return failureText(failureOf(link.error))
    const refused = failure()
    return refused && refused.code !== 'invalid' ? failureText(refused) : ''
  }
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setBusy(true)
    setFailure(null)
    try {
      await platformApi.password.renew.run({ token: props.token, password: next() })
      toast({ text: text('account.renew.done') })
      props.onDone()
    } catch (error) {
      setFailure(failureOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form onSubmit={submit} class="d-grid gap-3">
      <Show when={problem()}>
        <div class="alert alert-danger mb-0 py-2" role="alert">
          {problem()}
        </div>
      </Show>
      <Show
        when={!link.error}
        fallback={
          <Button look="primary" onClick={() => props.onDone()}>
            {text('account.forgot.back')}
          </Button>
        }
      >
        <Show when={link.latest} fallback={<Skeleton lines={3} label={text('frame.loading')} />}>
          {(whose) => (
            <>
              <h2>{text('account.renew.title', { name: whose().name })}</h2>
              <input type="text" autocomplete="username" value={whose().login} readOnly hidden />
              <NewPasswordField
                value={next()}
                onInput={setNext}
                error={((one) => (one ? issueText(one) : undefined))(issue())}
                isShown={isShown()}
                ownWords={[whose().login, whose().name]}
              />
              <label class="form-check">
                <input type="checkbox" class="form-check-input" checked={isShown()} onChange={(event) => setShown(event.currentTarget.checked)} />
                <span class="form-check-label">{text('account.password.show')}</span>
              </label>
              <Button type="submit" look="primary" isBusy={isBusy()} disabled={next() === ''}>
                {text('account.renew.save')}
              </Button>
            </>
          )}
        </Show>
      </Show>
    </form>
  )
}
