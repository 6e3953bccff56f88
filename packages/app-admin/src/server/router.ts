import { allowed, type Query, router as build } from '@crm/platform/server'
import { z } from 'zod'
import type { JournalLine, JournalQuestion, PersonLine } from '../index.ts'
import { rights } from '../rights.ts'
import { type GroupProcedures, groupProcedures } from './groups.ts'
import { readJournal } from './journal.ts'
import { listPeople } from './people.ts'
import { type RightsProcedures, rightsProcedures } from './rights-procedures.ts'

export type AdminRouter = {
  rights: RightsProcedures
  groups: GroupProcedures
  people: { list: Query<object | undefined, PersonLine[]> }
  journal: { list: Query<JournalQuestion, JournalLine[]> }
}

const id = z.number().int().positive()

const procedures: AdminRouter = {
  rights: rightsProcedures,
  groups: groupProcedures,
  people: {
    list: allowed(rights.people.view)
      .input(z.strictObject({}).optional())
      .query(({ ctx }) => listPeople(ctx.system)),
  },
  journal: {
    list: allowed(rights.journal.view)
      .input(
        z.strictObject({
          outcome: z.enum(['done', 'denied', 'ignored', 'failed']).optional(),
          action: z.string().max(100).optional(),
          actorId: id.optional(),
          before: id.optional(),
        }),
      )
      .query(({ ctx, input }) => readJournal(ctx.system, input)),
  },
}

export const router = build(procedures)
