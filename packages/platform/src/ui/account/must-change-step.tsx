import { Show } from 'solid-js'
import type { Arrival, Unfinished } from '../../index.ts'
import { messages } from '../../messages/index.ts'
import { useText } from '../text.ts'
import { ChangePasswordForm } from './change-password-form.tsx'
import ForgotForm from './forgot-form.tsx'

/** Nothing else may be done until the password is a new one of the person's own; where others know the old one, a link proves who they are. */
export default function MustChangeStep(props: { readonly step: Unfinished; readonly onArrival: (arrival: Arrival) => void; readonly onBack: () => void }) {
  const text = useText(messages)
  return (
    <>
      <Show
        when={props.step.because}
        fallback={
          <>
            <h2>{text('account.password.mustTitle')}</h2>
            <p class="crm-quiet">{text('account.password.must')}</p>
          </>
        }
      >
        {(because) => (
          <>
            <h2>{text('account.password.forcedTitle')}</h2>
            <p role="alert">{text(`account.password.because.${because()}`)}</p>
            <p class="crm-quiet">{text(props.step.isByLink ? 'account.password.byLink' : 'account.password.forced')}</p>
          </>
        )}
      </Show>
      <Show when={props.step.isByLink} fallback={<ChangePasswordForm takesFocus login={props.step.login} ownWords={[props.step.login]} onArrival={props.onArrival} />}>
        <ForgotForm login={props.step.login} onBack={props.onBack} />
      </Show>
    </>
  )
}
