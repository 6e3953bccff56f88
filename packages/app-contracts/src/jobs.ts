import { defineJob } from '@crm/platform'
import { z } from 'zod'

/** Terms that have renewed by themselves get their new end, deadline and day to decide. */
export const rollTerms = defineJob('contracts.roll-terms', z.object({}).nullish())
