import { defineApp } from './app.ts'
import { messages } from './messages/index.ts'
import { accessAsked, accessDecided, reminderEscalated, reminderNotice, reminderTodo, watchNotices } from './notices.ts'
import { rights } from './rights.ts'
import { settings } from './settings.ts'

const everyday = [
  rights.preferences.edit.id,
  rights.notices.view.id,
  rights.todo.view.id,
  rights.reminders.view.id,
  rights.calendar.use.id,
  rights.help.view.id,
  rights.search.use.id,
  rights.events.view.id,
  rights.requests.ask.id,
  rights.account.sessions.id,
  rights.account.secondFactor.id,
]

/** The password's end is near. */
const passwordEnds = { id: 'platform.password-ends', right: rights.notices.view.id } as const

/** The platform stands in the catalog like any app. */
export const platform = defineApp({
  id: 'platform',
  rights,
  levels: {
    read: everyday,
    work: everyday,
    approve: everyday,
    manage: [
      ...everyday,
      rights.rights.edit.id,
      rights.groups.edit.id,
      rights.requests.decide.id,
      rights.seeAs.use.id,
      rights.settings.edit.id,
      rights.incidents.view.id,
      rights.incidents.decide.id,
    ],
  },
  settings,
  messages,
  notices: [accessAsked, accessDecided, passwordEnds, reminderNotice, reminderEscalated, ...watchNotices],
  todos: [reminderTodo],
})
