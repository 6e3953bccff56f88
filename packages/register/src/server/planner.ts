import { Failure } from '@crm/platform'
import type { ReadPool } from '@crm/platform/server'
import { type Count, type Filter, fold, type Ids, isSortable, type Line, type ListAnswer, noFilter, type AnyRegister, type Shelf, type Sort } from '../index.ts'
import { readCell } from './cell.ts'
import { columnsOf, sortColumn } from './column.ts'
import { type Asking, type Sql, whereFilter, whereSearch } from './condition.ts'

export interface Listing {
  readonly columns: readonly string[]
  readonly filter?: Filter | undefined
  readonly search?: string | undefined
  readonly shelf?: Shelf | undefined
  readonly sort?: readonly Sort[] | undefined
  readonly cursor?: string | null | undefined
  readonly limit?: number | undefined
  /** What the reader may see at all; `null` is everything. */
  readonly scope?: Sql | null
}

/** Up to this many matches are fetched by their ids; above, the sort's index is walked. */
const fewRows = 2_000
const countCap = 10_000
const probeRemembersMs = 20_000

/**
 * One page of a register. MariaDB's optimiser picks the filter's index and sorts eighty thousand rows where walking the sort's
 * index takes a millisecond, so the plan is made here: few matches are fetched by id, many by walking the forced index of the sort.
 * Every predicate is applied again in both; a wrong guess is slow, never wrong.
 *
 * @throws Failure 'invalid' for a column, sort, filter or cursor that the register does not have
 */
export const listPage = (pool: ReadPool, listing: Listing, asking: Asking): Promise<ListAnswer> =>
  readPage(pool, { ...listing, limit: Math.min(Math.max(listing.limit ?? 50, 1), 200) }, asking)

const walkLength = 5_000

/** Every line of a list in its order, page after page; the next page is fetched while the one before is used. */
export async function* walkList(pool: ReadPool, listing: Omit<Listing, 'cursor' | 'limit'>, asking: Asking): AsyncGenerator<Line> {
  let page = readPage(pool, { ...listing, limit: walkLength }, asking)
  for (;;) {
    const { rows, next } = await page
    if (next) {
      page = readPage(pool, { ...listing, cursor: next, limit: walkLength }, asking)
      page.catch(() => undefined) // thrown where it is awaited
    }
    yield* rows
    if (!next) return
  }
}

async function readPage(pool: ReadPool, listing: Listing & { readonly limit: number }, asking: Asking): Promise<ListAnswer> {
  const { register } = asking
  const { limit } = listing
  const sort = sortOf(listing, register)
  const where = whereOf(listing, asking)
  const few = where.isNarrowed ? await probe(pool, where, register) : null
  const cursor = listing.cursor ? keyset(sort, decode(listing.cursor, sort.length + 1)) : null
  const conditions = [where.sql, ...(few ? [{ text: few.length > 0 ? 't.id in (?)' : 'false', values: few.length > 0 ? [few] : [] }] : []), ...(cursor ? [cursor] : [])]
  const [first] = sort
  const hint = few ? 'force index (primary)' : first && sort.length === 1 && first.column !== 'id' ? `force index (${first.column})` : ''
  const selected = ['t.id', 't.version', ...listing.columns.flatMap((name) => fieldColumns(name, register)), ...sort.map((key) => `t.${key.column}`)]
  const order = [...sort.map((key) => `t.${key.column} ${key.dir}`), `t.id ${first?.dir ?? 'desc'}`].join(', ')
  const rows = await pool.query(
    `select ${selected.join(', ')} from ${register.table} t ${hint} where ${conditions.map((part) => part.text).join(' and ')} order by ${order} limit ${limit + 1}`,
    conditions.flatMap((part) => part.values),
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map((row) => lineOf(row, listing.columns, register)),
    next: rows.length > limit && last ? encode([...last.slice(-sort.length), last[0]]) : null,
  }
}

