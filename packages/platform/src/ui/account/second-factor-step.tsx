import { Button, FormField, TextInput } from '@crm/widgets/ui'
import { createSignal, onMount, Show, untrack } from 'solid-js'
import type { Arrival, Factor } from '../../index.ts'
import { messages } from '../../messages/index.ts'
import { platformApi } from '../platform-api.ts'
import { failureOf } from '../refused.ts'
import { failureText, useText } from '../text.ts'

/** The second step: a code of the app, a recovery code, or a key. */
export default function SecondFactorStep(props: { readonly factors: readonly Factor[]; readonly onArrival: (arrival: Arrival) => void; readonly onBack: () => void }) {
  const text = useText(messages)
  const has = (factor: Factor) => props.factors.includes(factor)
  const [kind, setKind] = createSignal<'totp' | 'recovery'>(untrack(() => (has('totp') ? 'totp' : 'recovery')))
  const [code, setCode] = createSignal('')
  const [problem, setProblem] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  let form: HTMLFormElement | undefined
  onMount(() => form?.querySelector('input')?.focus())
  const attempt = async (prove: () => Promise<Arrival>) => {
    if (isBusy()) return
    setBusy(true)
    setProblem('')
    try {
      props.onArrival(await prove())
    } catch (error) {
      const failure = failureOf(error)
      // The half-open session is over: from the beginning.
      if (failure.code === 'signed-out') props.onBack()
      setProblem(failure.code === 'internal' ? text('account.factor.keyFailed') : failureText(failure))
      setCode('')
    } finally {
      setBusy(false)
    }
  }
  const byCode = () => {
    const typed = { kind: kind(), code: code() }
    return attempt(() => platformApi.factor.prove.run(typed))
  }
  const byKey = () =>
    attempt(async () => {
      const { startAuthentication } = await import('@simplewebauthn/browser')
      const response = await startAuthentication({ optionsJSON: await platformApi.factor.passkeyQuestion.run() })
      return platformApi.factor.prove.run({ kind: 'passkey', response })
    })
  return (
    <form
      ref={form}
      class="d-grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void byCode()
      }}
    >
      <h2>{text('account.factor.stepTitle')}</h2>
      <Show when={has('passkey')}>
        <Button look={has('totp') ? 'secondary' : 'primary'} icon="shield" isBusy={isBusy()} onClick={() => void byKey()}>
          {text('account.factor.usePasskey')}
        </Button>
      </Show>
      <Show when={has('totp') || has('recovery')}>
        <FormField
          name="code"
          label={text(kind() === 'totp' ? 'account.factor.code' : 'account.factor.recovery')}
          help={text(kind() === 'totp' ? 'account.factor.codeHelp' : 'account.factor.recoveryHelp')}
        >
          {(input) => <TextInput input={input} value={code()} onInput={setCode} isNumber={kind() === 'totp'} autocomplete="one-time-code" maxLength={40} />}
        </FormField>
      </Show>
      <Show when={problem()}>
        <div class="alert alert-danger mb-0 py-2" role="alert">
          {problem()}
        </div>
      </Show>
      <Show when={has('totp') || has('recovery')}>
        <Button type="submit" look="primary" isBusy={isBusy()} disabled={code() === ''}>
          {text('account.factor.submit')}
        </Button>
      </Show>
      <Show when={has('totp') && has('recovery')}>
        <button type="button" class="btn btn-sm btn-link" onClick={() => setKind(kind() === 'totp' ? 'recovery' : 'totp')}>
          {text(kind() === 'totp' ? 'account.factor.useRecovery' : 'account.factor.useCode')}
        </button>
      </Show>
    </form>
  )
}
