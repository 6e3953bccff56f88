import type { SecurityRule } from '../account/attacks/security-event.ts'

/** What of a security event says to which attack it belongs. */
export interface Sign {
  readonly rule: SecurityRule
  readonly network: string
  readonly userId: number | null
  /** Whether it was somebody who is signed in, or their session. */
  readonly hasSession: boolean
  readonly sample: string | null
}

/** Rules of a mass attack: they belong together wherever they come from. */
const storm: readonly SecurityRule[] = ['stuffing']
/** Rules about one account, whoever attacks it from wherever. */
const ofAccount: readonly SecurityRule[] = [
  'account-many-places',
  'session-moved',
  'session-browser',
  'many-sessions',
  'denied-burst',
  'missing-burst',
  'mass-download',
  'mass-export',
  'security-settings',
  'dangerous-file',
  'active-content',
]

/**
 * The attack that an event is part of: `storm`, `user 17` or `network 203.0.113.7`. One attack is one incident however many events it makes:
 * a spraying address, the locks that it got and the sign-in that it won are told as one thing.
 */
export function attackOf({ rule, network, userId, hasSession, sample }: Sign): string {
  if (storm.includes(rule) || (rule === 'forced-change' && sample === 'stuffing')) return 'storm'
  if (rule === 'forced-change' && sample === 'spraying') return `network ${network}`
  if (userId !== null && (ofAccount.includes(rule) || rule === 'forced-change' || hasSession)) return `user ${userId}`
  return `network ${network}`
}
