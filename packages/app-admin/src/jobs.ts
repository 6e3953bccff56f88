import { defineJob } from '@crm/platform'
import { z } from 'zod'

/** The newest seal goes into the daily file and to the admins; the journal is verified on the way. */
export const publishHead = defineJob('admin.publish-head', z.object({}))
