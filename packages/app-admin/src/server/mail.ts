import { allowed, listMail, type MailLine, type MailState, type Mutation, type Query, resendMail } from '@crm/platform/server'
import { z } from 'zod'
import { rights } from '../rights.ts'

export type MailProcedures = {
  list: Query<{ state?: MailState | undefined } | undefined, MailLine[]>
  resend: Mutation<{ id: string }, null>
}

export const mailProcedures: MailProcedures = {
  list: allowed(rights.mail.view)
    .input(z.strictObject({ state: z.enum(['waiting', 'sent', 'failed', 'off']).optional() }).optional())
    .query(({ ctx, input }) => listMail(ctx.system, input)),
  resend: allowed(rights.mail.resend)
    .input(z.strictObject({ id: z.uuid() }))
    .mutation(async ({ ctx, input }) => {
      await resendMail(ctx, input.id)
      await ctx.journal({ document: `platform.mail:${input.id}` })
      return null
    }),
}
