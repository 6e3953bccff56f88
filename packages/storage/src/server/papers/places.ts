import { Failure, invalid } from '@crm/platform'
import { allowed, isDuplicate, type Mutation, type Query, type Reading, statement, type System, type Writing } from '@crm/platform/server'
import { z } from 'zod'
import { type LoanLine, type Place, type UnlistedPlace, within } from '../../paper.ts'
import { lyingAt, type PaperDesk, shelvedAt } from './desk.ts'
import { listLoans } from './loans.ts'

interface SavedPlace {
  readonly id: number | null
  readonly code: string
  readonly name: string | null
  readonly withinId: number | null
}

export type PlaceProcedures = {
  list: Query<undefined, { places: Place[]; unlisted: UnlistedPlace[] }>
  loans: Query<undefined, LoanLine[]>
  /** A new code is written into the records that name the old one. */
  save: Mutation<SavedPlace, { id: number }>
  remove: Mutation<{ id: number }, null>
}

const id = z.number().int().positive()
const nothing = { parse: () => undefined }
/** As many records are written anew in one go when a place gets another code. */
const mostRenamed = 500

/** The places of a desk. */
export function placeProcedures(desk: PaperDesk): PlaceProcedures {
  return {
    list: allowed(desk.rights.view)
      .input(nothing)
      .query(({ ctx }) => listPlaces(ctx, desk)),
    loans: allowed(desk.rights.view)
      .input(nothing)
      .query(({ ctx }) => listLoans(ctx, desk)),
    save: allowed(desk.rights.manage)
      .input<SavedPlace>(
        z.strictObject({
          id: id.nullable(),
          code: z.string('required').trim().min(1, 'required').max(80),
          name: z.string().trim().min(1).max(120).nullable(),
          withinId: id.nullable(),
        }),
      )
      .mutation(({ ctx, input }) => savePlace(ctx, desk, input)),
    remove: allowed(desk.rights.manage)
      .input(z.strictObject({ id }))
      .mutation(async ({ ctx, input }) => {
        const place = await lockPlace(desk, input.id)
        const [inner] = await statement<object[]>('select 1 from storage_place where within_id = ? limit 1', [place.id])
        const [counted] = await statement<object[]>('select 1 from storage_stocktaking where live_place = ? limit 1', [place.id])
        if (inner || counted || (await lyingAt(ctx.system, desk, [place.code])).length > 0) throw new Failure('in-use')
        await statement('delete from storage_place where id = ?', [place.id])
        await ctx.journal({ document: `${desk.kind}:0`, changes: { place: [place.code, null] } })
        return null
      }),
  }
}

/** Every place by its code. */
export async function placesOf(system: System, desk: PaperDesk): Promise<Omit<Place, 'count'>[]> {
  const rows = await system.database.read.query('select id, code, name, within_id from storage_place where desk = ? order by code', [desk.kind])
  return rows.map(([placeId, code, name, withinId]) => ({
    id: Number(placeId),
    code: String(code),
    name: name === null ? null : String(name),
    withinId: withinId === null ? null : Number(withinId),
  }))
}

async function listPlaces(ctx: Reading, desk: PaperDesk): Promise<{ places: Place[]; unlisted: UnlistedPlace[] }> {
  const counts = new Map<string, { code: string; count: number }>()
  for (const to of desk.documents)
    for (const { place, count } of await to.counts(ctx)) {
      const known = counts.get(keyOf(place))
      counts.set(keyOf(place), { code: known?.code ?? place, count: (known?.count ?? 0) + count })
    }
  const places = (await placesOf(ctx.system, desk)).map((place) => ({ ...place, count: counts.get(keyOf(place.code))?.count ?? 0 }))
  const listed = new Set(places.map(({ code }) => keyOf(code)))
  const unlisted = [...counts].filter(([key]) => !listed.has(key)).map(([, one]) => one)
  return { places, unlisted: unlisted.toSorted((one, other) => other.count - one.count || one.code.localeCompare(other.code, 'pl')).slice(0, 200) }
}

/** As the database compares texts: small and large letters are one. */
export const keyOf = (code: string): string => code.trim().toLocaleLowerCase('pl')

async function savePlace(ctx: Writing, desk: PaperDesk, { id: placeId, code, name, withinId }: SavedPlace): Promise<{ id: number }> {
  const places = await placesOf(ctx.system, desk)
  if (withinId !== null && !places.some((place) => place.id === withinId)) throw invalid({ path: 'withinId', code: 'not-a-choice' })
  try {
    if (placeId === null) {
      const { insertId } = await statement('insert into storage_place (desk, code, name, within_id, created_at) values (?,?,?,?,?)', [desk.kind, code, name, withinId, ctx.now])
      await ctx.journal({ document: `${desk.kind}:0`, changes: { place: [null, code] } })
      return { id: insertId }
    }
    const before = await lockPlace(desk, placeId)
    if (withinId !== null && within(places, placeId).includes(places.find((place) => place.id === withinId)?.code ?? '')) throw invalid({ path: 'withinId', code: 'inside-itself' })
    await statement('update storage_place set code = ?, name = ?, within_id = ? where id = ?', [code, name, withinId, placeId])
    await ctx.journal({ document: `${desk.kind}:0`, changes: { place: [before.code, code] } })
    if (before.code !== code) await rename(ctx, desk, { from: before.code, to: code })
    return { id: placeId }
  } catch (error) {
    throw isDuplicate(error) ? new Failure('taken', { field: 'code' }) : error
  }
}

async function rename(ctx: Writing, desk: PaperDesk, { from, to }: { from: string; to: string }): Promise<void> {
  const documents = await lyingAt(ctx.system, desk, [from])
  if (documents.length > mostRenamed) throw invalid({ path: 'code', code: 'too-many-there', params: { count: documents.length, most: mostRenamed } })
  for (const document of documents) {
    const found = shelvedAt(desk, document)
    if (found) await found.to.put(ctx, found.id, to)
  }
}

/** @throws Failure 'missing' */
export async function lockPlace(desk: PaperDesk, placeId: number): Promise<{ id: number; code: string }> {
  const [place] = await statement<{ id: number; code: string }[]>('select id, code from storage_place where id = ? and desk = ? for update', [placeId, desk.kind])
  if (!place) throw new Failure('missing')
  return place
}
