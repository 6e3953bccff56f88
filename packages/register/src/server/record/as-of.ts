import { addDays, type Day, dayOf, Failure, startOfDay } from '@crm/platform'
import { type Changes, holderOf, type Reading, withNames } from '@crm/platform/server'
import { type AnyRegister, documentOf, guardedFields, type PastAnswer, type Referred } from '../../index.ts'
import { findRecord } from './record.ts'

/** More changes than anybody makes to one record; beyond them it is not said what was. */
const mostUndone = 5_000

/**
 * A record as it was when a day ended in Warsaw: the record of now with every change since taken back, in the journal's order. What the
 * reader may not see in the history stays hidden here.
 *
 * @throws Failure 'missing', 'too-large' where too much has changed since
 */
export async function stateOn(ctx: Reading, register: AnyRegister, { id, day }: { id: number; day: Day }): Promise<PastAnswer> {
  const record = await findRecord(ctx.system, register, { id })
  if (!record) throw new Failure('missing')
  const end = startOfDay(addDays(day, 1))
  const knownFrom = dayOf(new Date(record.createdAt))
  if (Date.parse(record.createdAt) >= end.getTime()) return { row: null, shelf: null, changed: [], hidden: [], knownFrom }
  const now: Record<string, unknown> = { ...record.values, shelf: record.shelf }
  const past = { ...now }
  // A change that does not end in what was is about something else of the same name, a file's description.
  for (const changes of await changesSince(ctx, documentOf(register, id), end))
    for (const [name, [before, after]] of Object.entries(changes)) if (name in past && isSame(past[name], after)) past[name] = before
  const holds = holderOf(ctx.user)
  const hidden = guardedFields(register).flatMap(([name, right]) => (holds(right) ? [] : [name]))
  for (const name of hidden) past[name] = null
  const changed = Object.keys(now).filter((name) => !hidden.includes(name) && !isSame(past[name], now[name]))
  const { shelf, ...row } = past
  return { row, shelf: shelf as PastAnswer['shelf'], changed, hidden, knownFrom } // the journal's own words for it
}

/** Newest first. */
async function changesSince(ctx: Reading, document: string, since: Date): Promise<Changes[]> {
  const rows = await ctx.system.database.read.query(
    `select changes from platform_journal where document = ? and is_change = 1 and outcome = 'done' and changes is not null and at >= ? order by id desc limit ${mostUndone + 1}`,
    [document, since],
  )
  if (rows.length > mostUndone) throw new Failure('too-large', { limit: mostUndone })
  const parsed = rows.map(([changes]) => (typeof changes === 'string' ? (JSON.parse(changes) as Changes) : (changes as Changes))) // what the journal wrote
  return (await withNames(ctx.system, parsed)).filter((changes) => changes !== null)
}

/** Documents are the same by their ids: what they are called may have changed since. */
const isSame = (one: unknown, other: unknown) => JSON.stringify(bare(one)) === JSON.stringify(bare(other))

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(bare)
  if (typeof value !== 'object' || value === null) return value ?? null
  if ('id' in value) return (value as Referred).id
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))) // parts of an item; a journal may keep them in another order
}
