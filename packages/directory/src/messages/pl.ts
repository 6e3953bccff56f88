import { registerRightTexts } from '@crm/register'

export const pl = {
  title: 'Kartoteki',
  party: {
    title: 'Kontrahenci',
    one: 'Kontrahent',
    create: 'Dodaj kontrahenta',
    empty: 'Nie ma jeszcze żadnego kontrahenta.',
    sections: { party: 'Kontrahent', address: 'Adres', contact: 'Kontakt' },
    fields: { name: 'Nazwa', nip: 'NIP', regon: 'REGON', street: 'Ulica i numer', postalCode: 'Kod pocztowy', city: 'Miejscowość', email: 'E-mail', phone: 'Telefon' },
  },
  rights: { party: registerRightTexts.pl('Kontrahenci') },
} as const
