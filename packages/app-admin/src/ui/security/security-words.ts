import { useText } from '@crm/platform/ui'
import { messages } from '../../messages/index.ts'

export const severityLooks = { critical: 'text-bg-danger', warn: 'text-bg-warning', info: 'text-bg-secondary' } as const
export const stateLooks = { open: 'text-bg-warning', acknowledged: 'text-bg-success', 'false-alarm': 'text-bg-secondary' } as const

type Rule = keyof (typeof messages.pl)['security']['rules']

/** What a rule is called; one of a newer version by its id. */
export function useRuleName(): (rule: string) => string {
  const text = useText(messages)
  return (rule) => (rule in messages.pl.security.rules ? text(`security.rules.${rule as Rule}`) : rule) // just looked up
}

export const rules = Object.keys(messages.pl.security.rules) as Rule[] // the object's own keys

/** Whether what was locked for an attack is locked still. */
export const isLocked = ({ blockedUntil }: { readonly blockedUntil: string | null }): boolean => blockedUntil !== null && new Date(blockedUntil) > new Date()
