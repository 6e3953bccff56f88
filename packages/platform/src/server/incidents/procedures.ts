import { z } from 'zod'
import { type IncidentLine, type IncidentPage, type IncidentState, incidentStates, type Severity } from '../../index.ts'
import { rights } from '../../rights.ts'
import { allowed, type Mutation, type Query } from '../procedure.ts'
import { decideIncident } from './decide.ts'
import { listIncidents, readIncident } from './list.ts'

const id = z.number().int().positive()

/** Attacks, and what was decided about them. */
export type IncidentProcedures = {
  list: Query<{ state?: IncidentState | undefined; severity?: Severity | undefined; before?: number | undefined }, IncidentLine[]>
  get: Query<{ id: number }, IncidentPage>
  decide: Mutation<{ id: number; state: 'acknowledged' | 'false-alarm'; note: string }, null>
}

export const incidentProcedures: IncidentProcedures = {
  list: allowed(rights.incidents.view)
    .input(z.strictObject({ state: z.enum(incidentStates).optional(), severity: z.enum(['info', 'warn', 'critical']).optional(), before: id.optional() }))
    .query(({ ctx, input }) => listIncidents(ctx.system, input)),
  get: allowed(rights.incidents.view)
    .input(z.strictObject({ id }))
    .query(({ ctx, input }) => readIncident(ctx.system, input.id)),
  decide: allowed(rights.incidents.decide)
    .input(z.strictObject({ id, state: z.enum(['acknowledged', 'false-alarm']), note: z.string().max(500) }))
    .mutation(async ({ ctx, input }) => {
      await decideIncident(ctx, input)
      return null
    }),
}
