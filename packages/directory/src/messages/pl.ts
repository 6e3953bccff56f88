import { registerRightTexts } from '@crm/register'

export const pl = {
  title: 'Kartoteki',
  party: {
    title: 'Kontrahenci',
    one: 'Kontrahent',
    create: 'Dodaj kontrahenta',
    empty: 'Nie ma jeszcze żadnego kontrahenta.',
    sections: { party: 'Kontrahent', address: 'Adres', contact: 'Kontakt', payment: 'Rachunki' },
    fields: {
      name: 'Nazwa',
      nip: 'NIP',
      regon: 'REGON',
      krs: 'KRS',
      euVat: 'Numer VAT UE',
      street: 'Ulica i numer',
      postalCode: 'Kod pocztowy',
      city: 'Miejscowość',
      email: 'E-mail',
      phone: 'Telefon',
      accounts: 'Rachunki bankowe',
    },
  },
  issues: {
    regon: 'To nie jest poprawny REGON: nie zgadza się cyfra kontrolna.',
    krs: 'Numer KRS ma dziesięć cyfr.',
    euVat: 'To nie jest numer VAT UE: dwie litery kraju i numer, na przykład DE123456789.',
    account: 'To nie jest poprawny numer rachunku: {account}. Sprawdź cyfry.',
  },
  rights: { party: registerRightTexts.pl('Kontrahenci') },
} as const
