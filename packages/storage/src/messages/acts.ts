import type { SameMessages } from '@crm/platform'

const pl = {
  'read-texts': 'Odczyt tekstu plików',
  'look-at-contents': 'Miniatury i sprawdzenie plików',
  'sweep-contents': 'Nocna kontrola plików',
} as const

const en = {
  'read-texts': 'Texts of files read',
  'look-at-contents': 'Thumbnails and checks of files',
  'sweep-contents': 'Nightly check of files',
} as const satisfies SameMessages<typeof pl>

/** What the system does by itself: for the journal and the list of jobs. */
export const acts = { pl, en }
