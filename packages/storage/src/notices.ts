import { type NoticeKind, platformRights } from '@crm/platform'

/** A content that is named is not in the store, or is not what its name says: put it back from a backup. */
export const contentLost: NoticeKind = { id: 'storage.content-lost', right: platformRights.settings.edit.id, mail: 'at-once', isPressing: true }
