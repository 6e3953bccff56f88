import type { SameMessages } from '@crm/platform'
import type * as polish from './people-pl.ts'

const fields = {
  login: 'Login',
  name: 'Name',
  email: 'E-mail',
  phone: 'Phone',
  department: 'Department',
  departmentId: 'Department',
  positionId: 'Position',
  position: 'Position',
  supervisor: 'Supervisor',
  supervisorId: 'Supervisor',
  activeFrom: 'Account from',
  activeTo: 'Account to',
  isActive: 'Account',
  rightCount: 'Rights',
} as const

export const people: SameMessages<typeof polish.people> = {
  title: 'Users',
  one: 'User',
  empty: 'There is nobody like that.',
  search: 'Search: name, login, department, position',
  active: 'active',
  inactive: 'off',
  any: 'All accounts',
  create: 'Add a user',
  import: 'Import from a file',
  save: 'Save',
  saved: 'Saved.',
  cancel: 'Cancel',
  close: 'Close',
  block: 'Block the account',
  blockWhy: 'The account is switched off and its sessions end at once. Data and history stay.',
  unblock: 'Unblock the account',
  blocked: 'The account is off.',
  unblocked: 'The account is on again.',
  note: 'Reason (shown in the journal)',
  people: 'Their people',
  nobody: 'Nobody',
  none: 'none',
  data: 'Data',
  place: 'Place in the company',
  account: 'Account',
  loginHelp: 'Small letters, digits, dot, hyphen. One signs in with it or with the e-mail.',
  daysHelp: 'Outside these days the account switches off by itself.',
  notFound: 'Nobody like that.',
  password: 'One-time password',
  passwordOnce: 'Hand it to the person. It is not shown again and has to be changed at the first sign-in.',
  copy: 'Copy',
  copied: 'Copied.',
  leave: 'Leaving the company',
  leaveLead: 'The account is switched off and its sessions end. Say who takes over; what nobody takes over goes on your to-do list.',
  leaveNothing: 'This person has nothing to hand over.',
  heir: 'Taken over by',
  oneHeir: 'Everything taken over by',
  leaveNow: 'Switch off and hand over',
  handOver: 'Hand over',
  leaveRest: 'Hand over what is left',
  leaveRestLead: 'The account is off already. Say who takes over what is left.',
  cameBack: 'All came back',
  moreBelongings: 'and {count} more',
  left: 'The account is off. Left to hand over: {count}.',
  leftNothing: 'The account is off, everything is handed over.',
  erase: 'Remove personal data',
  eraseWhy: 'Name, login, e-mail, phone and what the journal says of this person disappear for good. A number stays. This cannot be undone.',
  erased: 'Personal data removed.',
  belongings: {
    directory: {
      supervisor: 'People supervised',
      head: 'Departments headed',
      substitution: 'Absences of others in which they stand in',
      party: { addedPerson1: 'Parties that name this person' },
    },
    platform: { todo: 'Matters to do', access: 'Documents that only this person can open', reminder: 'Reminders that go to them' },
    contracts: {
      papers: 'Originals on loan',
      trade: { owner: 'Trade contracts looked after', addedPerson1: 'Trade contracts that name this person' },
      property: { owner: 'Property contracts looked after', addedPerson1: 'Property contracts that name this person' },
      staff: { owner: 'Staff contracts looked after', addedPerson1: 'Staff contracts that name this person' },
    },
  },
  importPage: {
    title: 'Import of users',
    lead: 'An XLSX or CSV file with column names in its first row: login, name and – where known – e-mail, phone, department, position, supervisor, active from, active to. Nothing is written until everything is right.',
    choose: 'Choose a file',
    ignored: 'Columns left out: {names}.',
    count: { one: '{count} person', other: '{count} people' },
    wrong: { one: '{count} row to correct', other: '{count} rows to correct' },
    right: 'All rows are in order.',
    check: 'Check again',
    drop: 'Drop row {number}',
    onlyWrong: 'Only rows to correct',
    run: 'Add everybody',
    done: { one: '{count} person added.', other: '{count} people added.' },
    noPassword: 'The accounts have no passwords yet: each person sets one by “Forgot password” or gets one from an admin.',
    row: 'Row',
  },
  fields,
}

export const departments: SameMessages<typeof polish.departments> = {
  title: 'Departments',
  create: 'Add a department',
  edit: 'Change the department',
  empty: 'There are no departments yet.',
  fields: { name: 'Name', parentId: 'Belongs to', headId: 'Head' },
  top: 'top level',
  count: { one: '{count} person', other: '{count} people' },
  noHead: 'no head',
  remove: 'Remove the department',
  removed: 'Department removed.',
  inUse: 'There are people or other departments in it. Move them first.',
}

