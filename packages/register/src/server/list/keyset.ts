import { Failure } from '@crm/platform'
import type { Sql } from './condition.ts'

/** A column that a list is sorted by. */
export interface SortKey {
  readonly column: string
  readonly dir: 'asc' | 'desc'
}

export type Scalar = string | number | null

/**
 * Everything behind the last row of the page before. In OR form: MariaDB does not use an index for row values.
 * Nulls come first when rising and last when falling, as both engines sort them.
 */
export function keyset(sort: readonly SortKey[], after: readonly Scalar[]): Sql {
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

export const encode = (values: readonly unknown[]): string => Buffer.from(JSON.stringify(values)).toString('base64url')

export function decode(cursor: string, length: number): Scalar[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(values) && values.length === length && values.every((value) => value === null || typeof value === 'string' || typeof value === 'number')) return values
  } catch {
    // Whatever it was, it is not one of our cursors.
  }
  throw new Failure('invalid', { issues: [{ path: 'cursor', code: 'wrong-value' }] })
}
