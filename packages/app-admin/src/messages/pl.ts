import { tablePl } from './table-pl.ts'

export const pl = {
  title: 'Administracja',
  requests: 'Prośby o dostęp',
  people: {
    title: 'Użytkownicy',
    empty: 'Nie ma nikogo.',
    fields: { login: 'Login', name: 'Imię i nazwisko', department: 'Dział', position: 'Stanowisko', supervisor: 'Przełożony', isActive: 'Konto', rightCount: 'Praw' },
    active: 'czynne',
    inactive: 'wyłączone',
  },
  journal: {
    title: 'Dziennik',
    empty: 'Nic takiego się nie wydarzyło.',
    more: 'Pokaż starsze',
    any: 'Każdy wynik',
    search: 'Początek nazwy czynności',
    fields: { at: 'Kiedy', actor: 'Kto', action: 'Czynność', document: 'Dokument', outcome: 'Wynik', ip: 'Adres', note: 'Uwaga' },
    outcomes: { done: 'wykonano', denied: 'odmówiono', ignored: 'pominięto', failed: 'nie udało się' },
  },
  groups: {
    title: 'Grupy',
    add: 'Dodaj grupę',
    empty: 'Nie ma jeszcze żadnej grupy.',
    count: { one: '{count} osoba', few: '{count} osoby', many: '{count} osób', other: '{count} osoby' },
    name: 'Nazwa grupy',
    save: 'Zapisz',
    rename: 'Zmień nazwę',
    remove: 'Usuń grupę',
    putIn: 'Dodaj osobę',
    takeOut: 'Usuń z grupy: {name}',
    nobody: 'Nie ma nikogo takiego.',
  },
  table: tablePl,
  rights: {
    rights: {
      view: { name: 'Prawa: podgląd', description: 'Oglądanie tabeli praw: kto co może i dlaczego.' },
      export: { name: 'Prawa: eksport', description: 'Zapis tabeli praw do pliku CSV lub XLSX.' },
    },
    enter: { name: 'Administracja: wejście', description: 'Otwieranie działu administracji.' },
    people: { view: { name: 'Użytkownicy: podgląd', description: 'Oglądanie kont, działów i przełożonych.' } },
    journal: { view: { name: 'Dziennik: podgląd', description: 'Oglądanie, kto, kiedy i skąd co zrobił.' } },
  },
} as const
