import { defineJob } from '@crm/platform'
import { z } from 'zod'

/** The texts of files that came in, for the search. */
export const readTexts = defineJob('storage.read-texts', z.object({}).nullish())
