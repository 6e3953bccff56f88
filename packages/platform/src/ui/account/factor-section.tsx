import { platformRights } from '../../index.ts'
import { Button, Dialog, FormField, Skeleton, TextInput } from '@crm/widgets/ui'
import { createResource, createSignal, For, Match, Show, Switch } from 'solid-js'
import { type Arrival, type FailureData, issuesOf } from '../../index.ts'
import { messages } from '../../messages/index.ts'
import { FailureMessage } from '../failure-message.tsx'
import { formatMoment } from '../format.ts'
import { platformApi } from '../platform-api.ts'
import { failureOf } from '../refused.ts'
import { RightButton } from '../right-button.tsx'
import { enter } from '../session.ts'
import { failureText, issueText, useText } from '../text.ts'
import { PasskeySetup, RecoveryCodes, TotpSetup } from './factor-setup.tsx'

type Act =
  | { readonly is: 'add-totp' }
  | { readonly is: 'add-passkey' }
  | { readonly is: 'remove'; readonly kind: 'totp' | 'passkey'; readonly id?: string }
  | { readonly is: 'codes' }

/** The app with codes, keys and recovery codes; every change asks for the password. */
export function FactorSection() {
  const text = useText(messages)
  const [state, { refetch }] = createResource(() => platformApi.factor.state.fetch())
  const [act, setAct] = createSignal<Act | null>(null)
  const right = platformRights.account.secondFactor
  return (
    <section class="crm-section" id="factor">
      <h2>{text('account.factor.title')}</h2>
      <p class="crm-quiet">{text('account.factor.lead')}</p>
      <Show when={!state.error} fallback={<FailureMessage error={state.error} again={() => void refetch()} />}>
        <Show when={state.latest} fallback={<Skeleton lines={3} label={text('account.factor.title')} />}>
          {(known) => (
            <>
              <Show when={known().isDemanded}>
                <p>{text('account.factor.demanded')}</p>
              </Show>
              <ul class="crm-lines">
                <li>
                  <span>
                    <strong>{text('account.factor.app')}</strong>
                    <small class="d-block crm-quiet">
                      {known().totpSince ? text('account.factor.appOn', { moment: formatMoment(known().totpSince ?? '') }) : text('account.factor.none')}
                    </small>
                  </span>
                  <Show
                    when={known().totpSince}
                    fallback={
                      <RightButton right={right} onClick={() => setAct({ is: 'add-totp' })}>
                        {text('account.factor.appAdd')}
                      </RightButton>
                    }
                  >
                    <RightButton right={right} look="danger" onClick={() => setAct({ is: 'remove', kind: 'totp' })}>
                      {text('account.factor.remove')}
                    </RightButton>
                  </Show>
                </li>
                <For each={known().passkeys}>
                  {(key) => (
                    <li>
                      <span>
                        <strong>{key.name}</strong>
                        <small class="d-block crm-quiet">{text('account.factor.keyUsed', { moment: formatMoment(key.usedAt ?? key.createdAt) })}</small>
                      </span>
                      <RightButton right={right} look="danger" onClick={() => setAct({ is: 'remove', kind: 'passkey', id: key.id })}>
                        {text('account.factor.remove')}
                      </RightButton>
                    </li>
                  )}
                </For>
                <li>
                  <span>{text('account.factor.keys')}</span>
                  <RightButton right={right} onClick={() => setAct({ is: 'add-passkey' })}>
                    {text('account.factor.keyAdd')}
                  </RightButton>
                </li>
                <Show when={known().totpSince ?? known().passkeys.length > 0}>
                  <li>
                    <span>
                      <strong>{text('account.factor.codes')}</strong>
                      <small class="d-block crm-quiet">{text('account.factor.codesLeft', { count: known().recoveryCodesLeft })}</small>
                    </span>
                    <RightButton right={right} onClick={() => setAct({ is: 'codes' })}>
                      {text('account.factor.codesNew')}
                    </RightButton>
                  </li>
                </Show>
              </ul>
            </>
          )}
        </Show>
      </Show>
      <Show when={act()}>
        {(wanted) => (
          <FactorDialog
            act={wanted()}
            onClose={() => {
              setAct(null)
              void refetch()
            }}
          />
        )}
      </Show>
    </section>
  )
}

/** Password first, then what was wanted, then the codes where there are new ones. */
function FactorDialog(props: { readonly act: Act; readonly onClose: () => void }) {
  const text = useText(messages)
  const [password, setPassword] = createSignal('')
  const [isSetUp, setSetUp] = createSignal(false)
  const [codes, setCodes] = createSignal<readonly string[] | null>(null)
  const [failure, setFailure] = createSignal<FailureData | null>(null)
  const [isBusy, setBusy] = createSignal(false)
  const problem = () => {
    const refused = failure()
    if (!refused) return undefined
    const [issue] = issuesOf(refused)
    return issue ? issueText(issue) : failureText(refused)
  }
  const proceed = async (event: SubmitEvent) => {
    event.preventDefault()
    const { act } = props
    if (act.is === 'add-totp' || act.is === 'add-passkey') return void setSetUp(true)
    setBusy(true)
    setFailure(null)
    try {
      if (act.is === 'codes') return void setCodes(await platformApi.factor.recoveryCodes.run({ password: password() }))
      await platformApi.factor.remove.run({ kind: act.kind, id: act.id, password: password() })
      props.onClose()
    } catch (error) {
      setFailure(failureOf(error))
    } finally {
      setBusy(false)
    }
  }
  const onDone = ({ arrival, recoveryCodes }: { arrival: Arrival; recoveryCodes: readonly string[] | null }) => {
    if (arrival.stage === 'in') enter(arrival.me)
    if (recoveryCodes) setCodes(recoveryCodes)
    else props.onClose()
  }
  return (
    <Dialog title={text('account.factor.title')} closeLabel={text('frame.close')} onClose={props.onClose}>
      <Switch
        fallback={
          <form class="d-grid gap-3" onSubmit={proceed}>
            <FormField name="factor-password" label={text('account.factor.password')} error={problem()}>
              {(input) => <TextInput input={input} type="password" value={password()} onInput={setPassword} autocomplete="current-password" maxLength={1000} />}
            </FormField>
            <div class="d-flex gap-2">
              <Button type="submit" look="primary" isBusy={isBusy()} disabled={password() === ''}>
                {text('account.factor.proceed')}
              </Button>
              <Button onClick={() => props.onClose()}>{text('account.factor.cancel')}</Button>
            </div>
          </form>
        }
      >
        <Match when={codes()}>{(made) => <RecoveryCodes codes={made()} onKept={props.onClose} />}</Match>
        <Match when={isSetUp() && props.act.is === 'add-totp'}>
          <TotpSetup password={password()} onDone={onDone} />
        </Match>
        <Match when={isSetUp() && props.act.is === 'add-passkey'}>
          <PasskeySetup password={password()} onDone={onDone} />
        </Match>
      </Switch>
    </Dialog>
  )
}
