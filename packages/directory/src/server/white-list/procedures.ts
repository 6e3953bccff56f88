import { invalid } from '@crm/platform'
import { allowed, allowedOn, type Mutation, type Query, type Reading } from '@crm/platform/server'
import { documentOf } from '@crm/register'
import { findRecord, type RegisterDocument } from '@crm/register/server'
import { z } from 'zod'
import { party } from '../../party.ts'
import { rights } from '../../rights.ts'
import { isNip } from '../../tax-number.ts'
import { type PartyCheck, statusOf, type WhiteListAnswer } from '../../white-list.ts'
import { askFor } from './ask.ts'
import { keepCheck, lastChecks } from './table.ts'

export type WhiteListProcedures = {
  /** What the register knows of a number, for a form. */
  ask: Mutation<{ nip: string }, WhiteListAnswer>
  /** Ask about a party and keep the answer as a proof. */
  check: Mutation<{ id: number }, WhiteListAnswer>
  last: Query<{ id: number }, PartyCheck | null>
}

const id = z.number().int().positive()

export function whiteListProcedures(document: RegisterDocument): WhiteListProcedures {
  // What was asked before the transaction of the answer, by the call's own input.
  const answers = new WeakMap<object, WhiteListAnswer>()
  const answerOf = (input: object) => {
    const answer = answers.get(input)
    if (!answer) throw new Error('The register was not asked before the answer was to be kept')
    return answer
  }
  const nipOf = async (ctx: Reading, partyId: number) => {
    await document.find(ctx, partyId)
    const record = await findRecord(ctx.system, party, { id: partyId })
    if (typeof record?.values.nip !== 'string') throw invalid({ path: 'nip', code: 'required' })
    return record.values.nip
  }
  return {
    ask: allowed(rights.party.whiteList)
      .input(z.strictObject({ nip: z.string().refine(isNip, 'nip') }))
      .mutation(
        async ({ ctx, input }) => {
          await ctx.journal({ document: 'directory.white-list:1', note: `${input.nip}: ${statusOf(answerOf(input))} ${answerOf(input).requestId}` })
          return answerOf(input)
        },
        { before: async ({ ctx, input }) => void answers.set(input, await askFor(ctx, input.nip)) },
      ),
    check: allowedOn(rights.party.whiteList)
      .input(z.strictObject({ id }))
      .mutation(
        async ({ ctx, input }) => {
          const answer = answerOf(input)
          await keepCheck(answer, { partyId: input.id, by: ctx.user.id })
          await ctx.journal({ document: documentOf(party, input.id), note: `${answer.nip}: ${statusOf(answer)} ${answer.requestId}` })
          return answer
        },
        { before: async ({ ctx, input }) => void answers.set(input, await askFor(ctx, await nipOf(ctx, input.id))) },
      ),
    last: allowedOn(rights.party.view)
      .input(z.strictObject({ id }))
      .query(async ({ ctx, input }) => {
        await document.find(ctx, input.id)
        return (await lastChecks(ctx.system, [input.id])).get(input.id) ?? null
      }),
  }
}
