/** Fields that the office adds to its registers. */
export const fieldsEn = {
  title: 'Fields of registers',
  lead: 'A field added here is at once in the form, the filters, columns, imports, exports and the history. A new column arrives hidden: everybody turns it on for themselves.',
  register: 'Register',
  add: 'Add a field',
  edit: 'Change',
  empty: 'This register has no additional fields yet.',
  none: 'No register takes additional fields.',
  columns: { name: 'Name', kind: 'Kind', choices: 'Values', state: 'State', actions: 'Actions' },
  kinds: { text: 'text', number: 'number', money: 'amount', day: 'date', choice: 'choice from a list', yesNo: 'yes or no', person: 'person', party: 'party' },
  left: { one: '{kind} (one left)', other: '{kind} ({count} left)' },
  used: 'in use',
  unused: 'withdrawn',
  withdraw: 'Withdraw',
  putBack: 'Put back',
  up: 'Up',
  down: 'Down',
  saved: 'Field saved: {name}.',
  withdrawn: 'The field is withdrawn. What was entered stays and comes back when you put it back.',
  pl: 'Name in Polish',
  en: 'Name in English',
  kind: 'Kind',
  kindStays: 'The kind of an existing field cannot be changed.',
  choicesLabel: 'Values to choose from',
  choiceUsed: 'can be chosen',
  choiceHint: 'A withdrawn value cannot be chosen any more; it stays where it was chosen.',
  addChoice: 'Add a value',
} as const

export const fieldRightsEn = {
  edit: { name: 'Fields of registers: adding', description: 'Adding fields to registers, renaming and withdrawing them.' },
} as const
