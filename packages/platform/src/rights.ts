import { defineRights, right } from './right/right.ts'

/** What every employee gets with an account, each of which can still be taken away, and the settings, which only admins get. */
export const rights = defineRights('platform', {
  preferences: { edit: right() },
  notices: { view: right() },
  /** What waits for oneself. */
  todo: { view: right({ denied: 'page' }) },
  /** One's own reminders of every app. */
  reminders: { view: right({ denied: 'page' }) },
  /** One's own calendar at a secret address, for a calendar program. */
  calendar: { use: right() },
  help: { view: right() },
  /** The search of the whole system; what it finds is decided document by document. */
  search: { use: right() },
  /** Changes of the documents a person may see, as they happen. */
  events: { view: right() },
  /** Change who may do what: single rights, levels, presets. */
  rights: { edit: right({ risk: 'sensitive' }) },
  groups: { edit: right({ risk: 'sensitive' }) },
  /** Ask for a right that one does not hold; everybody may. */
  requests: { ask: right(), decide: right({ risk: 'sensitive', denied: 'page' }) },
  /** See the system as somebody else, without changing anything. */
  seeAs: { use: right({ risk: 'sensitive' }) },
  /** One's own sessions and second factor. The own password needs no right: it must be changed when it is over. */
  account: { sessions: right(), secondFactor: right() },
  /** Attacks on the system, and what was decided about them. */
  incidents: { view: right({ risk: 'sensitive', denied: 'page' }), decide: right({ risk: 'sensitive' }) },
  /** The settings of the whole system, read and changed. */
  settings: { edit: right({ risk: 'sensitive', denied: 'page' }) },
})
