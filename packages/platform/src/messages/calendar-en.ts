import type { SameMessages } from '../message.ts'
import type { calendar as pl } from './calendar-pl.ts'

export const calendar = {
  name: 'Dates – {company}',
  reminder: '{about} ({code})',
  title: 'Calendar on the phone and in the mail program',
  lead: 'A secret address to paste into a calendar program. It holds your own reminders and the days to decide that you may see now. Whoever knows the address sees those days – give it to nobody.',
  make: 'Make an address',
  renew: 'Change the address',
  revoke: 'Revoke the address',
  made: 'Made {at}.',
  seen: 'Last fetched {at}.',
  neverSeen: 'Not fetched yet.',
  none: 'You have no such address.',
  address: 'Address of the calendar',
  once: 'Copy it now: it cannot be shown again. The address before it no longer works.',
  copy: 'Copy',
  copied: 'Copied.',
  revoked: 'The address no longer works.',
} as const satisfies SameMessages<typeof pl>
