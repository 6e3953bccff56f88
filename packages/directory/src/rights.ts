import { defineRights, right } from '@crm/platform'
import { registerRights } from '@crm/register'
import { attachmentRights } from '@crm/storage'

export const rights = defineRights('directory', { party: { ...registerRights(), files: attachmentRights(), merge: right({ risk: 'sensitive' }), whiteList: right() } })
