import { Button, FormField, TextInput } from '@crm/widgets/ui'
import { createSignal, For, Show } from 'solid-js'
import { type Arrival, type FailureData, issuesOf } from '../../index.ts'
import { messages } from '../../messages/index.ts'
import { createLive } from '../live.ts'
import { platformApi } from '../platform-api.ts'
import { failureOf } from '../refused.ts'
import { failureText, issueText, useText } from '../text.ts'

interface SetupProps {
  /** The password, where it was asked for; in the middle of signing in it was just given. */
  readonly password?: string | undefined
  readonly onDone: (done: { arrival: Arrival; recoveryCodes: readonly string[] | null }) => void
}

const said = (failure: FailureData | null): string => {
  if (!failure) return ''
  const [issue] = issuesOf(failure)
  return issue ? issueText(issue) : failureText(failure)
}

/** A QR code for the app in the phone, and the first code that proves it was scanned. */
export function TotpSetup(props: SetupProps) {
  const text = useText(messages)
  // Not a resource of Solid's: it would suspend the page, and a dialog that is taken out of it comes back as no modal one.
  const draft = createLive(
    () => props.password,
    async (password) => {
      const made = await platformApi.factor.draftTotp.run({ password })
      const { renderSVG } = await import('uqr')
      return { ...made, picture: `data:image/svg+xml,${encodeURIComponent(renderSVG(made.uri, { border: 2 }))}` }
    },
  )
  const [code, setCode] = createSignal('')
  const [failure, setFailure] = createSignal<FailureData | null>(null)
  const [isBusy, setBusy] = createSignal(false)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setBusy(true)
    setFailure(null)
    try {
      props.onDone(await platformApi.factor.addTotp.run({ code: code() }))
    } catch (error) {
      setFailure(failureOf(error))
      setCode('')
    } finally {
      setBusy(false)
    }
  }
  return (
    <Show when={!draft.error()} fallback={<p class="text-danger-emphasis">{said(failureOf(draft.error()))}</p>}>
      <Show when={draft.value()}>
        {(made) => (
          <form class="d-grid gap-3 crm-narrow-form" onSubmit={submit}>
            <p class="mb-0">{text('account.factor.appScan')}</p>
            <img class="crm-qr" src={made().picture} alt={made().uri} />
            <p class="mb-0 crm-quiet">
              {text('account.factor.appSecret')} <code>{made().secret.replace(/(.{4})/g, '$1 ')}</code>
            </p>
            <FormField name="code" label={text('account.factor.code')} error={said(failure()) || undefined}>
              {(input) => <TextInput input={input} value={code()} onInput={setCode} isNumber autocomplete="one-time-code" maxLength={10} />}
            </FormField>
            <div>
              <Button type="submit" look="primary" isBusy={isBusy()} disabled={code().trim().length < 6}>
                {text('account.factor.submit')}
              </Button>
            </div>
          </form>
        )}
      </Show>
    </Show>
  )
}

/** A key of this device or a USB one. */
export function PasskeySetup(props: SetupProps) {
  const text = useText(messages)
  const [name, setName] = createSignal('')
  const [failure, setFailure] = createSignal<FailureData | null>(null)
  const [isBusy, setBusy] = createSignal(false)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setBusy(true)
    setFailure(null)
    try {
      const optionsJSON = await platformApi.factor.draftPasskey.run({ password: props.password })
      const { startRegistration } = await import('@simplewebauthn/browser')
      props.onDone(await platformApi.factor.addPasskey.run({ response: await startRegistration({ optionsJSON }), name: name() }))
    } catch (error) {
      setFailure(failureOf(error))
    } finally {
      setBusy(false)
    }
  }
  const problem = () => (failure()?.code === 'internal' ? text('account.factor.keyFailed') : said(failure()))
  return (
    <form class="d-grid gap-3 crm-narrow-form" onSubmit={submit}>
      <FormField name="key-name" label={text('account.factor.keyName')} help={text('account.factor.keyNameHelp')} error={problem() || undefined}>
        {(input) => <TextInput input={input} value={name()} onInput={setName} maxLength={80} />}
      </FormField>
      <div>
        <Button type="submit" look="primary" isBusy={isBusy()} disabled={name().trim() === ''}>
          {text('account.factor.keyAdd')}
        </Button>
      </div>
    </form>
  )
}

/** Shown once; going on says that they are written down. */
export function RecoveryCodes(props: { readonly codes: readonly string[]; readonly onKept: () => void }) {
  const text = useText(messages)
  return (
    <div class="d-grid gap-3">
      <p class="mb-0">{text('account.factor.codesShow')}</p>
      <ul class="crm-codes">
        <For each={props.codes}>
          {(code) => (
            <li>
              <code>{code}</code>
            </li>
          )}
        </For>
      </ul>
      <div>
        <Button look="primary" onClick={() => props.onKept()}>
          {text('account.factor.codesKept')}
        </Button>
      </div>
    </div>
  )
}