/** How many records match, counted no further than a person needs to know. */
export async function countMatches(pool: ReadPool, listing: Omit<Listing, 'columns'>, asking: Asking): Promise<Count> {
  const countOf = async (scope: Sql | null) => {
    const { sql } = whereOf({ ...listing, scope }, asking)
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
  const { sql } = whereOf(listing, asking)
  const rows = await pool.query(`select t.id from ${asking.register.table} t where ${sql.text} order by t.id desc limit ${countCap + 1}`, sql.values)
  return { ids: rows.slice(0, countCap).map(([id]) => Number(id)), isCapped: rows.length > countCap }
}

/** How many records match, all of them: for what is done to every one. */
export async function countAll(pool: ReadPool, listing: Omit<Listing, 'columns'>, asking: Asking): Promise<number> {
  const { sql } = whereOf(listing, asking)
  const [row] = await pool.query(`select count(*) from ${asking.register.table} t where ${sql.text}`, sql.values)
  return Number(row?.[0] ?? 0)
}

interface Where {
  readonly sql: Sql
  readonly isNarrowed: boolean
}

export function whereOf(listing: Omit<Listing, 'columns'>, asking: Asking): Where {
  const narrowing = [whereFilter(listing.filter ?? noFilter, asking), listing.search ? whereSearch(listing.search, asking.register) : null].filter((part) => part !== null)
  const parts = [{ text: 't.shelf = ?', values: [listing.shelf ?? 'current'] }, ...narrowing, ...(listing.scope ? [listing.scope] : [])]
  return {
    sql: { text: parts.map((part) => part.text).join(' and '), values: parts.flatMap((part) => part.values) },
    isNarrowed: narrowing.length > 0 || (listing.scope?.isNarrow ?? false),
  }
}

const remembered = new Map<string, number>()

/** The ids of the matches when they are few; `null` when they are many, which is remembered for a while. */
async function probe(pool: ReadPool, where: Where, register: AnyRegister): Promise<number[] | null> {
  const key = `${register.table} ${where.sql.text} ${JSON.stringify(where.sql.values)}`
  const until = remembered.get(key)
  if (until !== undefined && until > Date.now()) return null
  const rows = await pool.query(`select t.id from ${register.table} t where ${where.sql.text} limit ${fewRows + 1}`, where.sql.values)
  if (rows.length <= fewRows) return rows.map((row) => Number(row[0]))
  if (remembered.size > 1_000) remembered.clear()
  remembered.set(key, Date.now() + probeRemembersMs)
  return null
}

interface SortKey {
  readonly column: string
  readonly dir: 'asc' | 'desc'
}

function sortOf(listing: Listing, register: AnyRegister): SortKey[] {
  const wanted = listing.sort && listing.sort.length > 0 ? listing.sort.slice(0, 3) : [register.list.sort]
  return wanted.map(({ field, dir }) => {
    const found = register.fields[field]
    if (!found || !isSortable(register, field)) throw new Failure('invalid', { issues: [{ path: `sort.${field}`, code: 'unknown-field' }] })
    return { column: sortColumn(field, found), dir: dir === 'asc' ? 'asc' : 'desc' }
  })
}

function fieldColumns(name: string, register: AnyRegister): string[] {
  const field = register.fields[name]
  if (!field) throw new Failure('invalid', { issues: [{ path: `columns.${name}`, code: 'unknown-field' }] })
  return columnsOf(name, field).map((column) => `t.${column.name}`)
}

function lineOf(row: readonly unknown[], names: readonly string[], register: AnyRegister): Line {
  const line: [number, number, ...unknown[]] = [Number(row[0]), Number(row[1])]
  let at = 2
  for (const name of names) {
    const field = register.fields[name]
    if (!field) continue
    const width = field.kind === 'reference' || field.kind === 'references' ? 2 : 1
    line.push(readCell(field, row.slice(at, at + width)))
    at += width
  }
  return line
}

type Scalar = string | number | null

/**
 * Everything behind the last row of the page before. In OR form: MariaDB does not use an index for row values.
 * Nulls come first when rising and last when falling, as both engines sort them.
 */
function keyset(sort: readonly SortKey[], after: readonly Scalar[]): Sql {
  const keys: readonly SortKey[] = [...sort, { column: 'id', dir: sort[0]?.dir ?? 'desc' }]
  const branches = keys.map((key, at): Sql => {
    const same = keys
      .slice(0, at)
      .map((before, index) => (after[index] === null ? { text: `t.${before.column} is null`, values: [] } : { text: `t.${before.column} = ?`, values: [after[index]] }))
    const parts = [...same, behind(key, after[at] ?? null)]
    return { text: `(${parts.map((part) => part.text).join(' and ')})`, values: parts.flatMap((part) => part.values) }
  })
  return { text: `(${branches.map((branch) => branch.text).join(' or ')})`, values: branches.flatMap((branch) => branch.values) }
}

function behind(key: SortKey, value: Scalar): Sql {
  const column = `t.${key.column}`
  if (key.dir === 'asc') return value === null ? { text: `${column} is not null`, values: [] } : { text: `${column} > ?`, values: [value] }
  return value === null ? { text: 'false', values: [] } : { text: `(${column} < ? or ${column} is null)`, values: [value] }
}

const encode = (values: readonly unknown[]): string => Buffer.from(JSON.stringify(values)).toString('base64url')

function decode(cursor: string, length: number): Scalar[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(values) && values.length === length && values.every((value) => value === null || typeof value === 'string' || typeof value === 'number')) return values
  } catch {
    // Whatever it was, it is not one of our cursors.
  }
  throw new Failure('invalid', { issues: [{ path: 'cursor', code: 'wrong-value' }] })
}

/** The folded words of a record, as the search compares them; cut where the column ends. */
export const searchBody = (words: readonly string[]): Buffer => Buffer.from(fold(words.filter(Boolean).join(' '))).subarray(0, 6_000)
