import { defineApp, defineRights } from '@crm/platform'
import { messages } from './messages/index.ts'
import { changedByOther, exportReady, importDone, mentioned } from './notices.ts'

/** The engine stands in the catalog for its tables, jobs and texts; its rights are the registers'. */
export const register = defineApp({
  id: 'register',
  rights: defineRights('register', {}),
  levels: { read: [], work: [], approve: [], manage: [] },
  messages,
  notices: [importDone, exportReady, mentioned, changedByOther],
})
