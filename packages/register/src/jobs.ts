import { defineJob } from '@crm/platform'
import { z } from 'zod'

/** What has been in a trash for thirty days is destroyed. */
export const emptyTrash = defineJob('register.empty-trash', z.object({}).nullish())

const ofImport = z.object({ importId: z.number().int() })
const someRows = ofImport.extend({
  /** Rows behind this one. */
  after: z.number().int(),
})

/** An uploaded sheet becomes rows. */
export const readImport = defineJob('register.import-read', ofImport)
/** The dry run, the writing and the taking back, some rows at a time: killed in between, they go on where they stopped. */
export const checkImport = defineJob('register.import-check', someRows)
export const makeImport = defineJob('register.import-make', someRows)
export const undoImport = defineJob('register.import-undo', someRows)
/** A list that was ordered becomes a file. */
export const writeExports = defineJob('register.export-write', z.object({ exportId: z.number().int() }))
/** What was in a sheet is forgotten after thirty days, what was made of it stays; files of exports go after seven. */
export const sweepSheets = defineJob('register.sweep-sheets', z.object({}).nullish())
/** A document was named anew: the registers that refer to it write its label again, some records at a time. */
export const relabel = defineJob(
  'register.relabel',
  z.object({ kind: z.string().max(60), id: z.number().int(), register: z.string().max(60).nullish(), after: z.number().int().default(0) }),
)
