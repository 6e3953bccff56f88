import { z } from 'zod'
import { levelNames, type RightsChange, type RightsEffect } from '../../index.ts'
import { rightsChanged } from '../../notices.ts'
import { rights } from '../../rights.ts'
import { changeMembers, removeGroup, saveGroup } from './groups.ts'
import { allowed, type Mutation } from '../procedure.ts'
import { applyChange, effectsOf, previewChange } from './rights-change.ts'
import { tellHolders } from './tell-holders.ts'

export type RightProcedures = {
  rights: {
    /** A mutation, although it leaves nothing behind but its entry: a whole column does not fit into an address. */ preview: Mutation<RightsChange, RightsEffect[]>
    change: Mutation<RightsChange, RightsEffect[]>
  }
  groups: {
    save: Mutation<{ id: number | null; name: string }, { id: number }>
    remove: Mutation<{ id: number }, null>
    members: Mutation<{ id: number; add: number[]; remove: number[] }, null>
  }
}

const id = z.number().int().positive()
const holder = z.string().regex(/^[ug][1-9]\d{0,9}$/, 'wrong-value')
const right = z.string().max(100)
const app = z.string().max(40)
const level = z.enum(levelNames)
const change = z.strictObject({
  lines: z.array(z.strictObject({ holder, right, effect: z.enum(['+', '-']).nullable() })).max(5_000),
  levels: z.array(z.strictObject({ holder, app, level: level.nullable() })).max(2_000),
  presets: z.array(z.strictObject({ app, level, right, isIn: z.boolean() })).max(1_000),
  note: z.string().trim().max(500).optional(),
})

export const rightProcedures: RightProcedures = {
  rights: {
    preview: allowed(rights.rights.edit)
      .input(change)
      .mutation(async ({ ctx, input }) => {
        const differences = await previewChange(ctx, input)
        await ctx.journal({ note: 'preview' })
        return effectsOf(ctx.system, differences)
      }),
    change: allowed(rights.rights.edit)
      .input(change)
      .mutation(async ({ ctx, input }) => {
        const differences = await applyChange(ctx, input)
        if (differences.length === 0) await ctx.journal({ document: 'platform.rights', note: input.note ?? 'unchanged' })
        await tellHolders(ctx, rightsChanged, { params: { name: ctx.user.name, count: differences.length }, path: '/admin/rights' })
        return effectsOf(ctx.system, differences)
      }),
  },
  groups: {
    save: allowed(rights.groups.edit)
      .input(z.strictObject({ id: id.nullable(), name: z.string().trim().min(1).max(120) }))
      .mutation(({ ctx, input }) => saveGroup(ctx, input)),
    remove: allowed(rights.groups.edit)
      .input(z.strictObject({ id }))
      .mutation(async ({ ctx, input }) => {
        await removeGroup(ctx, input.id)
        return null
      }),
    members: allowed(rights.groups.edit)
      .input(z.strictObject({ id, add: z.array(id).max(500), remove: z.array(id).max(500) }))
      .mutation(async ({ ctx, input }) => {
        await changeMembers(ctx, input)
        await tellHolders(ctx, rightsChanged, { params: { name: ctx.user.name, count: input.add.length + input.remove.length }, path: '/admin/groups' })
        return null
      }),
  },
}
