import type { Position } from '@crm/directory'
import { listPositions, mergePositions, removePosition, savePosition } from '@crm/directory/server'
import { allowed, type Mutation, type Query } from '@crm/platform/server'
import { z } from 'zod'
import { rights } from '../rights.ts'

export type PositionProcedures = {
  list: Query<object | undefined, Position[]>
  save: Mutation<{ id: number | null; name: string }, { id: number }>
  /** Everybody of `id` goes to `into`, with the rights of that one. */
  merge: Mutation<{ id: number; into: number }, null>
  remove: Mutation<{ id: number }, null>
}

const id = z.number().int().positive()

export const positionProcedures: PositionProcedures = {
  list: allowed(rights.positions.view)
    .input(z.strictObject({}).optional())
    .query(({ ctx }) => listPositions(ctx.system)),
  save: allowed(rights.positions.edit)
    .input(z.strictObject({ id: id.nullable(), name: z.string().trim().min(1, 'required').max(120) }))
    .mutation(async ({ ctx, input }) => ({ id: await savePosition(ctx, input) })),
  merge: allowed(rights.positions.edit)
    .input(z.strictObject({ id, into: id }))
    .mutation(async ({ ctx, input }) => {
      await mergePositions(ctx, input)
      return null
    }),
  remove: allowed(rights.positions.edit)
    .input(z.strictObject({ id }))
    .mutation(async ({ ctx, input }) => {
      await removePosition(ctx, input.id)
      return null
    }),
}
