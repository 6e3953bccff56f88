import type { ReadPool, RowStreams } from '@crm/platform/server'
import { type AnyRegister, type ListAnswer, noFilter, nodesOf } from '../../index.ts'
import type { Asking, Sql } from './condition.ts'
import { filterWords } from '../copy/filter-words.ts'
import { pageByCopy } from '../copy/page-by-copy.ts'
import { both, type Listing, plainOf, wholeOf } from './listing.ts'
import { answerOf, fetchRows, type Page, pageOf, type Row, selectRows } from './page.ts'
import { searchWords, whereSearch } from './search.ts'

/** Up to this many matches are fetched by their ids; above, the sort's index is walked. */
const fewRows = 2_000
/** What is known of a filter, many matches or a long walk, changes slowly. */
const remembersMs = 20_000
/** A walk that is longer passes rows that do not match: what matches stands at the other end of the order. Not a time, which load would shorten. */
const longWalk = 20_000

/**
 * One page of a register. MariaDB's optimiser picks the filter's index and sorts eighty thousand rows where walking the sort's
 * index takes a millisecond, so the plan is made here: words are looked up in the register's copy, few matches are fetched by id,
 * many by walking the forced index of the sort. Every predicate is applied again in each; a wrong guess is slow, never wrong.
 *
 * @throws Failure 'invalid' for a column, sort, filter or cursor that the register does not have
 */
export async function listPage(pool: ReadPool, listing: Listing, asking: Asking): Promise<ListAnswer> {
  const page = pageOf(listing, { asking, limit: Math.min(Math.max(listing.limit ?? 50, 1), 200) })
  return answerOf(await readPage(pool, page), page)
}

/**
 * The whole list in its order as it is stored, in batches, as it was at one moment. Without a page's end there is no plan to choose:
 * the engine reads what matches once and sorts it.
 */
export function walkRows(streams: RowStreams, listing: Omit<Listing, 'cursor' | 'limit'>, asking: Asking): AsyncGenerator<readonly Row[]> {
  const page = pageOf(listing, { asking, limit: Number.POSITIVE_INFINITY })
  const search = searchWords(listing.search ?? '')
  const { text, values } = selectRows(page, { where: [search.length > 0 ? both(filteredOf(page), whereSearch(search, asking.register)) : filteredOf(page)] })
  return streams.rows(text, values)
}

/** The rows of a page and, if there is one, at least the first of the next. */
async function readPage(pool: ReadPool, page: Page): Promise<readonly Row[]> {
  const { asking, listing, sort } = page
  const search = searchWords(listing.search ?? '')
  const pieces = filterWords(listing.filter ?? noFilter, asking.register)
  const filtered = filteredOf(page)
  // A column that is read through for a piece of text is left for when the copy cannot say.
  const few = isFiltered(page) && pieces.length === 0 ? await probe(pool, filtered, asking.register) : null
  if (few) return byIds(pool, page, few)
  if (search.length + pieces.length > 0) {
    const found = await pageByCopy(pool, page)
    if (found) return found
    const ids = await probe(pool, search.length > 0 ? both(filtered, whereSearch(search, asking.register)) : filtered, asking.register)
    if (ids) return byIds(pool, page, ids)
  }
  const where = [wholeOf(listing, asking)]
  if (sort.length > 1) return fetchRows(pool, page, { where })
  if (!isFiltered(page)) return fetchRows(pool, page, { where, index: sort[0].column })
  return (await shortWalk(pool, page, where)) ?? fetchRows(pool, page, { where })
}

const isFiltered = ({ listing }: Page): boolean => nodesOf(listing.filter ?? noFilter).length > 0 || (listing.scope?.isNarrow ?? false)

const filteredOf = ({ listing, asking }: Page): Sql => both(plainOf(listing, asking), listing.scope)

const byIds = async (pool: ReadPool, page: Page, ids: readonly number[]): Promise<readonly Row[]> =>
  ids.length === 0 ? [] : fetchRows(pool, page, { where: [{ text: 't.id in (?)', values: [ids] }, wholeOf(page.listing, page.asking)], index: 'primary' })

/** A walk that ends soon, if it does; when not, what matches is mostly behind the rest of the order, and the engine does better by the filter. */
async function shortWalk(pool: ReadPool, page: Page, where: readonly Sql[]): Promise<readonly Row[] | null> {
  const [{ column, dir }] = page.sort
  const key = `${page.asking.register.table} ${column} ${dir} ${JSON.stringify(where)}`
  if (isRemembered(key)) return null
  const rows = await fetchRows(pool, page, { where, index: column, lookAt: longWalk })
  if (rows.length > page.limit) return rows
  remember(key)
  return null
}

/** The ids of the matches when they are few; `null` when they are many, which is remembered for a while. */
async function probe(pool: ReadPool, where: Sql, register: AnyRegister): Promise<number[] | null> {
  const key = `${register.table} ${where.text} ${JSON.stringify(where.values)}`
  if (isRemembered(key)) return null
  const rows = await pool.query(`select t.id from ${register.table} t where ${where.text} limit ${fewRows + 1}`, where.values)
  if (rows.length <= fewRows) return rows.map((row) => Number(row[0]))
  remember(key)
  return null
}

const remembered = new Map<string, number>()
const isRemembered = (key: string): boolean => (remembered.get(key) ?? 0) > Date.now()

function remember(key: string): void {
  if (remembered.size > 1_000) remembered.clear()
  remembered.set(key, Date.now() + remembersMs)
}
