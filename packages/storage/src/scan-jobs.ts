import { defineJob } from '@crm/platform'
import { z } from 'zod'

/** The jobs of a desk where scans come in, under its app's name. */
export const scanJobs = (app: string) => ({
  /** The codes of some pages, from one on; the next ones are a job of their own. */
  read: defineJob(`${app}.read-scan`, z.object({ scanId: z.number().int(), from: z.number().int() })),
  /** Every page is read: split and hang on the documents. */
  place: defineJob(`${app}.place-scan`, z.object({ scanId: z.number().int() })),
  /** A look at the watched folder. */
  watch: defineJob(`${app}.watch-folder`, z.object({}).nullish()),
  /** A look into the mailbox. */
  mail: defineJob(`${app}.check-mail`, z.object({}).nullish()),
})

export type ScanJobs = ReturnType<typeof scanJobs>
