import { allowed, type Query, router as build } from '@crm/platform/server'
import { z } from 'zod'
import type { JournalLine, JournalQuestion, PersonLine } from '../index.ts'
import { rights } from '../rights.ts'
import { type AccountSafety, accountSafety } from './account-safety.ts'
import { readJournal } from './journal.ts'
import { listPeople } from './people.ts'

export type AdminRouter = {
  people: { list: Query<object | undefined, PersonLine[]> }
  safety: AccountSafety
  journal: { list: Query<JournalQuestion, JournalLine[]> }
}

const id = z.number().int().positive()

const procedures: AdminRouter = {
  people: {
    list: allowed(rights.people.view)
      .input(z.strictObject({}).optional())
      .query(({ ctx }) => listPeople(ctx.system)),
  },
  safety: accountSafety,
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
