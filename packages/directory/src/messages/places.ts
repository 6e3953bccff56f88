import type { SameMessages } from '@crm/platform'
import { countryNames } from '../countries.ts'

/** The words of a party's further addresses and of the people there. */
export const placePl = {
  choices: {
    country: countryNames('pl'),
    addresses: { kind: { correspondence: 'do korespondencji', delivery: 'dostawy', branch: 'oddział', other: 'inny' }, country: countryNames('pl') },
  },
  items: {
    addresses: { add: 'Dodaj adres', one: 'Adres', kind: 'Rodzaj', street: 'Ulica i numer', postalCode: 'Kod pocztowy', city: 'Miejscowość', country: 'Kraj' },
    contacts: { add: 'Dodaj osobę', one: 'Osoba', name: 'Imię i nazwisko', role: 'Stanowisko', email: 'E-mail', phone: 'Telefon', notes: 'Uwagi' },
  },
  issues: {
    'postal-code': 'Polski kod pocztowy ma postać 00-950. Dla adresu za granicą wybierz kraj.',
    'foreign-postal-code': 'Kod pocztowy składa się z liter, cyfr, spacji i kresek.',
    mailbox: 'Wpisz adres e-mail, na przykład anna@firma.pl.',
    phone: 'Wpisz numer telefonu, na przykład +48 42 600 10 20 wew. 5.',
  },
} as const

export const placeEn = {
  choices: {
    country: countryNames('en'),
    addresses: { kind: { correspondence: 'correspondence', delivery: 'delivery', branch: 'branch', other: 'other' }, country: countryNames('en') },
  },
  items: {
    addresses: { add: 'Add an address', one: 'Address', kind: 'Kind', street: 'Street and number', postalCode: 'Postal code', city: 'Town', country: 'Country' },
    contacts: { add: 'Add a person', one: 'Person', name: 'Name', role: 'Position', email: 'E-mail', phone: 'Phone', notes: 'Notes' },
  },
  issues: {
    'postal-code': 'A Polish postal code looks like 00-950. For an address abroad choose the country.',
    'foreign-postal-code': 'A postal code consists of letters, digits, spaces and hyphens.',
    mailbox: 'Enter an e-mail address, like anna@firm.com.',
    phone: 'Enter a telephone number, like +48 42 600 10 20 ext. 5.',
  },
} as const satisfies SameMessages<typeof placePl>
