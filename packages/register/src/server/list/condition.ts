import { addDays, addMonths, type Day, dayOf, endOfMonth, endOfQuarter, Failure, type Issue } from '@crm/platform'
import { type Condition, type Field, type Filter, isCondition, type Kind, operators, type AnyRegister } from '../../index.ts'
import { linkTable, snake, sortColumn } from '../table/column.ts'
import type { Copies } from '../copy/copies.ts'

/** A piece of SQL with its values; column names come from the declaration only. */
export interface Sql {
  readonly text: string
  readonly values: readonly unknown[]
  /** Few records by their ids: they are fetched by them, whatever the sort. */
  readonly isNarrow?: boolean
  /** A cheap condition under which it is true anyway. */
  readonly plain?: string
}

export interface Asking {
  readonly register: AnyRegister
  readonly userId: number
  readonly now: Date
  /** Which documents of a kind are the reader's own, as a query for their ids by the user's. */
  readonly mine?: (target: string) => string | undefined
  /** Copies of the large registers, where they are held. */
  readonly copies?: Copies
}

const sql = (text: string, ...values: unknown[]): Sql => ({ text, values })
const escapeLike = (value: string) => value.replace(/[\\%_]/g, (sign) => `\\${sign}`)

const maxConditions = 30

/** @throws Failure 'invalid' naming the condition that cannot be asked */
export function whereFilter(filter: Filter, asking: Asking, depth = 0): Sql | null {
  const [nodes, joint] = 'all' in filter ? [filter.all, ' and '] : [filter.any, ' or ']
  if (depth > 4 || nodes.length > maxConditions) throw new Failure('invalid', { issues: [{ path: 'filter', code: 'too-long' }] })
  const parts = nodes.map((node) => (isCondition(node) ? whereCondition(node, asking) : whereFilter(node, asking, depth + 1))).filter((part) => part !== null)
  if (parts.length === 0) return null
  return { text: `(${parts.map((part) => part.text).join(joint)})`, values: parts.flatMap((part) => part.values) }
}

function whereCondition(condition: Condition, asking: Asking): Sql {
  const field = asking.register.fields[condition.field]
  const wrong = (code: string): Failure => new Failure('invalid', { issues: [{ path: `filter.${condition.field}`, code } satisfies Issue] })
  if (!field) throw wrong('unknown-field')
  if (!(operators[field.kind] as readonly string[]).includes(condition.op)) throw wrong('wrong-value')
  const column = `t.${snake(condition.field)}`
  if (condition.op === 'empty') return emptiness(condition.field, field, 'is null')
  if (condition.op === 'filled') return emptiness(condition.field, field, 'is not null')
  const made = makers[field.kind]({ condition, column, field, asking })
  if (!made) throw wrong('wrong-value')
  return made
}

const emptiness = (name: string, field: Field, test: string) => sql(`t.${field.kind === 'reference' ? `${snake(name)}_id` : sortColumn(name, field)} ${test}`)

interface Making {
  readonly condition: Condition
  readonly column: string
  readonly field: Field
  readonly asking: Asking
}
type Maker = (making: Making) => Sql | null

const texts: Maker = ({ condition, column }) => {
  const { op, value } = condition
  if (op === 'oneOf') return listOf(value, 'string') ? sql(`${column} in (?)`, value) : null
  if (typeof value !== 'string' || value.length > 500) return null
  if (op === 'contains') return sql(`${column} like ?`, `%${escapeLike(value)}%`)
  if (op === 'starts') return sql(`${column} like ?`, `${escapeLike(value)}%`)
  return sql(`${column} = ?`, value)
}

const amount = /^-?\d{1,15}(\.\d{1,6})?$/
const numeric = (value: unknown): string | null => (amount.test(String(value)) ? String(value) : null)

const numbers: Maker = ({ condition, column }) => {
  if (condition.op === 'between') {
    const [from, to] = Array.isArray(condition.value) ? condition.value.map(numeric) : []
    return from && to ? sql(`${column} between ? and ?`, from, to) : null
  }
  const value = numeric(condition.value)
  if (value === null) return null
  const sign = condition.op === 'atLeast' ? '>=' : condition.op === 'atMost' ? '<=' : '='
  return sql(`${column} ${sign} ?`, value)
}

