import { defineRights, type Right, right } from '@crm/platform'

/** One right for each button of a document's files; spread it into the owner's tree. */
export const attachmentRights = () =>
  ({
    list: right(),
    preview: right(),
    download: right({ risk: 'sensitive' }),
    upload: right(),
    describe: right(),
    remove: right({ risk: 'sensitive' }),
    /** Who sees a single file: its own table and conditional access. */
    access: right({ risk: 'sensitive' }),
  }) as const

export type AttachmentRights = { readonly [Name in keyof ReturnType<typeof attachmentRights>]: Right }

/** Storage has no button of its own: each file stands behind the rights of its document's app. */
export const rights = defineRights('storage', {})
