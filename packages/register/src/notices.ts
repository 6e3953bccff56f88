import { type NoticeKind, platformRights } from '@crm/platform'

const right = platformRights.notices.view.id

/** A long import that somebody left running has come to its end. */
export const importDone: NoticeKind = { id: 'register.import-done', right }

/** Somebody called a person in a comment on a record that the person may see. */
export const mentioned: NoticeKind = { id: 'register.mentioned', right, mail: 'at-once' }

/** A record that one looks after was changed by somebody else. */
export const changedByOther: NoticeKind = { id: 'register.changed', right }

/** A large list that was ordered lies ready. */
export const exportReady: NoticeKind = { id: 'register.export-ready', right }
