import type { Handler } from '@crm/platform/server'
import type { PaperDesk } from './desk.ts'
import { type PlaceProcedures, placeProcedures } from './places.ts'
import { type StockTakingProcedures, stockTakingProcedures } from './stocktaking-procedures.ts'

export { lentPapers } from './belongings.ts'
export type { PaperDesk, Shelved } from './desk.ts'
export { lend } from './loans.ts'
export { type PaperProcedures, paperProcedures } from './procedures.ts'
export { paperRoutes } from './routes.ts'

/** What is asked at the desk: places, what is lent out, counting. */
export type PaperDeskProcedures = PlaceProcedures & { readonly counting: StockTakingProcedures }
export const paperDeskProcedures = (desk: PaperDesk): PaperDeskProcedures => ({ ...placeProcedures(desk), counting: stockTakingProcedures(desk) })

/** What a worker does with papers. */
export const paperHandlers = (desk: PaperDesk): Handler[] => [
  { job: desk.jobs.overdue, cron: '0 7 * * *', run: async (ctx) => (await import('./overdue.ts')).warnOverdue(ctx, desk) },
]