const aDay = /^\d{4}-\d{2}-\d{2}$/

/** A condition on days as a first and a last day, both included; `null` stands for "open". */
function span({ op, value }: Condition, today: Day): readonly [Day | null, Day | null] | null {
  const count = Number(value)
  const isCount = Number.isInteger(count) && count >= 0 && count <= 36_500
  const month = `${today.slice(0, 7)}-01`
  switch (op) {
    case 'between': {
      const [from, to] = Array.isArray(value) ? value.map(String) : []
      return from && to && aDay.test(from) && aDay.test(to) ? [from, to] : null
    }
    case 'lastDays':
      return isCount ? [addDays(today, -count), today] : null
    case 'nextDays':
      return isCount ? [today, addDays(today, count)] : null
    case 'thisMonth':
      return [month, endOfMonth(today)]
    case 'thisQuarter':
      return [addMonths(`${endOfQuarter(today).slice(0, 7)}-01`, -2), endOfQuarter(today)]
    case 'thisYear':
      return [`${today.slice(0, 4)}-01-01`, `${today.slice(0, 4)}-12-31`]
    default: {
      if (typeof value !== 'string' || !aDay.test(value)) return null
      if (op === 'before') return [null, addDays(value, -1)]
      if (op === 'after') return [addDays(value, 1), null]
      return [value, value]
    }
  }
}

const days: Maker = ({ condition, column, asking }) => {
  const found = span(condition, dayOf(asking.now))
  if (!found) return null
  const [from, to] = found
  if (from && to) return sql(`${column} between ? and ?`, from, to)
  return from ? sql(`${column} >= ?`, from) : sql(`${column} <= ?`, to)
}

const moments: Maker = ({ condition, column, asking }) => {
  const found = span(condition, dayOf(asking.now))
  if (!found) return null
  const [from, to] = found
  const parts = [...(from ? [sql(`${column} >= ?`, from)] : []), ...(to ? [sql(`${column} < ?`, addDays(to, 1))] : [])]
  return { text: `(${parts.map((part) => part.text).join(' and ')})`, values: parts.flatMap((part) => part.values) }
}

const listOf = (value: unknown, type: 'string' | 'number'): value is (string | number)[] =>
  Array.isArray(value) && value.length > 0 && value.length <= 500 && value.every((one) => typeof one === type)

const makers: Record<Kind, Maker> = {
  text: texts,
  longText: texts,
  code: texts,
  integer: numbers,
  decimal: numbers,
  money: numbers,
  day: days,
  moment: moments,
  choice: ({ condition, column, field }) =>
    listOf(condition.value, 'string') && condition.value.every((one) => field.isAdded || field.choices?.includes(String(one))) ? sql(`${column} in (?)`, condition.value) : null,
  yesNo: ({ condition, column }) => (typeof condition.value === 'boolean' ? sql(`${column} = ?`, condition.value ? 1 : 0) : null),
  tags: ({ condition, column }) => (typeof condition.value === 'string' ? sql(`${column} like ?`, `%|${escapeLike(condition.value)}|%`) : null),
  // The values of the items, not the names of their parts.
  items: ({ condition, column }) =>
    typeof condition.value === 'string' && condition.value.length <= 500
      ? sql(`json_search(lower(${column}), 'one', lower(?)) is not null`, `%${escapeLike(condition.value)}%`)
      : null,
  reference: ({ condition, column, field, asking }) => {
    const own = condition.op === 'mine' ? asking.mine?.(field.target ?? '') : undefined
    if (condition.op === 'mine') return own ? sql(`${column}_id in (${own})`, asking.userId) : null
    const ids = condition.op === 'me' ? [asking.userId] : condition.value
    return listOf(ids, 'number') ? sql(`${column}_id in (?)`, ids) : null
  },
  references: ({ condition, asking }) => {
    const ids = condition.op === 'me' ? [asking.userId] : condition.value
    const links = linkTable(asking.register.table, condition.field)
    return listOf(ids, 'number') ? sql(`t.id in (select l.record_id from ${links} l where l.target_id in (?))`, ids) : null
  },
}
