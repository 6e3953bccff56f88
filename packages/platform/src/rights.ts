import { defineRights, right } from './right.ts'

/** What every employee gets with an account, each of which can still be taken away, and the settings, which only admins get. */
export const rights = defineRights('platform', {
  preferences: { edit: right() },
  notices: { view: right() },
  help: { view: right() },
  /** Changes of the documents a person may see, as they happen. */
  events: { view: right() },
  /** One's own sessions and second factor. The own password needs no right: it must be changed when it is over. */
  account: { sessions: right(), secondFactor: right() },
  /** The settings of the whole system, read and changed. */
  settings: { edit: right({ risk: 'sensitive', denied: 'page' }) },
})
