import { isDay } from '@crm/platform'
import { allowed, type Query } from '@crm/platform/server'
import { z } from 'zod'
import { rights } from '../rights.ts'
import type { RightsTable, TableQuestion, UnusedLine, WhyAnswer } from '../rights-wire.ts'
import { rightsTable } from './rights-table.ts'
import { unusedRights, whyRight } from './rights-why.ts'

export type RightsProcedures = {
  table: Query<TableQuestion, RightsTable>
  why: Query<{ holder: string; right: string }, WhyAnswer>
  unused: Query<object | undefined, UnusedLine[]>
}

export const rightsProcedures: RightsProcedures = {
  table: allowed(rights.rights.view)
    .input(z.strictObject({ language: z.enum(['pl', 'en']), on: z.string().refine(isDay, 'not-a-day').optional() }))
    .query(({ ctx, input }) => rightsTable(ctx, input)),
  why: allowed(rights.rights.view)
    .input(z.strictObject({ holder: z.string().regex(/^[ug][1-9]\d{0,9}$/, 'wrong-value'), right: z.string().max(100) }))
    .query(({ ctx, input }) => whyRight(ctx, input)),
  unused: allowed(rights.rights.view)
    .input(z.strictObject({}).optional())
    .query(({ ctx }) => unusedRights(ctx)),
}
