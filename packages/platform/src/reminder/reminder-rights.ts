import { type Right, right } from '../right/right.ts'

/** One right for each button of a document's reminders; spread it into the owner's tree. */
export const reminderRights = () => ({ view: right(), set: right(), remove: right(), done: right(), snooze: right() }) as const

export type ReminderRights = { readonly [Name in keyof ReturnType<typeof reminderRights>]: Right }

const pl = (of: string) => ({
  view: { name: `${of}: przypomnienia`, description: 'Oglądanie przypomnień i tego, kiedy zostały wysłane.' },
  set: { name: `${of}: ustawianie przypomnień`, description: 'Dodawanie i zmiana przypomnień.' },
  remove: { name: `${of}: usuwanie przypomnień`, description: 'Usuwanie przypomnień razem z ich kolejnymi terminami.' },
  done: { name: `${of}: załatwienie przypomnienia`, description: 'Oznaczanie, że to, o czym przypomniano, jest załatwione.' },
  snooze: { name: `${of}: odłożenie przypomnienia`, description: 'Odkładanie jednego przypomnienia na inny dzień.' },
})

const en = (of: string) => ({
  view: { name: `${of}: reminders`, description: 'See the reminders and when they were sent.' },
  set: { name: `${of}: set reminders`, description: 'Add and change reminders.' },
  remove: { name: `${of}: remove reminders`, description: 'Remove reminders with all their coming days.' },
  done: { name: `${of}: reminder done`, description: 'Mark that what was reminded of is done.' },
  snooze: { name: `${of}: reminder put off`, description: 'Put one reminder off to another day.' },
})

/** Texts of {@link reminderRights}, for the documents named. */
export const reminderRightTexts = { pl, en }
