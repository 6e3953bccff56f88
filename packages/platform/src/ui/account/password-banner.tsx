import { Button } from '@crm/widgets/ui'
import { createSignal, Show } from 'solid-js'
import { daysLeft, warningDays } from '../../index.ts'
import { messages } from '../../messages/index.ts'
import { person } from '../session.ts'
import { useText } from '../text.ts'

/** Two weeks before a password ends, at the top of every page; put aside until the next start. */
export function PasswordBanner() {
  const text = useText(messages)
  const [isAside, setAside] = createSignal(false)
  const left = () => {
    const endsAt = person()?.passwordEndsAt
    const days = endsAt ? daysLeft(endsAt, new Date().toISOString()) : null
    return days !== null && days > 0 && days <= warningDays[0] ? days : null
  }
  return (
    <Show when={!isAside() ? left() : null}>
      {(days) => (
        <div class="crm-banner" role="status">
          <span class="me-auto">{text('account.password.endsSoon', { count: days() })}</span>
          <a class="btn btn-sm btn-primary" href="/settings#password">
            {text('account.password.changeNow')}
          </a>
          <Button onClick={() => setAside(true)}>{text('account.password.later')}</Button>
        </div>
      )}
    </Show>
  )
}
