import { Button } from '@crm/widgets/ui'
import { createSignal, Match, Switch } from 'solid-js'
import type { Arrival } from '../../index.ts'
import { messages } from '../../messages/index.ts'
import { useText } from '../text.ts'
import { PasskeySetup, RecoveryCodes, TotpSetup } from './factor-setup.tsx'

/** An account that demands a second factor and has none: it is set up on the way in. */
export default function EnrolStep(props: { readonly onArrival: (arrival: Arrival) => void }) {
  const text = useText(messages)
  const [way, setWay] = createSignal<'totp' | 'passkey' | null>(null)
  const [done, setDone] = createSignal<{ arrival: Arrival; recoveryCodes: readonly string[] } | null>(null)
  const onDone = ({ arrival, recoveryCodes }: { arrival: Arrival; recoveryCodes: readonly string[] | null }) => {
    if (recoveryCodes) setDone({ arrival, recoveryCodes })
    else props.onArrival(arrival)
  }
  return (
    <div class="d-grid gap-3">
      <div>
        <h2>{text('account.factor.enrolTitle')}</h2>
        <p class="crm-quiet mb-0">{text('account.factor.enrolLead')}</p>
      </div>
      <Switch
        fallback={
          <>
            <Button look="primary" onClick={() => setWay('totp')}>
              {text('account.factor.appAdd')}
            </Button>
            <Button onClick={() => setWay('passkey')}>{text('account.factor.keyAdd')}</Button>
          </>
        }
      >
        <Match when={done()}>{(made) => <RecoveryCodes codes={made().recoveryCodes} onKept={() => props.onArrival(made().arrival)} />}</Match>
        <Match when={way() === 'totp'}>
          <TotpSetup onDone={onDone} />
        </Match>
        <Match when={way() === 'passkey'}>
          <PasskeySetup onDone={onDone} />
        </Match>
      </Switch>
    </div>
  )
}
