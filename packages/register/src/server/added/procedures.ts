import type { Right } from '@crm/platform'
import { allowed, type Mutation, type Query } from '@crm/platform/server'
import { z } from 'zod'
import { type AddedTo, addedKinds, type SaveAddedInput } from '../../index.ts'
import { listAdded, moveAdded, saveAdded, useAdded } from './change.ts'

export type AddedFieldProcedures = {
  list: Query<object | undefined, AddedTo[]>
  save: Mutation<SaveAddedInput, { field: string }>
  /** Out of use, or into it again. */
  use: Mutation<{ register: string; field: string; isUsed: boolean }, null>
  move: Mutation<{ register: string; field: string; by: -1 | 1 }, null>
}

const name = z.string().trim().min(1, 'required').max(80)
const register = z.string().max(80)
const field = z.string().max(40)
const choice = z.strictObject({ id: z.string().max(8).nullable(), pl: name, en: name, isUsed: z.boolean() })

/** Fields that an admin adds to the registers, behind one right. */
export const addedFieldProcedures = (right: Right): AddedFieldProcedures => ({
  list: allowed(right)
    .input(z.strictObject({}).optional())
    .query(({ ctx }) => listAdded(ctx.system)),
  save: allowed(right)
    .input(z.strictObject({ register, field: field.nullable(), kind: z.enum(addedKinds), pl: name, en: name, choices: z.array(choice).max(60) }))
    .mutation(({ ctx, input }) => saveAdded(ctx, input)),
  use: allowed(right)
    .input(z.strictObject({ register, field, isUsed: z.boolean() }))
    .mutation(async ({ ctx, input }) => {
      await useAdded(ctx, input)
      return null
    }),
  move: allowed(right)
    .input(z.strictObject({ register, field, by: z.union([z.literal(-1), z.literal(1)]) }))
    .mutation(async ({ ctx, input }) => {
      await moveAdded(ctx, input)
      return null
    }),
})
