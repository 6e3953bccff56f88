import { z } from 'zod'
import type { AccessAnswer, AccessLine, GrantInput, HolderFound, Right } from '../../index.ts'
import { readAccess } from './answer.ts'
import type { Reading } from '../context.ts'
import { type AccessSubject, type At, breakInheritance, endGrant, giveGrant, saveTable } from './document-access.ts'
import { allowedOn, type Mutation, type Query } from '../procedure.ts'

export type AccessProcedures = {
  get: Query<{ id: number }, AccessAnswer>
  holders: Query<{ id: number; text: string }, HolderFound[]>
  /** `null` takes the own table away. */
  save: Mutation<{ id: number; lines: AccessLine[] | null }, null>
  /** Stop inheriting; the own table begins as a copy. */
  break: Mutation<{ id: number }, null>
  grant: Mutation<GrantInput, { id: number }>
  end: Mutation<{ id: number; grantId: number }, null>
}

const id = z.number().int().positive()
const holder = z.string().regex(/^[ug][1-9]\d{0,9}$/, 'wrong-value')
const right = z.string().max(100)
const line = z.strictObject({ holder, right, effect: z.enum(['+', '-']) })
const grant = z.strictObject({
  id,
  holder,
  rights: z.array(right).min(1).max(40),
  fromAt: z.iso.datetime('not-a-moment'),
  untilAt: z.iso.datetime('not-a-moment').nullable(),
  isPreviewOnly: z.boolean(),
  reason: z.string().trim().min(1).max(500),
})

/** Who may see a document of one kind: looked at and changed behind a right of its own. */
export function accessProcedures(subject: AccessSubject, { right: asked, find }: { right: Right; find: (ctx: Reading, id: number) => Promise<Omit<At, 'id'>> }): AccessProcedures {
  const at = async (ctx: Reading, documentId: number): Promise<At> => ({ ...(await find(ctx, documentId)), id: documentId })
  return {
    get: allowedOn(asked)
      .input(z.strictObject({ id }))
      .query(async ({ ctx, input }) => readAccess(ctx, subject, await at(ctx, input.id))),
    holders: allowedOn(asked)
      .input(z.strictObject({ id, text: z.string().max(100) }))
      .query(async ({ ctx, input }) => {
        await find(ctx, input.id)
        return findHolders(ctx, input.text)
      }),
    save: allowedOn(asked)
      .input(z.strictObject({ id, lines: z.array(line).min(1).max(2_000).nullable() }))
      .mutation(async ({ ctx, input }) => {
        await saveTable(ctx, subject, await at(ctx, input.id), input.lines)
        return null
      }),
    break: allowedOn(asked)
      .input(z.strictObject({ id }))
      .mutation(async ({ ctx, input }) => {
        await breakInheritance(ctx, subject, await at(ctx, input.id))
        return null
      }),
    grant: allowedOn(asked)
      .input<GrantInput>(grant)
      .mutation(async ({ ctx, input }) => giveGrant(ctx, subject, await at(ctx, input.id), input)),
    end: allowedOn(asked)
      .input(z.strictObject({ id, grantId: id }))
      .mutation(async ({ ctx, input }) => {
        await endGrant(ctx, subject, await at(ctx, input.id), input.grantId)
        return null
      }),
  }
}

export async function findHolders(ctx: Reading, text: string): Promise<HolderFound[]> {
  const like = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const rows = await ctx.system.database.read.query(
    "(select concat('g', id), name from platform_group where name like ? order by name limit 10) union all (select concat('u', id), name from platform_user where is_active = 1 and name like ? order by name limit 20)",
    [like, like],
  )
  return rows.map(([found, name]) => ({ holder: String(found), name: String(name) }))
}
