import type { SameMessages } from '@crm/platform'

const pl = {
  'turn-accounts': 'Konta otwierane i zamykane w swoim dniu',
  'check-white-list': 'Sprawdzenie w wykazie podatników VAT',
} as const

const en = {
  'turn-accounts': 'Accounts opened and shut on their day',
  'check-white-list': 'Check in the register of VAT payers',
} as const satisfies SameMessages<typeof pl>

/** What the system does by itself: for the journal and the list of jobs. */
export const acts = { pl, en }
