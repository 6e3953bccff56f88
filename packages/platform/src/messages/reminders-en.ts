import type { SameMessages } from '../message.ts'
import type * as pl from './reminders-pl.ts'

export const reminderNotices = {
  reminder: 'Reminder: {about} – {code}, day {on}',
  'reminder-escalated': 'Still not done: {about} – {code}, day {on}',
} as const satisfies SameMessages<typeof pl.reminderNotices>

export const reminderNoticeNames = { reminder: 'Reminder of a document', 'reminder-escalated': 'Reminder that nobody of the team has dealt with' } as const satisfies SameMessages<
  typeof pl.reminderNoticeNames
>

export const reminderMails = {
  reminder: { subject: 'Reminder about {code}', body: 'This is a reminder about {code}. The details are on the page of the document.' },
  'reminder-escalated': {
    subject: 'Reminder about {code} not dealt with',
    body: 'There were reminders about {code}, and it is still waiting. The details are on the page of the document.',
  },
} as const satisfies SameMessages<typeof pl.reminderMails>

export const reminderTodos = { reminder: '{about} – {code}' } as const satisfies SameMessages<typeof pl.reminderTodos>
