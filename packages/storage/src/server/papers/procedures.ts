import { invalid, isDay } from '@crm/platform'
import { allowed, allowedOn, lookupFor, type Mutation, type Query, type Reading, type Writing } from '@crm/platform/server'
import { z } from 'zod'
import type { PaperAbout } from '../../paper.ts'
import type { PaperDesk, Shelved } from './desk.ts'
import { giveBack, lend, type Lending, loanOn } from './loans.ts'
import { placesOf } from './places.ts'

interface Named {
  readonly id: number
  readonly label: string
}

export type PaperProcedures = {
  get: Query<{ documentId: number }, PaperAbout>
  /** All of them, or none. */
  move: Mutation<{ ids: number[]; placeId: number }, null>
  lend: Mutation<{ ids: number[] } & Lending, null>
  giveBack: Mutation<{ ids: number[] }, null>
  /** Where a paper can be put. */
  places: Query<undefined, Named[]>
  /** To whom it can be lent. */
  people: Query<{ text: string }, Named[]>
}

const id = z.number().int().positive()
const ids = z.array(id).min(1).max(200)
const line = (most: number) => z.string().trim().min(1).max(most).nullable()
const nothing = { parse: () => undefined }

/** The papers of one kind of document. */
export function paperProcedures(desk: PaperDesk, to: Shelved): PaperProcedures {
  const each = async (ctx: Writing, chosen: readonly number[], act: (one: { id: number; code: string | null }) => Promise<void>) => {
    // Asked for before anything is done: a paper that may not be touched leaves the others where they are.
    const found = []
    for (const documentId of [...new Set(chosen)].toSorted((one, other) => one - other)) found.push({ id: documentId, code: (await to.find(ctx, documentId)).code })
    for (const one of found) await act(one)
    return null
  }
  return {
    get: allowedOn(to.paper.view)
      .input(z.strictObject({ documentId: id }))
      .query(({ ctx, input }) => paperOf(ctx, to, input.documentId)),
    move: allowedOn(to.paper.move)
      .input(z.strictObject({ ids, placeId: id }))
      .mutation(async ({ ctx, input }) => {
        const place = (await placesOf(ctx.system, desk)).find((one) => one.id === input.placeId)
        return each(ctx, input.ids, async (one) => {
          if (!place) throw invalid({ path: 'placeId', code: 'not-a-choice' })
          await to.put(ctx, one.id, place.code)
        })
      }),
    lend: allowedOn(to.paper.lend)
      .input(z.strictObject({ ids, holderId: id.nullable(), outsider: line(120), dueOn: z.string().refine(isDay, 'not-a-day').nullable(), note: line(200) }))
      .mutation(({ ctx, input: { ids: chosen, ...lending } }) => each(ctx, chosen, (one) => lend(ctx, to, { ...one, lending }))),
    giveBack: allowedOn(to.paper.lend)
      .input(z.strictObject({ ids }))
      .mutation(({ ctx, input }) => each(ctx, input.ids, (one) => giveBack(ctx, to, one))),
    places: allowed(to.paper.move)
      .input(nothing)
      .query(async ({ ctx }) => (await placesOf(ctx.system, desk)).map(({ id: placeId, code, name }) => ({ id: placeId, label: name === null ? code : `${code} · ${name}` }))),
    people: allowed(to.paper.lend)
      .input(z.strictObject({ text: z.string().max(100) }))
      .query(({ ctx, input }) => lookupFor(ctx.system, 'directory.person').search(ctx.system, { text: input.text, limit: 20, user: ctx.user })),
  }
}

async function paperOf(ctx: Reading, to: Shelved, documentId: number): Promise<PaperAbout> {
  await to.find(ctx, documentId)
  const places = await to.placesOf(ctx.system, [documentId])
  return { place: places.get(documentId) ?? null, loan: await loanOn(ctx, `${to.kind}:${documentId}`) }
}
