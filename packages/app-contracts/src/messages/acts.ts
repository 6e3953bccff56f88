import type { SameMessages } from '@crm/platform'

const pl = {
  'roll-terms': 'Przeliczenie terminów umów',
  'read-scan': 'Odczyt skanu',
  'place-scan': 'Umieszczenie skanu',
  'watch-folder': 'Przegląd folderu skanów',
  'check-mail': 'Przegląd skrzynki skanów',
  'overdue-papers': 'Upomnienie o nieoddane papiery',
} as const

const en = {
  'roll-terms': 'Terms of contracts counted anew',
  'read-scan': 'Scan read',
  'place-scan': 'Scan put into its place',
  'watch-folder': 'Folder of scans looked through',
  'check-mail': 'Mailbox of scans looked through',
  'overdue-papers': 'Reminder of papers not given back',
} as const satisfies SameMessages<typeof pl>

/** What the system does by itself: for the journal and the list of jobs. */
export const acts = { pl, en }