export const substitutions: SameMessages<typeof polish.substitutions> = {
  title: 'Substitutions',
  create: 'Add a substitution',
  empty: 'Nobody stands in for anybody.',
  end: 'End',
  ended: 'Substitution ended.',
  everything: 'all apps',
  fields: { absentId: 'Who is away', substituteId: 'Who stands in', fromOn: 'From day', toOn: 'To day', apps: 'In apps' },
  appsHelp: 'Without a choice: in all.',
  now: 'now',
  planned: 'planned',
  past: 'past',
}

export const mail: SameMessages<typeof polish.mail> = {
  title: 'Outgoing mail',
  empty: 'There are no such letters.',
  any: 'All',
  again: 'Send again',
  sentAgain: 'The letter waits to be sent.',
  off: 'No mail server is set (SMTP_URL). Letters are kept and do not go out.',
  states: { waiting: 'waiting', sent: 'sent', failed: 'not sent', off: 'mail is off' },
  errors: { 'no-address': 'the person has no e-mail address', inactive: 'the account is off' },
  fields: { createdAt: 'When', to: 'To', kind: 'Kind', state: 'State', attempts: 'Attempts', error: 'Why', nextAt: 'Next attempt', actions: 'Actions' },
}

export const notices: SameMessages<typeof polish.notices> = {
  'standing-in': 'You stand in for {name}, {from} – {to}',
  'journal-head': 'Today’s seal of the journal: {code}',
  'journal-broken': 'The journal was touched: entry {code}. Run its verification.',
}

export const noticeNames: SameMessages<typeof polish.noticeNames> = {
  'standing-in': 'I stand in for somebody',
  'journal-head': 'The journal’s daily seal',
  'journal-broken': 'A touched journal',
}

export const mails: SameMessages<typeof polish.mails> = {
  'standing-in': { subject: 'You stand in for somebody', body: 'The system has it that you stand in for somebody. Details and what is to be done are on your to-do list.' },
}

export const todos: SameMessages<typeof polish.todos> = { leftover: 'Somebody who left still has things to hand over: {count}' }

export const issues: SameMessages<typeof polish.issues> = {
  'not-an-email': 'Enter an e-mail address, like anna@firm.com.',
  'not-a-login': 'A login is small letters, digits, dots or hyphens, at least 2 signs.',
  'not-a-phone': 'Enter a phone number, like +48 600 100 200.',
  circle: 'That would make a circle: {way}.',
  'own-account': 'This cannot be done to one’s own account.',
  'none-left': 'All fields of this kind are in use already.',
  'own-substitute': 'Nobody stands in for themselves.',
  'days-taken': 'On these days the person already has a substitute in this app.',
  'unknown-department': 'There is no such department.',
  'unknown-person': 'There is no such person, neither in the system nor in the file.',
  'no-heads': 'The first row has no columns “login” and “name”.',
}

export const rightTexts: SameMessages<typeof polish.rightTexts> = {
  people: {
    view: { name: 'Users: view', description: 'See accounts, departments and supervisors.' },
    create: { name: 'Users: add', description: 'Make accounts with a one-time password.' },
    edit: { name: 'Users: edit', description: 'Change data, department, position, supervisor.' },
    block: { name: 'Users: block', description: 'Switch accounts off and on.' },
    import: { name: 'Users: import', description: 'Add many people from an XLSX or CSV file.' },
    release: { name: 'Users: leaving', description: 'Switch an account off and hand its matters over.' },
    erase: { name: 'Users: remove data', description: 'Remove personal data for good.' },
  },
  departments: {
    view: { name: 'Departments: view', description: 'See the tree of departments.' },
    edit: { name: 'Departments: edit', description: 'Add, move and remove departments, name heads.' },
  },
  substitutions: {
    view: { name: 'Substitutions: view', description: 'See who stands in for whom.' },
    edit: { name: 'Substitutions: edit', description: 'Make and end substitutions.' },
  },
  journal: {
    view: { name: 'Journal: view', description: 'See who did what, when and from where.' },
    export: { name: 'Journal: export', description: 'Write the journal to an XLSX or CSV file.' },
    print: { name: 'Journal: print', description: 'Print the journal.' },
    everything: { name: 'Journal: hidden documents', description: 'See entries about documents too that one may not see oneself.' },
  },
  mail: {
    view: { name: 'Outgoing mail: view', description: 'See what was sent and what waits.' },
    resend: { name: 'Outgoing mail: send again', description: 'Send a letter again.' },
  },
}
