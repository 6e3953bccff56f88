import type { ReadPool } from '@crm/platform/server'
import type { Count, Ids } from '../../index.ts'
import type { Asking, Sql } from './condition.ts'
import { type Listing, whereOf } from './listing.ts'

/** Nobody needs to know it further. */
const countCap = 10_000

/** How many records match, counted no further than a person needs to know. */
export async function countMatches(pool: ReadPool, listing: Omit<Listing, 'columns'>, asking: Asking): Promise<Count> {
  const countOf = async (scope: Sql | null) => {
    const sql = await whereOf({ ...listing, scope }, asking)
    const rows = await pool.query(`select count(*) from (select 1 from ${asking.register.table} t where ${sql.text} limit ${countCap + 1}) found`, sql.values)
    return Number(rows[0]?.[0] ?? 0)
  }
  const scope = listing.scope ?? null
  // Many records are open to everybody: then nobody looks into the tables of the others.
  if (scope?.plain && (await countOf({ text: scope.plain, values: [] })) > countCap) return { count: countCap, isCapped: true }
  const count = await countOf(scope)
  return { count: Math.min(count, countCap), isCapped: count > countCap }
}

/** The ids of what is found, newest first, up to the cap of counts. */
export async function idsOf(pool: ReadPool, listing: Omit<Listing, 'columns'>, asking: Asking): Promise<Ids> {
  const sql = await whereOf(listing, asking)
  const rows = await pool.query(`select t.id from ${asking.register.table} t where ${sql.text} order by t.id desc limit ${countCap + 1}`, sql.values)
  return { ids: rows.slice(0, countCap).map(([id]) => Number(id)), isCapped: rows.length > countCap }
}

/** How many records match, all of them: for what is done to every one. */
export async function countAll(pool: ReadPool, listing: Omit<Listing, 'columns'>, asking: Asking): Promise<number> {
  const sql = await whereOf(listing, asking)
  const [row] = await pool.query(`select count(*) from ${asking.register.table} t where ${sql.text}`, sql.values)
  return Number(row?.[0] ?? 0)
}
