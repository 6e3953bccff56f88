import type { Arrival } from '../../index.ts'
import { messages } from '../../messages/index.ts'
import { useText } from '../text.ts'
import { ChangePasswordForm } from './change-password-form.tsx'

/** Nothing else may be done until the password is a new one of the person's own. */
export default function MustChangeStep(props: { readonly login: string; readonly onArrival: (arrival: Arrival) => void }) {
  const text = useText(messages)
  return (
    <>
      <h2>{text('account.password.mustTitle')}</h2>
      <p class="crm-quiet">{text('account.password.must')}</p>
      <ChangePasswordForm takesFocus login={props.login} ownWords={[props.login]} onArrival={props.onArrival} />
    </>
  )
}
