import type { SameMessages } from '@crm/platform'

const pl = {
  nextEnd: 'Najbliższy koniec',
  invoices: 'Faktury do umów',
  issuedOn: 'Wystawiona',
  paid: 'zapłacona',
  unpaid: 'niezapłacona',
  files: 'Pliki przy umowach',
  addedOn: 'Dodany',
  reminders: 'Przypomnienia o umowach',
  remindOn: 'Dzień',
  comments: 'Komentarze do umów',
  saidOn: 'Napisany',
} as const

const en = {
  nextEnd: 'Next end',
  invoices: 'Invoices of its contracts',
  issuedOn: 'Issued on',
  paid: 'paid',
  unpaid: 'unpaid',
  files: 'Files of its contracts',
  addedOn: 'Added on',
  reminders: 'Reminders of its contracts',
  remindOn: 'Day',
  comments: 'Comments on its contracts',
  saidOn: 'Written on',
} as const satisfies SameMessages<typeof pl>

/** What contracts say of themselves on the page of a party. */
export const aboutTexts = { pl, en }
