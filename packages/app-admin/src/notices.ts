import type { NoticeKind, TodoKind } from '@crm/platform'
import { rights } from './rights.ts'

/** Somebody is told that they stand in for a colleague. */
export const standingIn: NoticeKind = { id: 'admin.standing-in', right: 'platform.notices.view', mail: 'at-once' }

/** The journal's newest seal, once a day, for a copy outside the system. */
export const journalHead: NoticeKind = { id: 'admin.journal-head', right: rights.journal.view.id, mail: 'daily' }

/** The journal was touched after it had been sealed. */
export const journalBroken: NoticeKind = { id: 'admin.journal-broken', right: rights.journal.view.id, mail: 'at-once', isPressing: true }

export const notices = [standingIn, journalHead, journalBroken] as const

/** Something that a leaver owned and nobody has taken over. */
export const leftover: TodoKind = { id: 'admin.leftover', right: 'platform.todo.view' }
