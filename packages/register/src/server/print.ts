import { allowedOn, type Query } from '@crm/platform/server'
import { z } from 'zod'
import { type AnyRegister, documentOf, type PrintListInput, type RegisterRights } from '../index.ts'
import { idSchema, selectionSchema } from './list/question.ts'
import type { RegisterDocument } from './record/document.ts'

/** Said before something goes on paper: that it may, and that it did stands in the journal. */
export type PrintProcedures = {
  record: Query<{ id: number }, null>
  list: Query<PrintListInput, null>
}

export const printProcedures = (register: AnyRegister, { right, document }: { right: RegisterRights['print']; document: RegisterDocument }): PrintProcedures => ({
  record: allowedOn(right)
    .input(idSchema)
    .query(async ({ ctx, input }) => {
      const { code } = await document.find(ctx, input.id)
      await ctx.journalRead({ document: documentOf(register, input.id), documentCode: code })
      return null
    }),
  list: allowedOn(right)
    .input<PrintListInput>(
      selectionSchema.extend({ shelf: z.enum(['current', 'archived', 'removed', 'voided']).optional(), shown: z.number().int().min(0).max(1_000_000) }) as never,
    ) // its operators are wider than the wire's
    .query(async ({ ctx, input: { shown, ...of } }) => {
      await ctx.journalRead({ note: `${shown}; ${JSON.stringify(of)}`.slice(0, 2_000) })
      return null
    }),
})
