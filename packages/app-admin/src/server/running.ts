import type { ConnectionLine, JobsAnswer } from '@crm/platform'
import { allowed, connectionsNow, jobsNow, type Mutation, type Query, retryJob } from '@crm/platform/server'
import { z } from 'zod'
import { rights } from '../rights.ts'

export type RunningProcedures = {
  jobs: Query<object | undefined, JobsAnswer>
  connections: Query<object | undefined, ConnectionLine[]>
  /** A job that failed is tried again. */
  retry: Mutation<{ name: string; id: string }, null>
}

const nothing = z.strictObject({}).optional()

export const runningProcedures: RunningProcedures = {
  jobs: allowed(rights.running.view)
    .input(nothing)
    .query(({ ctx }) => jobsNow(ctx.system)),
  connections: allowed(rights.running.view)
    .input(nothing)
    .query(({ ctx }) => connectionsNow(ctx.system)),
  retry: allowed(rights.running.retry)
    .input(z.strictObject({ name: z.string().max(120), id: z.uuid() }))
    .mutation(async ({ ctx, input }) => {
      await retryJob(ctx, input)
      return null
    }),
}
