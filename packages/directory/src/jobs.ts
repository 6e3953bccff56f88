import { defineJob } from '@crm/platform'
import { z } from 'zod'

export const turnAccounts = defineJob('directory.turn-accounts', z.object({}))
