import { registerRightTexts } from '@crm/register'

export const en = {
  title: '__Title__',
  entry: {
    title: '__Title__',
    one: 'Entry',
    create: 'Add an entry',
    empty: 'There is no entry yet.',
    sections: { entry: 'Entry' },
    fields: { number: 'Number', title: 'Title', status: 'Status', dueOn: 'Due', owner: 'Owner', notes: 'Notes' },
    choices: { status: { open: 'Open', done: 'Done' } },
  },
  rights: { entry: registerRightTexts.en('__Title__') },
} as const
