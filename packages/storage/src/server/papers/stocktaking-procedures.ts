import { allowed, type Mutation, type Query } from '@crm/platform/server'
import { z } from 'zod'
import type { SightLine, StockTaking } from '../../paper.ts'
import type { PaperDesk } from './desk.ts'
import { keepHere, see, type Sighting } from './see.ts'
import { beginTaking, endTaking, findTaking, linesOf, listTakings } from './stocktaking.ts'

export type StockTakingProcedures = {
  list: Query<undefined, StockTaking[]>
  get: Query<{ id: number }, StockTaking & { lines: SightLine[] }>
  begin: Mutation<{ placeId: number }, { id: number }>
  see: Mutation<{ id: number; code: string }, Sighting>
  keepHere: Mutation<{ id: number; document: string }, null>
  end: Mutation<{ id: number }, null>
}

const id = z.number().int().positive()
const nothing = { parse: () => undefined }

/** Counting the papers of a place; it can be left and gone on with, by several people at once. */
export function stockTakingProcedures(desk: PaperDesk): StockTakingProcedures {
  const { count } = desk.rights
  return {
    list: allowed(count)
      .input(nothing)
      .query(({ ctx }) => listTakings(ctx, desk)),
    get: allowed(count)
      .input(z.strictObject({ id }))
      .query(async ({ ctx, input }) => {
        const taking = await findTaking(ctx, desk, input.id)
        return { ...taking, lines: await linesOf(ctx, desk, taking) }
      }),
    begin: allowed(count)
      .input(z.strictObject({ placeId: id }))
      .mutation(({ ctx, input }) => beginTaking(ctx, desk, input.placeId)),
    see: allowed(count)
      .input(z.strictObject({ id, code: z.string().max(100) }))
      .mutation(({ ctx, input }) => see(ctx, desk, input)),
    keepHere: allowed(count)
      .input(z.strictObject({ id, document: z.string().max(120) }))
      .mutation(async ({ ctx, input }) => {
        await keepHere(ctx, desk, input)
        return null
      }),
    end: allowed(count)
      .input(z.strictObject({ id }))
      .mutation(async ({ ctx, input }) => {
        await endTaking(ctx, desk, input.id)
        return null
      }),
  }
}
