import { z } from 'zod'
import { type AccessRequest, type Decision, isDay, type Language } from '../../index.ts'
import { rights } from '../../rights.ts'
import { askForAccess, decideRequest, listRequests } from './requests.ts'
import { allowed, type Mutation, open, type Query } from '../procedure.ts'
import { beginSeeing, endSeeing } from '../rights/see-as.ts'

export type AccessRequestProcedures = {
  requests: {
    ask: Mutation<{ right: string; document: string | null; reason: string }, null>
    list: Query<{ language: Language }, AccessRequest[]>
    decide: Mutation<Decision, null>
  }
  seeAs: { begin: Mutation<{ userId: number }, null>; end: Mutation<object | undefined, null> }
}

const id = z.number().int().positive()

export const accessRequestProcedures: AccessRequestProcedures = {
  requests: {
    ask: allowed(rights.requests.ask)
      .input(
        z.strictObject({
          right: z.string().max(100),
          document: z
            .string()
            .regex(/^[a-z.]{3,60}:[1-9]\d{0,9}$/i, 'wrong-value')
            .nullable(),
          reason: z.string().trim().min(1).max(500),
        }),
      )
      .mutation(async ({ ctx, input }) => {
        await askForAccess(ctx, input)
        return null
      }),
    list: allowed(rights.requests.decide)
      .input(z.strictObject({ language: z.enum(['pl', 'en']) }))
      .query(({ ctx, input }) => listRequests(ctx, input.language)),
    decide: allowed(rights.requests.decide)
      .input<Decision>(z.strictObject({ id, decision: z.enum(['once', 'until', 'no']), day: z.string().refine(isDay, 'not-a-day').optional() }))
      .mutation(async ({ ctx, input }) => {
        await decideRequest(ctx, input)
        return null
      }),
  },
  seeAs: {
    begin: allowed(rights.seeAs.use)
      .input(z.strictObject({ userId: id }))
      .mutation(async ({ ctx, input }) => {
        await beginSeeing(ctx, input.userId)
        return null
      }),
    end: open('gives the own view back')
      .input(z.object({}).optional())
      .mutation(async ({ ctx }) => {
        await endSeeing(ctx)
        return null
      }),
  },
}
