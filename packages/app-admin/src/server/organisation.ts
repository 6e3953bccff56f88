import { dayOf, isDay } from '@crm/platform'
import { allowed, type Labelled, lookupFor, type Mutation, noticeTo, notify, type Query } from '@crm/platform/server'
import type { Department, Substitution } from '@crm/directory'
import { addSubstitution, endSubstitution, listDepartments, listSubstitutions, type NewSubstitution, removeDepartment, saveDepartment } from '@crm/directory/server'
import { z } from 'zod'
import { standingIn } from '../notices.ts'
import { rights } from '../rights.ts'

export type DepartmentProcedures = {
  list: Query<object | undefined, Department[]>
  save: Mutation<{ id: number | null; name: string; parentId: number | null; headId: number | null }, { id: number }>
  remove: Mutation<{ id: number }, null>
  /** Active people by a part of their name, for every form of this section. */
  people: Query<{ text: string }, Labelled[]>
}

export type SubstitutionProcedures = {
  list: Query<object | undefined, Substitution[]>
  add: Mutation<NewSubstitution, { id: number }>
  end: Mutation<{ id: number }, null>
}

const id = z.number().int().positive()
const nothing = z.strictObject({}).optional()
const day = z.string().refine(isDay, 'not-a-day')

export const departmentProcedures: DepartmentProcedures = {
  list: allowed(rights.departments.view)
    .input(nothing)
    .query(({ ctx }) => listDepartments(ctx.system)),
  save: allowed(rights.departments.edit)
    .input(z.strictObject({ id: id.nullable(), name: z.string().trim().min(1).max(120), parentId: id.nullable(), headId: id.nullable() }))
    .mutation(async ({ ctx, input }) => ({ id: await saveDepartment(ctx, input) })),
  remove: allowed(rights.departments.edit)
    .input(z.strictObject({ id }))
    .mutation(async ({ ctx, input }) => {
      await removeDepartment(ctx, input.id)
      return null
    }),
  people: allowed(rights.enter)
    .input(z.strictObject({ text: z.string().max(100) }))
    .query(({ ctx, input }) => lookupFor(ctx.system, 'directory.person').search(ctx.system, { text: input.text, limit: 20, user: ctx.user })),
}

export const substitutionProcedures: SubstitutionProcedures = {
  list: allowed(rights.substitutions.view)
    .input(nothing)
    .query(({ ctx }) => listSubstitutions(ctx.system, { today: dayOf(ctx.now) })),
  add: allowed(rights.substitutions.edit)
    .input(
      z.strictObject({
        absentId: id,
        substituteId: id,
        fromOn: day,
        toOn: day,
        apps: z
          .array(z.string().regex(/^[a-z]{1,30}$/))
          .min(1)
          .max(15)
          .nullable(),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const added = await addSubstitution(ctx, input)
      const names = await lookupFor(ctx.system, 'directory.person').labels(ctx.system, [input.absentId])
      const params = { name: names.get(input.absentId) ?? '', from: input.fromOn, to: input.toOn }
      await ctx.send(notify, noticeTo(input.substituteId, standingIn, { params, path: '/todo' }))
      return { id: added }
    }),
  end: allowed(rights.substitutions.edit)
    .input(z.strictObject({ id }))
    .mutation(async ({ ctx, input }) => {
      await endSubstitution(ctx, input.id)
      return null
    }),
}
