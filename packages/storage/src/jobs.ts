import { defineJob } from '@crm/platform'
import { z } from 'zod'

/** The texts of files that came in, for the search. */
export const readTexts = defineJob('storage.read-texts', z.object({}).nullish())
/** Small pictures of files that came in, and what PDFs among them would do by themselves. */
export const lookAtContents = defineJob('storage.look-at-contents', z.object({}).nullish())
/** Contents that nothing names are found and, after their time, taken away; those that are named are looked after. One folder a job. */
export const sweepContents = defineJob('storage.sweep-contents', z.object({ folder: z.number().int().min(0).max(255).default(0) }))
