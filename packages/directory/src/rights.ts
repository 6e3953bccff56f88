import { defineRights, right } from '@crm/platform'
import { registerRights } from '@crm/register'
import { attachmentRights } from '@crm/storage'

export const rights = defineRights('directory', {
  party: {
    ...registerRights(),
    /** The people one talks to: a field of its own right. */
    contacts: right({ risk: 'sensitive' }),
    files: attachmentRights(),
    merge: right({ risk: 'sensitive' }),
    whiteList: right(),
  },
})
