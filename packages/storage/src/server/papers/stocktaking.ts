import { Failure } from '@crm/platform'
import { type Reading, statement, type System, type Writing, visibleKeys, momentOf, momentOrNull } from '@crm/platform/server'
import { type SightLine, type SightOutcome, sightOutcomes, type StockTaking, within } from '../../paper.ts'
import { factsOf, lyingAt, type PaperDesk } from './desk.ts'
import { holdersOf } from './loans.ts'
import { keyOf, lockPlace, placesOf } from './places.ts'

/** A counting as it is kept. */
export interface Counting {
  readonly id: number
  readonly placeId: number | null
  readonly place: string
  readonly isOpen: boolean
}

const columns = 's.id, s.place, u.name, s.started_at, s.ended_at'
const takingOf = ([id, place, by, startedAt, endedAt]: readonly unknown[]): StockTaking => ({
  id: Number(id),
  place: String(place),
  by: String(by),
  startedAt: momentOf(startedAt),
  endedAt: momentOrNull(endedAt),
})

/** Those that go on first, then the newest. */
export async function listTakings(ctx: Reading, desk: PaperDesk): Promise<StockTaking[]> {
  const rows = await ctx.system.database.read.query(
    `select ${columns} from storage_stocktaking s join platform_user u on u.id = s.started_by where s.desk = ? order by s.ended_at is not null, s.id desc limit 100`,
    [desk.kind],
  )
  return rows.map(takingOf)
}

/** @throws Failure 'missing' */
export async function findTaking(ctx: Reading, desk: PaperDesk, id: number): Promise<StockTaking & { readonly placeId: number | null }> {
  const [row] = await ctx.system.database.read.query(
    `select ${columns}, s.place_id from storage_stocktaking s join platform_user u on u.id = s.started_by where s.desk = ? and s.id = ?`,
    [desk.kind, id],
  )
  if (!row) throw new Failure('missing')
  return { ...takingOf(row), placeId: row[5] === null ? null : Number(row[5]) }
}

/** Begin to count a place with everything inside it, or go on with what somebody began there. */
export async function beginTaking(ctx: Writing, desk: PaperDesk, placeId: number): Promise<{ id: number }> {
  const place = await lockPlace(desk, placeId)
  const [open] = await statement<{ id: number }[]>('select id from storage_stocktaking where live_place = ?', [placeId])
  const id =
    open?.id ??
    (
      await statement('insert into storage_stocktaking (desk, place_id, live_place, place, started_by, started_at) values (?,?,?,?,?,?)', [
        desk.kind,
        placeId,
        placeId,
        place.code,
        ctx.user.id,
        ctx.now,
      ])
    ).insertId
  await ctx.journal({ document: `${desk.kind}:${id}`, note: place.code })
  return { id }
}

/** @throws Failure 'missing', or 'read-only' for one that has ended */
export async function lockTaking(desk: PaperDesk, id: number): Promise<Counting & { placeId: number }> {
  const [row] = await statement<{ place_id: number; place: string; ended_at: string | null }[]>(
    'select place_id, place, ended_at from storage_stocktaking where id = ? and desk = ? for update',
    [id, desk.kind],
  )
  if (!row) throw new Failure('missing')
  if (row.ended_at !== null) throw new Failure('read-only')
  return { id, placeId: row.place_id, place: row.place, isOpen: true }
}

/** The codes that count as this place, as the database compares them. */
export async function insideOf(system: System, desk: PaperDesk, placeId: number | null): Promise<string[]> {
  return placeId === null ? [] : within(await placesOf(system, desk), placeId)
}

interface Sight {
  readonly outcome: SightOutcome
  readonly place: string | null
  readonly holder: string | null
  readonly by: string | null
  readonly at: string | null
}

async function sightsOf(system: System, id: number): Promise<Map<string, Sight>> {
  const rows = await system.database.read.query(
    'select s.document, s.outcome, s.place, s.holder, u.name, s.at from storage_sight s left join platform_user u on u.id = s.user_id where s.stocktaking_id = ?',
    [id],
  )
  return new Map(
    rows.map(([document, outcome, place, holder, by, at]) => [
      String(document),
      {
        outcome: String(outcome) as SightOutcome, // written here and by see.ts
        place: place === null ? null : String(place),
        holder: holder === null ? null : String(holder),
        by: by === null ? null : String(by),
        at: momentOrNull(at),
      },
    ]),
  )
}

/** What was seen, and of what was not, whether it should be there. */
async function everySight(system: System, desk: PaperDesk, { id, placeId }: { id: number; placeId: number | null }, unseen: 'expected' | 'missing'): Promise<Map<string, Sight>> {
  const seen = await sightsOf(system, id)
  const codes = await insideOf(system, desk, placeId)
  const expected = codes.length === 0 ? [] : await lyingAt(system, desk, codes)
  const rest = expected.filter((document) => !seen.has(document))
  const holders = await holdersOf({ system }, rest)
  for (const document of rest) {
    const holder = holders.get(document) ?? null
    seen.set(document, { outcome: holder === null ? unseen : 'lent', place: null, holder, by: null, at: null })
  }
  return seen
}

/** What counting found so far, or found, as far as the reader may see the documents; what asks for something to be done first. */
export async function linesOf(ctx: Reading, desk: PaperDesk, taking: StockTaking & { readonly placeId: number | null }): Promise<SightLine[]> {
  const sights = taking.endedAt === null ? await everySight(ctx.system, desk, taking, 'expected') : await sightsOf(ctx.system, taking.id)
  const documents = [...sights.keys()]
  const [seen, facts] = [await visibleKeys(ctx.system, ctx.user, documents), await factsOf(ctx.system, desk, documents)]
  return documents
    .flatMap((document): SightLine[] => {
      const [sight, about] = [sights.get(document), facts.get(document)]
      return sight && about && seen.has(document) ? [{ ...about, ...sight, place: sight.place ?? about.place, document }] : []
    })
    .toSorted((one, other) => sightOutcomes.indexOf(one.outcome) - sightOutcomes.indexOf(other.outcome) || one.number.localeCompare(other.number, 'pl', { numeric: true }))
}

/** Close the counting: what it found is kept as it was found. */
export async function endTaking(ctx: Writing, desk: PaperDesk, id: number): Promise<void> {
  const taking = await lockTaking(desk, id)
  const all = await everySight(ctx.system, desk, taking, 'missing')
  const places = await factsOf(ctx.system, desk, [...all.keys()])
  const unseen = [...all].filter(([, { at }]) => at === null).map(([document, { outcome, holder }]) => [id, document, outcome, places.get(document)?.place ?? null, holder])
  if (unseen.length > 0) await statement('insert ignore into storage_sight (stocktaking_id, document, outcome, place, holder) values ?', [unseen])
  await statement('update storage_stocktaking set live_place = null, ended_by = ?, ended_at = ? where id = ?', [ctx.user.id, ctx.now, id])
  const missing = [...all.values()].filter(({ outcome }) => outcome === 'missing').length
  await ctx.journal({ document: `${desk.kind}:${id}`, note: `${taking.place}: ${all.size - missing} of ${all.size}, missing ${missing}` })
}

/** Whether a text names one of these places. */
export const isAmong = (place: string | null, codes: readonly string[]): boolean => place !== null && codes.some((code) => keyOf(code) === keyOf(place))
