import { Failure } from '@crm/platform'
import { allowedOn, type Mutation, once, type Query, statement } from '@crm/platform/server'
import { z } from 'zod'
import { type AnyRegister, type ExportLine, exportDays, exportFormats, type OrderExportInput, type RegisterRights } from '../../index.ts'
import { writeExports } from '../../jobs.ts'
import { askedIn, demandFields } from '../guarded.ts'
import { questionSchema } from '../list/question.ts'
import { exportDocument, exportsOf } from './kept.ts'

export type ExportProcedures = {
  mine: Query<object | undefined, ExportLine[]>
  /** A worker writes the list into a file; its owner is told when it is there. */
  order: Mutation<OrderExportInput, { id: number }>
}

/** So many of one person at once: each holds a worker for a while. */
const mostWaiting = 3

/** Exports that are too large to be waited for. */
export function exportProcedures(register: AnyRegister, rights: RegisterRights): ExportProcedures {
  return {
    mine: allowedOn(rights.export)
      .input(z.object({}).optional())
      .query(({ ctx }) => exportsOf(ctx, register.id)),
    order: allowedOn(rights.export)
      .input<OrderExportInput>(z.strictObject({ format: z.enum(exportFormats), language: z.enum(['pl', 'en']), question: questionSchema, key: z.uuid().optional() }) as never) // its operators are wider than the wire's
      .mutation(({ ctx, input }) =>
        once(ctx, input.key, async () => {
          await demandFields(ctx, register, askedIn(input.question))
          const waiting = await statement<object[]>("select id from register_export where owner_id = ? and state = 'waiting' and at > ? for update", [
            ctx.user.id,
            new Date(ctx.now.getTime() - 3_600_000),
          ])
          if (waiting.length >= mostWaiting) throw new Failure('busy')
          const { insertId } = await statement('insert into register_export set ?', [
            {
              register: register.id,
              owner_id: ctx.user.id,
              format: input.format,
              language: input.language,
              question: JSON.stringify(input.question),
              state: 'waiting',
              done_count: 0,
              at: ctx.now,
              ends_at: new Date(ctx.now.getTime() + exportDays * 86_400_000),
            },
          ])
          await ctx.send(writeExports, { exportId: insertId })
          await ctx.journal({ document: exportDocument(insertId), note: `${input.format}: ordered` })
          return { id: insertId }
        }),
      ),
  }
}
