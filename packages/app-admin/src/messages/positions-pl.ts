export const positions = {
  title: 'Stanowiska',
  lead: 'Lista, z której wybiera się stanowisko użytkownika. Prawa nadane grupie stanowiska dostaje każdy, kto je zajmuje.',
  add: 'Dodaj stanowisko',
  empty: 'Nie ma jeszcze żadnego stanowiska.',
  count: { one: '{count} osoba', few: '{count} osoby', many: '{count} osób', other: '{count} osoby' },
  name: 'Nazwa stanowiska',
  rename: 'Zmień nazwę',
  remove: 'Usuń',
  inUse: 'Zajmuje je {count} – najpierw przenieś te osoby albo scal stanowiska.',
  merge: 'Scal z innym',
  mergeTitle: 'Scal „{name}” z innym stanowiskiem',
  mergeWhy: 'Wszyscy z tego stanowiska przejdą do wybranego i dostaną jego prawa; to stanowisko zniknie z listy.',
  into: 'Do stanowiska',
  merged: 'Scalono stanowiska.',
  saved: 'Zapisano.',
  save: 'Zapisz',
  cancel: 'Anuluj',
  close: 'Zamknij',
} as const

export const positionRights = {
  positions: {
    view: { name: 'Stanowiska: podgląd', description: 'Oglądanie listy stanowisk i wybieranie z niej.' },
    edit: { name: 'Stanowiska: edycja', description: 'Dodawanie, zmiana nazwy, scalanie i usuwanie stanowisk.' },
  },
} as const

export const positionIssues = { 'unknown-position': 'Nie ma takiego stanowiska. Dodaj je na stronie „Stanowiska” albo popraw nazwę.' } as const
