import type { Messages, SameMessages } from '@crm/platform'

const pl = {
  tab: 'Faktury',
  one: 'Faktura {number}',
  add: 'Dodaj fakturę',
  edit: 'Zmień fakturę',
  remove: 'Usuń fakturę',
  removeAsk: 'Usunąć fakturę {number}?',
  removeWhy: 'Faktura przestanie się liczyć w sumie umowy. Historia zachowa jej dane.',
  filesStay: {
    one: '{count} plik faktury zostanie w załącznikach umowy.',
    few: '{count} pliki faktury zostaną w załącznikach umowy.',
    many: '{count} plików faktury zostanie w załącznikach umowy.',
    other: '{count} pliku faktury zostanie w załącznikach umowy.',
  },
  none: 'Nie ma jeszcze faktur do tej umowy.',
  noneWhy: 'Suma faktur porównuje się z limitem albo wartością umowy; opiekun dostanie ostrzeżenie przy 80%.',
  number: 'Numer faktury',
  seller: 'Sprzedawca',
  ksefNumber: 'Numer KSeF',
  issuedOn: 'Wystawiona',
  dueOn: 'Termin zapłaty',
  paidOn: 'Zapłacona',
  rate: 'Stawka VAT',
  ownAmounts: 'kwoty z faktury',
  net: 'Netto',
  vat: 'VAT',
  gross: 'Brutto',
  currency: 'Waluta',
  save: 'Zapisz fakturę',
  cancel: 'Anuluj',
  close: 'Zamknij',
  saved: 'Zapisano fakturę.',
  removed: 'Usunięto fakturę.',
  total: 'Suma faktur ({basis})',
  basis: { net: 'netto', gross: 'brutto' },
  ofBudget: '{share}% {budget}',
  budget: { limit: 'limitu', value: 'wartości umowy' },
  atEnd: 'W tym tempie do końca umowy: {total}',
  usedUp: 'W tym tempie {what} wystarczy do {on}',
  elsewhere: 'Faktury w innej walucie niż umowa nie wchodzą do sumy.',
  banner: 'Wykorzystano {share}% {budget}.',
  see: 'Faktury',
  overdue: 'po terminie',
  actions: 'Czynności',
  loading: 'Wczytywanie…',
} as const

const en = {
  tab: 'Invoices',
  one: 'Invoice {number}',
  add: 'Add an invoice',
  edit: 'Change the invoice',
  remove: 'Remove the invoice',
  removeAsk: 'Remove invoice {number}?',
  removeWhy: 'The invoice no longer counts in the sum of the contract. The history keeps what it said.',
  filesStay: { one: 'Its {count} file stays with the attachments of the contract.', other: 'Its {count} files stay with the attachments of the contract.' },
  none: 'There is no invoice of this contract yet.',
  noneWhy: 'The sum of invoices is compared with the limit or the value of the contract; its owner is warned at 80%.',
  number: 'Invoice number',
  seller: 'Seller',
  ksefNumber: 'KSeF number',
  issuedOn: 'Issued on',
  dueOn: 'Due on',
  paidOn: 'Paid on',
  rate: 'VAT rate',
  ownAmounts: 'amounts as invoiced',
  net: 'Net',
  vat: 'VAT',
  gross: 'Gross',
  currency: 'Currency',
  save: 'Save the invoice',
  cancel: 'Cancel',
  close: 'Close',
  saved: 'The invoice is saved.',
  removed: 'The invoice is removed.',
  total: 'Sum of invoices ({basis})',
  basis: { net: 'net', gross: 'gross' },
  ofBudget: '{share}% of {budget}',
  budget: { limit: 'the limit', value: 'the value of the contract' },
  atEnd: 'At this pace, by the end of the contract: {total}',
  usedUp: 'At this pace {what} lasts until {on}',
  elsewhere: 'Invoices in another currency than the contract’s are no part of the sum.',
  banner: '{share}% of {budget} is used.',
  see: 'Invoices',
  overdue: 'overdue',
  actions: 'Actions',
  loading: 'Loading…',
} as const satisfies SameMessages<typeof pl>

/** The words of the tab with invoices. */
export const invoiceMessages = { pl, en } satisfies Messages

/** What an owner is told when the budget of a contract is nearly used up. */
export const limitTexts = {
  pl: {
    name: 'kończy się limit',
    notice: 'Umowa {code}: faktury wykorzystały {share}% limitu lub wartości',
    mail: { subject: 'Umowa {code}: kończy się limit', body: 'Suma faktur umowy {code} zbliża się do jej limitu lub wartości. Sprawdź zakładkę Faktury.' },
  },
  en: {
    name: 'limit nearly used up',
    notice: 'Contract {code}: {share}% of its limit or value is invoiced',
    mail: { subject: 'Contract {code}: its limit is nearly used up', body: 'The invoices of contract {code} come near to its limit or value. See the tab Invoices.' },
  },
} as const

/** Texts of the rights to invoices, for the variant named. */
export const invoiceRightTexts = {
  pl: (of: string) => ({
    add: { name: `${of}: dodanie faktury`, description: 'Dopisywanie faktur do umów.' },
    edit: { name: `${of}: zmiana faktury`, description: 'Poprawianie dopisanych faktur i dat zapłaty.' },
    remove: { name: `${of}: usunięcie faktury`, description: 'Usuwanie faktur dopisanych przez pomyłkę.' },
  }),
  en: (of: string) => ({
    add: { name: `${of}: invoice added`, description: 'Note invoices on contracts.' },
    edit: { name: `${of}: invoice changed`, description: 'Correct noted invoices and their days of payment.' },
    remove: { name: `${of}: invoice removed`, description: 'Remove invoices that were noted by mistake.' },
  }),
}

/** Text of the right to amounts, for the variant named. */
export const amountsRightTexts = {
  pl: (of: string) => ({
    name: `${of}: kwoty`,
    description: 'Odczyt i zmiana kwot: wartości, limity, czynsze, stawki, faktury i wykorzystanie. Bez tego prawa nie ma ich nigdzie.',
  }),
  en: (of: string) => ({
    name: `${of}: amounts`,
    description: 'Read and change amounts: values, limits, rents, rates, invoices and what is used. Without this right they are nowhere.',
  }),
}
