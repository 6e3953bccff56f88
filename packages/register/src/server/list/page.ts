import { Failure } from '@crm/platform'
import type { Cell, ReadPool } from '@crm/platform/server'
import { type AnyRegister, isSortable, type Line, type ListAnswer } from '../../index.ts'
import { cellReader } from '../table/cell.ts'
import { columnsOf, sortColumn } from '../table/column.ts'
import type { Asking, Sql } from './condition.ts'
import { decode, encode, keyset, type Scalar, type SortKey } from './keyset.ts'
import type { Listing } from './listing.ts'

/** A page as it is asked, its names checked against the declaration. */
export interface Page {
  readonly listing: Listing
  readonly asking: Asking
  readonly sort: readonly [SortKey, ...SortKey[]]
  /** The sort's values and the id of the last row before it. */
  readonly after: readonly Scalar[] | null
  /** `Infinity` for the whole list. */
  readonly limit: number
}

/** @throws Failure 'invalid' for a column, sort or cursor that the register does not have */
export function pageOf(listing: Listing, { asking, limit }: { asking: Asking; limit: number }): Page {
  const sort = sortOf(listing, asking.register)
  return { listing, asking, sort, limit, after: listing.cursor ? decode(listing.cursor, sort.length + 1) : null }
}

/** As it is stored: id, version, the columns of the fields asked for, what it is sorted by. */
export type Row = readonly Cell[]

/** How the engine shall find the rows. */
export interface Way {
  readonly where: readonly Sql[]
  readonly index?: string | undefined
  /** Rows looked at, after which MariaDB stops with what it has; MySQL looks at all. */
  readonly lookAt?: number
  /** Rows to fetch; one more than the page by default, to know whether there is another. */
  readonly limit?: number
}

/** The rows behind the page before, in the order of the page. */
export function fetchRows(pool: ReadPool, page: Page, way: Way): Promise<readonly Row[]> {
  const { text, values } = selectRows(page, way)
  return pool.query(text, values)
}

/** The same, to be asked as it suits. */
export function selectRows({ listing, asking, sort, after, limit }: Page, way: Way): Sql {
  const { table } = asking.register
  const where = [...way.where, ...(after ? [keyset(sort, after)] : [])]
  const selected = ['t.id', 't.version', ...listing.columns.flatMap((name) => fieldColumns(name, asking.register)), ...sort.map((key) => `t.${key.column}`)]
  const order = [...sort.map((key) => `t.${key.column} ${key.dir}`), `t.id ${sort[0].dir}`].join(', ')
  const most = way.limit ?? limit + 1
  const enough = `${Number.isFinite(most) ? ` limit ${most}` : ''}${way.lookAt ? ` /*M! rows examined ${way.lookAt} */` : ''}`
  return {
    text: `select ${selected.join(', ')} from ${table} t ${way.index ? `force index (${way.index})` : ''} where ${where.map((part) => part.text).join(' and ')} order by ${order}${enough}`,
    values: where.flatMap((part) => part.values),
  }
}

/** The answer from the rows of the page and at least one of the next, if there is one. */
export function answerOf(rows: readonly Row[], { listing, asking, sort, limit }: Page): ListAnswer {
  const last = rows[limit - 1]
  return {
    rows: rows.slice(0, limit).map(lineReader(listing.columns, asking.register)),
    next: rows.length > limit && last ? encode([...last.slice(-sort.length), last[0]]) : null,
  }
}

function sortOf(listing: Listing, register: AnyRegister): readonly [SortKey, ...SortKey[]] {
  const keyOf = ({ field, dir }: AnyRegister['list']['sort']): SortKey => {
    const found = register.fields[field]
    if (!found || !isSortable(register, field)) throw new Failure('invalid', { issues: [{ path: `sort.${field}`, code: 'unknown-field' }] })
    return { column: sortColumn(field, found), dir: dir === 'asc' ? 'asc' : 'desc' }
  }
  const [first = register.list.sort, ...more] = listing.sort ?? []
  return [keyOf(first), ...more.slice(0, 2).map(keyOf)]
}

function fieldColumns(name: string, register: AnyRegister): string[] {
  const field = register.fields[name]
  if (!field) throw new Failure('invalid', { issues: [{ path: `columns.${name}`, code: 'unknown-field' }] })
  return columnsOf(name, field).map((column) => `t.${column.name}`)
}

/** How a stored row becomes a line. What depends on the columns only is looked up once: an export reads a hundred thousand rows. */
function lineReader(names: readonly string[], register: AnyRegister): (row: Row) => Line {
  let at = 2
  const readers = names.flatMap((name) => {
    const field = register.fields[name]
    if (!field) return []
    const reader = cellReader(field, at)
    at += columnsOf(name, field).length
    return [reader]
  })
  const all = [(row: Row) => Number(row[0]), (row: Row) => Number(row[1]), ...readers]
  return (row) => all.map((read) => read(row)) as unknown as Line // the two numbers first, as made above
}
