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
  rights: {
    party: {
      view: { name: 'Kontrahenci: podgląd', description: 'Oglądanie listy i kart kontrahentów.' },
      create: { name: 'Kontrahenci: dodawanie', description: 'Dodawanie nowego kontrahenta.' },
      edit: { name: 'Kontrahenci: edycja', description: 'Zmiana danych kontrahenta.' },
      archive: { name: 'Kontrahenci: archiwizacja', description: 'Odkładanie kontrahenta do archiwum.' },
      restore: { name: 'Kontrahenci: przywracanie', description: 'Przywracanie z archiwum i z kosza.' },
      remove: { name: 'Kontrahenci: usuwanie', description: 'Przenoszenie kontrahenta do kosza.' },
      history: { name: 'Kontrahenci: historia', description: 'Oglądanie, kto i kiedy co zmienił.' },
    },
  },
} as const
