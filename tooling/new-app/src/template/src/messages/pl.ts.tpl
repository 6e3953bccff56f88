import { registerRightTexts } from '@crm/register'

export const pl = {
  title: '__Title__',
  entry: {
    title: '__Title__',
    one: 'Wpis',
    create: 'Dodaj wpis',
    empty: 'Nie ma jeszcze żadnego wpisu.',
    sections: { entry: 'Wpis' },
    fields: { number: 'Numer', title: 'Tytuł', status: 'Stan', dueOn: 'Termin', owner: 'Opiekun', notes: 'Uwagi' },
    choices: { status: { open: 'W toku', done: 'Załatwione' } },
  },
  rights: { entry: registerRightTexts.pl('__Title__') },
} as const
