import type { Field } from './field.ts'
import { type Condition, type Filter, isCondition, type Operator } from './filter.ts'
import type { AnyRegister } from './register.ts'

/** The words by which a filter is said: the browser's and the server's differ in where they come from. */
export interface FilterWords {
  field(name: string): string
  operator(op: Operator): string
  /** One value of a field as a person reads it. */
  value(name: string, field: Field, value: unknown): string
  readonly and: string
  readonly or: string
}

const wordless = new Set<Operator>(['empty', 'filled', 'thisMonth', 'thisQuarter', 'thisYear', 'me', 'mine'])

/** Whether the operator asks for a value beside it. */
export const needsValue = (op: Operator): boolean => !wordless.has(op)

/** A condition as a person says it. */
export function sayCondition(condition: Condition, register: AnyRegister, words: FilterWords): string {
  const field = register.fields[condition.field]
  const value = field && needsValue(condition.op) ? sayValue(condition, field, words) : ''
  return [words.field(condition.field), words.operator(condition.op), value].filter(Boolean).join(' ')
}

function sayValue({ field: name, op, value }: Condition, field: Field, words: FilterWords): string {
  if (op === 'lastDays' || op === 'nextDays' || op === 'has') return String(value)
  const one = (part: unknown) => words.value(name, field.kind === 'moment' ? { ...field, kind: 'day' } : field, part)
  return Array.isArray(value) ? value.map(one).join(op === 'between' ? ' – ' : ', ') : one(value)
}

/** A whole filter in one sentence, groups in brackets; empty for none. */
export function sayFilter(filter: Filter, register: AnyRegister, words: FilterWords): string {
  const [nodes, joint] = 'all' in filter ? [filter.all, words.and] : [filter.any, words.or]
  return nodes.map((node) => (isCondition(node) ? sayCondition(node, register, words) : `(${sayFilter(node, register, words)})`)).join(` ${joint} `)
}
