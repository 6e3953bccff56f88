import { type NoticeKind, platformRights } from '@crm/platform'

const right = platformRights.notices.view.id

/** A long import that somebody left running has come to its end. */
export const importDone: NoticeKind = { id: 'register.import-done', right }
