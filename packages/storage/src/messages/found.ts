import type { Messages, SameMessages } from '@crm/platform'

const pl = {
  title: 'W treści załączników',
  count: { one: '{count} plik', few: '{count} pliki', many: '{count} plików', other: '{count} plików' },
  most: 'najbliższe {count}',
  page: 'str. {page}',
  states: {
    waiting: 'treść jeszcze niewczytana',
    locked: 'plik zaszyfrowany, jego treści nie da się przeszukać',
    broken: 'pliku nie da się otworzyć, jego treści nie da się przeszukać',
    empty: 'bez warstwy tekstowej, nie da się przeszukać treści',
  },
} as const

const en = {
  title: 'In the text of attachments',
  count: { one: '{count} file', other: '{count} files' },
  most: 'closest {count}',
  page: 'p. {page}',
  states: {
    waiting: 'its text is not read yet',
    locked: 'encrypted, its text cannot be searched',
    broken: 'cannot be opened, its text cannot be searched',
    empty: 'no layer of text, its contents cannot be searched',
  },
} as const satisfies SameMessages<typeof pl>

/** The words of the search in files. */
export const foundMessages = { pl, en } satisfies Messages
