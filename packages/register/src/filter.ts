import type { Field, Kind } from './field.ts'

/** What can be asked of a field, by its kind. */
export const operators = {
  text: ['contains', 'starts', 'equals', 'empty', 'filled'],
  longText: ['contains', 'empty', 'filled'],
  code: ['contains', 'starts', 'equals', 'oneOf', 'empty', 'filled'],
  integer: ['equals', 'between', 'atLeast', 'atMost', 'empty', 'filled'],
  decimal: ['equals', 'between', 'atLeast', 'atMost', 'empty', 'filled'],
  money: ['equals', 'between', 'atLeast', 'atMost', 'empty', 'filled'],
  day: ['on', 'between', 'before', 'after', 'lastDays', 'nextDays', 'thisMonth', 'thisQuarter', 'thisYear', 'empty', 'filled'],
  moment: ['on', 'between', 'before', 'after', 'lastDays', 'empty', 'filled'],
  choice: ['oneOf', 'empty', 'filled'],
  yesNo: ['is'],
  tags: ['has', 'empty', 'filled'],
  items: ['contains', 'empty', 'filled'],
  reference: ['oneOf', 'me', 'mine', 'empty', 'filled'],
  references: ['oneOf', 'me', 'empty', 'filled'],
} as const satisfies Record<Kind, readonly string[]>

export type Operator = (typeof operators)[Kind][number]

export interface Condition {
  readonly field: string
  readonly op: Operator
  readonly value?: string | number | boolean | readonly (string | number)[] | undefined
}

export type Filter = { readonly all: readonly (Condition | Filter)[] } | { readonly any: readonly (Condition | Filter)[] }

export const noFilter: Filter = { all: [] }

export const isCondition = (node: Condition | Filter): node is Condition => 'field' in node

/** Every condition of a filter, whatever its depth. */
export const conditionsOf = (filter: Filter): Condition[] => nodesOf(filter).flatMap((node) => (isCondition(node) ? [node] : conditionsOf(node)))

/** The operators that make sense for one field: "me" is a person, "mine" a department. */
export const operatorsOf = (field: Field): readonly Operator[] =>
  operators[field.kind].filter((op) => (op !== 'me' || field.target === 'directory.person') && (op !== 'mine' || field.target === 'directory.department'))

/** The nodes of a group, whichever way they are joined. */
export const nodesOf = (filter: Filter): readonly (Condition | Filter)[] => ('all' in filter ? filter.all : filter.any)

/** The same group with other nodes. */
export const withNodes = (filter: Filter, nodes: readonly (Condition | Filter)[]): Filter => ('all' in filter ? { all: nodes } : { any: nodes })
