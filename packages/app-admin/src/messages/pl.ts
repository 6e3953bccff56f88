import { tablePl } from './table-pl.ts'
import { departments, issues, mail, mails, noticeNames, notices, people, rightTexts, substitutions, todos } from './people-pl.ts'
import { journal } from './journal-pl.ts'

export const pl = {
  title: 'Administracja',
  requests: 'Prośby o dostęp',
  people,
  departments,
  substitutions,
  mail,
  journal,
  notices,
  noticeNames,
  mails,
  todos,
  issues,
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
    ...rightTexts,
  },
} as const
