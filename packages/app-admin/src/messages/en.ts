import { tableEn } from './table-en.ts'
import { departments, issues, mail, mails, noticeNames, notices, people, rightTexts, substitutions, todos } from './people-en.ts'
import { journal } from './journal-en.ts'

export const en = {
  title: 'Administration',
  requests: 'Requests for access',
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
    title: 'Groups',
    add: 'Add group',
    empty: 'There is no group yet.',
    count: { one: '{count} person', other: '{count} people' },
    name: 'Name of the group',
    save: 'Save',
    rename: 'Rename',
    remove: 'Remove the group',
    putIn: 'Add a person',
    takeOut: 'Take out of the group: {name}',
    nobody: 'There is nobody like that.',
  },
  table: tableEn,
  rights: {
    rights: {
      view: { name: 'Rights: view', description: 'See the table of rights: who may do what, and why.' },
      export: { name: 'Rights: export', description: 'Save the table of rights to a CSV or XLSX file.' },
    },
    enter: { name: 'Administration: enter', description: 'Open the administration section.' },
    ...rightTexts,
  },
} as const
