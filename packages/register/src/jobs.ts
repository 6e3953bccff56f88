import { defineJob } from '@crm/platform'
import { z } from 'zod'

/** What has been in a trash for thirty days is destroyed. */
export const emptyTrash = defineJob('register.empty-trash', z.object({}).nullish())
