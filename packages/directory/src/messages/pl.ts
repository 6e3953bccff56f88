import { acts } from './acts.ts'
import { registerRightTexts } from '@crm/register'
import { attachmentRightTexts } from '@crm/storage'
import { placePl } from './places.ts'
import { whiteListIssues, whiteListSettings } from './white-list.ts'

export const pl = {
  acts: acts.pl,
  connections: { 'white-list': 'Wykaz podatników VAT' },
  title: 'Kartoteki',
  party: {
    title: 'Kontrahenci',
    one: 'Kontrahent',
    create: 'Dodaj kontrahenta',
    empty: 'Nie ma jeszcze żadnego kontrahenta.',
    sections: { party: 'Kontrahent', address: 'Adres', contact: 'Kontakt', payment: 'Rachunki' },
    choices: placePl.choices,
    items: placePl.items,
    fields: {
      name: 'Nazwa',
      formerNames: 'Poprzednie nazwy',
      nip: 'NIP',
      regon: 'REGON',
      krs: 'KRS',
      euVat: 'Numer VAT UE',
      street: 'Ulica i numer',
      postalCode: 'Kod pocztowy',
      city: 'Miejscowość',
      country: 'Kraj',
      addresses: 'Inne adresy',
      email: 'E-mail',
      phone: 'Telefon',
      contacts: 'Osoby do kontaktu',
      accounts: 'Rachunki bankowe',
    },
  },
  systemSettings: whiteListSettings.pl,
  todos: { 'white-list': 'Wykaz VAT: sprawdź {party}, zanim zapłacisz. Zmienił się status albo zniknął rachunek.' },
  history: { merged: 'Scalono z' },
  issues: {
    ...whiteListIssues.pl,
    ...placePl.issues,
    regon: 'To nie jest poprawny REGON: nie zgadza się cyfra kontrolna.',
    krs: 'Numer KRS ma dziesięć cyfr.',
    euVat: 'To nie jest numer VAT UE: dwie litery kraju i numer, na przykład DE123456789.',
    account: 'To nie jest poprawny numer rachunku: {account}. Sprawdź cyfry.',
  },
  duplicatesTitle: 'Duplikaty kontrahentów',
  mergeTitle: 'Scalanie kontrahentów',
  rights: {
    party: {
      ...registerRightTexts.pl('Kontrahenci'),
      files: attachmentRightTexts.pl('Kontrahenci'),
      whiteList: { name: 'Kontrahenci: wykaz VAT', description: 'Pytanie wykazu podatników VAT i uzupełnianie z niego danych.' },
      contacts: { name: 'Kontrahenci: osoby kontaktowe', description: 'Odczyt i zmiana osób kontaktowych: nazwisk, telefonów, adresów e-mail.' },
      merge: { name: 'Kontrahenci: scalanie', description: 'Łączenie dwóch pozycji tego samego kontrahenta w jedną.' },
    },
  },
} as const
