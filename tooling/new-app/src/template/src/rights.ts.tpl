import { defineRights } from '@crm/platform'
import { registerRights } from '@crm/register'

export const rights = defineRights('__name__', { entry: registerRights() })
