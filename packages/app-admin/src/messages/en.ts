import { tableEn } from './table-en.ts'

export const en = {
  title: 'Administration',
  requests: 'Requests for access',
  people: {
    title: 'Users',
    empty: 'Nobody is here.',
    fields: { login: 'Login', name: 'Name', department: 'Department', position: 'Position', supervisor: 'Supervisor', isActive: 'Account', rightCount: 'Rights' },
    active: 'active',
    inactive: 'switched off',
  },
  journal: {
    title: 'Journal',
    empty: 'Nothing of the kind has happened.',
    more: 'Show older ones',
    any: 'Any outcome',
    search: 'Beginning of the action',
    fields: { at: 'When', actor: 'Who', action: 'Action', document: 'Document', outcome: 'Outcome', ip: 'Address', note: 'Note' },
    outcomes: { done: 'done', denied: 'denied', ignored: 'ignored', failed: 'failed' },
  },
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
    people: { view: { name: 'Users: view', description: 'See accounts, departments and supervisors.' } },
    journal: { view: { name: 'Journal: view', description: 'See who did what, when and from where.' } },
  },
} as const
