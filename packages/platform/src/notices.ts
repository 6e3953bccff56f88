import type { NoticeKind, TodoKind } from './notice.ts'
import { rights } from './rights.ts'

export const accessAsked: NoticeKind = { id: 'platform.access-asked', right: rights.requests.decide.id }
export const accessDecided: NoticeKind = { id: 'platform.access-decided', right: rights.notices.view.id }

/** What a reminder says to its recipients, and to those above them when it is not done. */
export const reminderNotice: NoticeKind = { id: 'platform.reminder', right: rights.notices.view.id, mail: 'at-once' }
export const reminderEscalated: NoticeKind = { id: 'platform.reminder-escalated', right: rights.notices.view.id, mail: 'at-once' }
export const reminderTodo: TodoKind = { id: 'platform.reminder', right: rights.todo.view.id }
