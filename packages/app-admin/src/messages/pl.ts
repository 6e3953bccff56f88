import { departments, issues, mail, mails, noticeNames, notices, people, rightTexts, substitutions, todos } from './people-pl.ts'
import { journal } from './journal-pl.ts'

export const pl = {
  title: 'Administracja',
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
  rights: {
    enter: { name: 'Administracja: wejście', description: 'Otwieranie działu administracji.' },
    ...rightTexts,
  },
} as const
