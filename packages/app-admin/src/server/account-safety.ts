import { Failure, type SecurityLine, type SessionLine } from '@crm/platform'
import {
  allowed,
  demandFactor,
  endSessions,
  type FactorDemand,
  factorDemandOf,
  issueOneTimePassword,
  listSecurity,
  listSessions,
  type Mutation,
  type Query,
  unblock,
} from '@crm/platform/server'
import { z } from 'zod'
import { rights } from '../rights.ts'

const id = z.number().int().positive()
const nothing = z.strictObject({}).optional()
const severity = z.enum(['info', 'warn', 'critical'])

/** What an admin does for the safety of other people's accounts. */
export type AccountSafety = {
  resetPassword: Mutation<{ id: number }, { password: string; until: string }>
  factor: Query<{ id: number }, FactorDemand>
  demandFactor: Mutation<{ of: { userId: number } | { groupId: number }; isDemanded: boolean }, null>
  sessions: Query<object | undefined, SessionLine[]>
  endSession: Mutation<{ id: string }, null>
  events: Query<{ rule?: string | undefined; severity?: 'info' | 'warn' | 'critical' | undefined; address?: string | undefined; before?: number | undefined }, SecurityLine[]>
  unblock: Mutation<{ user: string } | { address: string }, { count: number }>
}

export const accountSafety: AccountSafety = {
  resetPassword: allowed(rights.people.resetPassword)
    .input(z.strictObject({ id }))
    .mutation(async ({ ctx, input }) => {
      const issued = await issueOneTimePassword(ctx, input.id)
      await ctx.journal({ document: `platform.user:${input.id}`, affectedUserId: input.id })
      return issued
    }),
  factor: allowed(rights.people.demandFactor)
    .input(z.strictObject({ id }))
    .query(({ ctx, input }) => factorDemandOf(ctx.system, input.id)),
  demandFactor: allowed(rights.people.demandFactor)
    .input(z.strictObject({ of: z.union([z.strictObject({ userId: id }), z.strictObject({ groupId: id })]), isDemanded: z.boolean() }))
    .mutation(async ({ ctx, input }) => {
      await demandFactor(ctx, input.of, input.isDemanded)
      return null
    }),
  sessions: allowed(rights.sessions.view)
    .input(nothing)
    .query(({ ctx }) => listSessions(ctx.system, { session: ctx.session })),
  endSession: allowed(rights.sessions.end)
    .input(z.strictObject({ id: z.string().regex(/^[0-9a-f]{16}$/) }))
    .mutation(async ({ ctx, input }) => {
      const [owner] = await endSessions({ id: input.id })
      if (owner === undefined) throw new Failure('missing')
      await ctx.journal({ document: `platform.user:${owner}`, affectedUserId: owner })
      return null
    }),
  events: allowed(rights.security.view)
    .input(z.strictObject({ rule: z.string().max(40).optional(), severity: severity.optional(), address: z.string().max(45).optional(), before: id.optional() }))
    .query(({ ctx, input }) => listSecurity(ctx.system, input)),
  unblock: allowed(rights.security.unblock)
    .input(z.union([z.strictObject({ user: z.string().min(1).max(160) }), z.strictObject({ address: z.string().min(2).max(45) })]))
    .mutation(async ({ ctx, input }) => {
      const count = await unblock(ctx.system, input)
      await ctx.journal({ note: `${'user' in input ? input.user : input.address}: ${count}` })
      return { count }
    }),
}
