import { departments, issues, mail, mails, noticeNames, notices, people, rightTexts, substitutions, todos } from './people-en.ts'
import { journal } from './journal-en.ts'

export const en = {
  title: 'Administration',
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
    enter: { name: 'Administration: enter', description: 'Open the administration section.' },
    ...rightTexts,
  },
} as const
