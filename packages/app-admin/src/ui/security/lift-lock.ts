import { failureOf, failureText, useText } from '@crm/platform/ui'
import { toast } from '@crm/widgets/ui'
import { messages } from '../../messages/index.ts'
import { api } from '../api.ts'

/** Lifts the locks of an account, or of an address where nobody has the login, and says how many. */
export function useLift(): (locked: { readonly login: string | null; readonly address: string }) => Promise<void> {
  const text = useText(messages)
  return async ({ login, address }) => {
    try {
      const { count } = await api.safety.unblock.run(login ? { user: login } : { address })
      toast({ text: text('unblock.done', { count }) })
    } catch (refusal) {
      toast({ text: failureText(failureOf(refusal)), look: 'danger' })
    }
  }
}
