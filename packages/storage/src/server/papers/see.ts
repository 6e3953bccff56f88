import { Failure, invalid } from '@crm/platform'
import { statement, type Writing, visibleKeys } from '@crm/platform/server'
import { readLabel } from '../../label-code.ts'
import type { SightOutcome } from '../../paper.ts'
import { factsOf, type PaperDesk, type PaperFacts, shelvedAt } from './desk.ts'
import { holdersOf } from './loans.ts'
import { insideOf, isAmong, lockTaking } from './stocktaking.ts'

/** What reading a label said: where the paper belongs, who has it by the books, and whether it was seen before. */
export interface Sighting extends PaperFacts {
  readonly document: string
  readonly outcome: Extract<SightOutcome, 'here' | 'foreign' | 'moved'>
  readonly holder: string | null
  readonly isAgain: boolean
}

/**
 * Note a paper as seen, by its label. Twice is once, whoever reads it.
 *
 * @throws Failure 'invalid' at `code`: 'not-a-label', 'voided-label', or 'unknown-label' - also for a document that this reader may not see
 */
export async function see(ctx: Writing, desk: PaperDesk, { id, code: typed }: { id: number; code: string }): Promise<Sighting> {
  const code = readLabel(typed)
  if (code === null) throw invalid({ path: 'code', code: 'not-a-label' })
  const taking = await lockTaking(desk, id)
  const [label] = await statement<{ document: string; voided_at: string | null }[]>('select document, voided_at from storage_label where code = ?', [code])
  const document = label?.document ?? ''
  const about = (await factsOf(ctx.system, desk, [document])).get(document)
  if (!label || !about || !(await visibleKeys(ctx.system, ctx.user, [document])).has(document)) throw invalid({ path: 'code', code: 'unknown-label' })
  if (label.voided_at !== null) throw invalid({ path: 'code', code: 'voided-label', params: { number: about.number } })
  const isHere = isAmong(about.place, await insideOf(ctx.system, desk, taking.placeId))
  const [before] = await statement<{ outcome: Sighting['outcome'] }[]>('select outcome from storage_sight where stocktaking_id = ? and document = ?', [id, document])
  const outcome = before?.outcome ?? (isHere ? 'here' : 'foreign')
  const holder = (await holdersOf(ctx, [document])).get(document) ?? null
  if (!before)
    await statement('insert into storage_sight (stocktaking_id, document, outcome, place, holder, user_id, at) values (?,?,?,?,?,?,?)', [
      id,
      document,
      outcome,
      about.place,
      holder,
      ctx.user.id,
      ctx.now,
    ])
  await ctx.journal({ document: `${desk.kind}:${id}`, note: `${about.number}: ${outcome}` })
  return { ...about, document, outcome, holder, isAgain: before !== undefined }
}

/** A foreign paper stays here: its record names this place from now on. @throws Failure 'missing' for what was not seen, 'denied' */
export async function keepHere(ctx: Writing, desk: PaperDesk, { id, document }: { id: number; document: string }): Promise<void> {
  const taking = await lockTaking(desk, id)
  const found = shelvedAt(desk, document)
  const [sight] = await statement<object[]>("select 1 from storage_sight where stocktaking_id = ? and document = ? and outcome = 'foreign'", [id, document])
  if (!found || !sight) throw new Failure('missing')
  await found.to.find({ ...ctx, right: found.to.paper.move }, found.id)
  await found.to.put(ctx, found.id, taking.place)
  await statement("update storage_sight set outcome = 'moved' where stocktaking_id = ? and document = ?", [id, document])
  await ctx.journal({ document: `${desk.kind}:${id}`, note: `${document}: moved` })
}
