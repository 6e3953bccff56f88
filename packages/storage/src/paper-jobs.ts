import { defineJob } from '@crm/platform'
import { z } from 'zod'

/** The jobs of a desk of papers, under its app's name. */
export const paperJobs = (app: string) => ({
  /** Who keeps a paper beyond its day is told. */
  overdue: defineJob(`${app}.overdue-papers`, z.object({}).nullish()),
})

export type PaperJobs = ReturnType<typeof paperJobs>
