import { toast } from '@crm/widgets/ui'
import { Show } from 'solid-js'
import { messages } from '../../messages/index.ts'
import { formatMoment } from '../format.ts'
import { enter, useMe } from '../session.ts'
import { useText } from '../text.ts'
import { ChangePasswordForm } from './change-password-form.tsx'

export function PasswordSection() {
  const text = useText(messages)
  const me = useMe()
  return (
    <section class="crm-section" id="password">
      <h2>{text('account.password.title')}</h2>
      <Show when={me().passwordEndsAt}>{(endsAt) => <p class="crm-quiet">{text('account.password.ends', { moment: formatMoment(endsAt()) })}</p>}</Show>
      <ChangePasswordForm
        login={me().login}
        ownWords={[me().login, me().name]}
        onArrival={(arrival) => {
          if (arrival.stage === 'in') enter(arrival.me)
          toast({ text: text('account.password.changed') })
        }}
      />
    </section>
  )
}
