import { Failure } from '@crm/platform'
import { allowed, allowedOn, type Mutation, type Query, type Reading, visibleIds } from '@crm/platform/server'
import { documentOf, type RecordOf } from '@crm/register'
import { dependentsOf, findRecord, isRestricted, type RegisterDocument } from '@crm/register/server'
import { z } from 'zod'
import type { ComparedParty, Comparison, MergeInput, SuspectedPair } from '../../merge-wire.ts'
import { party } from '../../party.ts'
import { rights } from '../../rights.ts'
import { mergeParties } from './merge.ts'
import { keepApart, mergedInto } from './merge-table.ts'
import { moveChecks } from '../white-list/table.ts'
import { suspectedPairs } from './suspects.ts'

export type MergeProcedures = {
  suspects: Query<object | undefined, SuspectedPair[]>
  compare: Query<{ keep: number; drop: number }, Comparison>
  merge: Mutation<MergeInput, { id: number; version: number; movedCount: number }>
  /** They look alike and are two. */
  apart: Mutation<{ one: number; other: number }, null>
  /** Where a party went that is not there any more, as far as the reader may see where. */
  into: Query<{ id: number }, { id: number; name: string } | null>
}

const id = z.number().int().positive()
const marked = z.strictObject({ id, version: id })

export function mergeProcedures(document: RegisterDocument): MergeProcedures {
  const { merge, view } = rights.party
  const compared = async (ctx: Reading, partyId: number): Promise<ComparedParty> => {
    await document.find(ctx, partyId)
    const record = await findRecord(ctx.system, party, { id: partyId })
    if (!record) throw new Failure('missing')
    const { values, ...about } = record
    return {
      row: { ...values, ...about } as unknown as RecordOf<typeof party.fields>, // read by the same declaration
      dependents: await dependentsOf(ctx.system, party, { id: partyId, reader: ctx.user }),
      isRestricted: await isRestricted(ctx.system, party, partyId),
    }
  }
  return {
    suspects: allowed(merge)
      .input<object | undefined>(z.strictObject({}).optional())
      .query(({ ctx }) => suspectedPairs(ctx, document.scope(ctx))),
    compare: allowed(merge)
      .input(z.strictObject({ keep: id, drop: id }))
      .query(async ({ ctx, input }) => ({ keep: await compared(ctx, input.keep), drop: await compared(ctx, input.drop) })),
    merge: allowed(merge)
      .input<MergeInput>(z.strictObject({ keep: marked, drop: marked, take: z.record(z.string().max(60), z.enum(['keep', 'drop', 'both'])) }))
      .mutation(async ({ ctx, input }) => {
        for (const one of [input.keep, input.drop]) await document.find(ctx, one.id)
        return mergeParties(ctx, input, [moveChecks])
      }),
    apart: allowed(merge)
      .input(z.strictObject({ one: id, other: id }))
      .mutation(async ({ ctx, input }) => {
        for (const one of [input.one, input.other]) await document.find(ctx, one)
        await keepApart([Math.min(input.one, input.other), Math.max(input.one, input.other)])
        await ctx.journal({ document: documentOf(party, input.one), note: `≠ ${documentOf(party, input.other)}` })
        return null
      }),
    into: allowedOn(view)
      .input(z.strictObject({ id }))
      .query(async ({ ctx, input }) => {
        const into = await mergedInto(ctx.system, input.id)
        if (into === null || !(await visibleIds(ctx.system, ctx.user, { kind: document, ids: [into] })).has(into)) return null
        const record = await findRecord(ctx.system, party, { id: into })
        return record && { id: into, name: String(record.values.name) }
      }),
  }
}
