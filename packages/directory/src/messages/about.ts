import type { Messages, SameMessages } from '@crm/platform'

const pl = {
  title: 'Co z tym kontrahentem mamy',
  none: 'Nie ma jeszcze nic, co możesz tu zobaczyć.',
  noneWhy: 'Pojawią się tu umowy, faktury, pliki, przypomnienia i komentarze, do których masz dostęp.',
  shown: 'najnowsze {shown} z {count}',
  all: 'Pokaż wszystkie',
  what: 'Pozycja',
  state: 'Stan',
  amount: 'Kwota',
  names: 'Poprzednie nazwy',
  until: 'do {day}',
  loading: 'Wczytywanie…',
} as const

const en = {
  title: 'What we have with this party',
  none: 'There is nothing yet that you may see here.',
  noneWhy: 'Contracts, invoices, files, reminders and comments that you may see will appear here.',
  shown: 'newest {shown} of {count}',
  all: 'Show all',
  what: 'Item',
  state: 'State',
  amount: 'Amount',
  names: 'Former names',
  until: 'until {day}',
  loading: 'Loading…',
} as const satisfies SameMessages<typeof pl>

/** The words of everything about a party. */
export const aboutMessages = { pl, en } satisfies Messages
