import type { SameMessages } from '@crm/platform'

const pl = {
  'publish-head': 'Ogłoszenie stanu dziennika',
} as const

const en = {
  'publish-head': 'State of the journal published',
} as const satisfies SameMessages<typeof pl>

/** What the system does by itself: for the journal and the list of jobs. */
export const acts = { pl, en }
