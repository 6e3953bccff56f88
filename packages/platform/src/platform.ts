import { defineApp } from './app.ts'
import { messages } from './messages/index.ts'
import { accessAsked, accessDecided } from './notices.ts'
import { rights } from './rights.ts'

const everyday = [rights.preferences.edit.id, rights.notices.view.id, rights.todo.view.id, rights.help.view.id, rights.events.view.id, rights.requests.ask.id]

/** The platform stands in the catalog like any app. */
export const platform = defineApp({
  id: 'platform',
  rights,
  levels: {
    read: everyday,
    work: everyday,
    approve: everyday,
    manage: [...everyday, rights.rights.edit.id, rights.groups.edit.id, rights.requests.decide.id, rights.seeAs.use.id],
  },
  messages,
  notices: [accessAsked, accessDecided],
})
