import type { Language, ShutDocument } from '@crm/platform'
import { allowed, type Mutation, openShut, type Query, shutDocuments } from '@crm/platform/server'
import { z } from 'zod'
import { rights } from '../rights.ts'

export type ShutProcedures = {
  /** At most two hundred, the newest tables first. */
  list: Query<{ language: Language }, ShutDocument[]>
  give: Mutation<{ tableId: number; userId: number }, null>
}

const id = z.number().int().positive()

/** Documents whose table lets nobody in any more: seen by code only, handed to somebody who may open the register. */
export const shutProcedures: ShutProcedures = {
  list: allowed(rights.access.rescue)
    .input(z.strictObject({ language: z.enum(['pl', 'en']) }))
    .query(({ ctx, input }) => shutDocuments(ctx.system, input.language)),
  give: allowed(rights.access.rescue)
    .input(z.strictObject({ tableId: id, userId: id }))
    .mutation(async ({ ctx, input }) => {
      await openShut(ctx, input)
      return null
    }),
}
