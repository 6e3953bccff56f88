import type { NoticeKind, TodoKind } from './notice.ts'
import { rights } from './rights.ts'

export const accessAsked: NoticeKind = { id: 'platform.access-asked', right: rights.requests.decide.id }
export const accessDecided: NoticeKind = { id: 'platform.access-decided', right: rights.notices.view.id }

/** What a reminder says to its recipients, and to those above them when it is not done. */
export const reminderNotice: NoticeKind = { id: 'platform.reminder', right: rights.notices.view.id, mail: 'at-once' }
export const reminderEscalated: NoticeKind = { id: 'platform.reminder-escalated', right: rights.notices.view.id, mail: 'at-once' }
export const reminderTodo: TodoKind = { id: 'platform.reminder', right: rights.todo.view.id }

/** Somebody else changed rights or what guards the system; told to everybody who may change rights, so that one stolen account is noticed. */
export const rightsChanged: NoticeKind = { id: 'platform.rights-changed', right: rights.rights.edit.id, mail: 'at-once', isPressing: true }
export const guardChanged: NoticeKind = { id: 'platform.guard-changed', right: rights.rights.edit.id, mail: 'at-once', isPressing: true }

/** Strangers try one's password: unknown browsers are kept out for a while, one's own go on. */
export const accountTried: NoticeKind = { id: 'platform.account-tried', right: rights.notices.view.id, mail: 'at-once', isPressing: true }

/** One's password is known to others, or one's session was used elsewhere: it has to be changed now. */
export const passwordForced: NoticeKind = { id: 'platform.password-forced', right: rights.notices.view.id, mail: 'at-once', isPressing: true }
/** A right password after many wrong ones from the same place. */
export const signedInAfterFailures: NoticeKind = { id: 'platform.signed-in-after-failures', right: rights.notices.view.id, mail: 'at-once', isPressing: true }

/** An attack: critical ones by letter at once, suspicions in the bell. */
export const incidentOpened: NoticeKind = { id: 'platform.incident-opened', right: rights.incidents.view.id, mail: 'at-once', isPressing: true }
export const incidentSeen: NoticeKind = { id: 'platform.incident-seen', right: rights.incidents.view.id, mail: 'daily' }

/** A document was opened to somebody, or will be shut again soon. */
export const accessGiven: NoticeKind = { id: 'platform.access-given', right: rights.notices.view.id }
export const accessEnding: NoticeKind = { id: 'platform.access-ending', right: rights.notices.view.id }
/** The same of a right that was given until a day. */
export const rightEnding: NoticeKind = { id: 'platform.right-ending', right: rights.notices.view.id }

export const watchNotices = [
  rightsChanged,
  guardChanged,
  accountTried,
  passwordForced,
  signedInAfterFailures,
  incidentOpened,
  incidentSeen,
  accessGiven,
  accessEnding,
  rightEnding,
] as const
