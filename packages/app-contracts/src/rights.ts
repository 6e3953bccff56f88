import { defineRights, right } from '@crm/platform'
import { registerRights } from '@crm/register'
import { attachmentRights } from '@crm/storage'

export const rights = defineRights('contracts', {
  /** Opens the application in the menu. */
  enter: right({ denied: 'page' }),
  trade: { ...registerRights(), files: attachmentRights() },
})
