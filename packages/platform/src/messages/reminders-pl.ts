/** What reminders say in the bell, in letters, on the list of tasks. */
export const reminderNotices = {
  reminder: 'Przypomnienie: {about} – {code}, dzień {on}',
  'reminder-escalated': 'Nadal niezałatwione: {about} – {code}, dzień {on}',
} as const

export const reminderNoticeNames = { reminder: 'Przypomnienie o dokumencie', 'reminder-escalated': 'Przypomnienie, którego nikt z zespołu nie załatwił' } as const

export const reminderMails = {
  reminder: { subject: 'Przypomnienie w sprawie {code}', body: 'Przypominamy o sprawie {code}. Szczegóły są na karcie dokumentu.' },
  'reminder-escalated': { subject: 'Niezałatwione przypomnienie w sprawie {code}', body: 'Sprawa {code} była przypominana i nadal czeka. Szczegóły są na karcie dokumentu.' },
} as const

export const reminderTodos = { reminder: '{about} – {code}' } as const
