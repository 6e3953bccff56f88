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
/** What was in a sheet is forgotten after thirty days; what was made of it stays. */
export const sweepImports = defineJob('register.import-sweep', z.object({}).nullish())
