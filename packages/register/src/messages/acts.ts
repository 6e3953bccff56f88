import type { SameMessages } from '@crm/platform'

const pl = {
  'empty-trash': 'Opróżnienie kosza po terminie',
  'sweep-sheets': 'Usunięcie starych arkuszy',
  relabel: 'Nowa nazwa w rejestrach',
  'export-write': 'Eksport w tle',
  'import-read': 'Odczyt arkusza',
  'import-check': 'Próba importu',
  'import-make': 'Import wierszy',
  'import-undo': 'Cofnięcie importu',
} as const

const en = {
  'empty-trash': 'Trash emptied in due time',
  'sweep-sheets': 'Old sheets removed',
  relabel: 'New name in the registers',
  'export-write': 'Export in the background',
  'import-read': 'Sheet read',
  'import-check': 'Dry run of an import',
  'import-make': 'Rows imported',
  'import-undo': 'Import undone',
} as const satisfies SameMessages<typeof pl>

/** What the system does by itself: for the journal and the list of jobs. */
export const acts = { pl, en }
