import type { ReadPool } from '@crm/platform/server'
import { noFilter, nodesOf } from '../../index.ts'
import { wholeOf } from '../list/listing.ts'
import { fetchRows, type Page, type Row } from '../list/page.ts'
import { searchWords } from '../list/search.ts'
import { filterWords } from './filter-words.ts'

/** Candidates beyond a page: some may be another person's, or lie on another shelf. */
const spare = 30

/**
 * A page through the register's copy: it names the first candidates in the page's order, the engine says which of them they are.
 *
 * @returns `null` when the copy cannot say, or one that sorts by several columns is asked
 */
export async function pageByCopy(pool: ReadPool, page: Page): Promise<readonly Row[] | null> {
  const { asking, listing, sort, limit, after } = page
  if (!asking.copies || sort.length > 1) return null
  const [{ column, dir }] = sort
  // Every record of the page has these pieces of text, by its search or its filter.
  const words = [...searchWords(listing.search ?? ''), ...filterWords(listing.filter ?? noFilter, asking.register)]
  for (const count of attempts(page)) {
    const found = await asking.copies.find({
      table: asking.register.table,
      words,
      page: { column, direction: dir, after: after ? Number(after.at(-1)) : null, count },
    })
    if (typeof found !== 'object' || found === null) return null
    const ids = [...found.ids, ...found.changed]
    if (ids.length === 0) return []
    const rows = await fetchRows(pool, page, {
      where: [{ text: 't.id in (?)', values: [ids] }, wholeOf(listing, asking)],
      index: 'primary',
      limit: limit + 1 + found.changed.length,
    })
    // A record that changed may stand behind candidates that were not named; as long as enough unchanged ones stand before it, it does not matter.
    const changed = new Set(found.changed)
    if (found.isAll || rows.filter(([id]) => !changed.has(Number(id))).length > limit) return rows
  }
  return null
}

/** How many candidates are named, first and then: more where a filter drops some of them. */
function attempts({ listing, limit }: Page): number[] {
  const isFiltered = nodesOf(listing.filter ?? noFilter).length > 0
  return isFiltered ? [limit * 20, limit * 100] : [limit + 1 + spare, (limit + spare) * 20]
}
