import { createSignal, lazy, Match, Show, Suspense, Switch, untrack } from 'solid-js'
import type { Arrival, Me } from '../../index.ts'
import { messages } from '../../messages/index.ts'
import { SignInForm } from '../sign-in-form.tsx'
import { useText } from '../text.ts'

// Steps that most people never see are not fetched with the sign-in page.
const SecondFactorStep = lazy(() => import('./second-factor-step.tsx'))
const EnrolStep = lazy(() => import('./enrol-step.tsx'))
const MustChangeStep = lazy(() => import('./must-change-step.tsx'))
const ConfirmStep = lazy(() => import('./confirm-step.tsx'))
const ForgotForm = lazy(() => import('./forgot-form.tsx'))

type Step = Exclude<Arrival, { stage: 'in' }>

/** Password, second factor, a new password where the old one is over: one after another, until the person is in. */
export function SignInFlow(props: { readonly start?: Step | null; readonly login?: string; readonly mayForget?: boolean; readonly onDone: (me: Me) => void }) {
  const text = useText(messages)
  const [step, setStep] = createSignal<Step | null>(untrack(() => props.start) ?? null)
  const [isForgotten, setForgotten] = createSignal(false)
  const onArrival = (arrival: Arrival) => {
    if (arrival.stage === 'in') props.onDone(arrival.me)
    else setStep(arrival)
  }
  const at = (stage: Step['stage']) => (step()?.stage === stage ? step() : null)
  return (
    <Suspense>
      <Switch
        fallback={
          <>
            <SignInForm login={props.login ?? ''} onArrival={onArrival} />
            <Show when={props.mayForget}>
              <button type="button" class="btn btn-sm btn-link mt-2 px-0" onClick={() => setForgotten(true)}>
                {text('account.forgot.link')}
              </button>
            </Show>
          </>
        }
      >
        <Match when={at('second-factor')}>{(known) => <SecondFactorStep factors={known().factors} onArrival={onArrival} onBack={() => setStep(null)} />}</Match>
        <Match when={at('enrol-second-factor')}>
          <EnrolStep onArrival={onArrival} />
        </Match>
        <Match when={at('must-change')}>{(known) => <MustChangeStep step={known()} onArrival={onArrival} onBack={() => setStep(null)} />}</Match>
        <Match when={at('confirm-password')}>{(known) => <ConfirmStep login={known().login} onArrival={onArrival} />}</Match>
        <Match when={isForgotten()}>
          <ForgotForm onBack={() => setForgotten(false)} />
        </Match>
      </Switch>
    </Suspense>
  )
}
