import type { Day } from '@crm/platform'
import type { AnyRegister, Referred } from '../../index.ts'
import { storeField, wordsOf } from './cell.ts'
import { searchBody } from '../list/search.ts'

/** What one record puts into the register's tables. */
export interface RecordRows {
  readonly row: Readonly<Record<string, unknown>>
  readonly search: Buffer
  /** Target and field of each of its several references. */
  readonly links: readonly (readonly [target: number, field: string])[]
}

/** The rows of a record whose values are checked and labelled, computed fields included: for loading many at once. */
export function rowsOf(register: AnyRegister, { values, id, now, today }: { values: Readonly<Record<string, unknown>>; id: number; now: Date; today: Day }): RecordRows {
  const blank = Object.fromEntries(Object.keys(register.fields).map((name) => [name, null]))
  const given = { ...blank, ...values }
  const full: Record<string, unknown> = { ...given, ...register.derive?.(given as never, { today }) } // the caller's values are of this declaration
  const fields = Object.entries(register.fields)
  return {
    row: Object.assign({ id, version: 1, shelf: 'current', created_at: now, updated_at: now }, ...fields.map(([name, field]) => storeField(name, field, full[name]))) as Record<
      string,
      unknown
    >, // many objects: untyped
    search: searchBody(fields.map(([name, field]) => wordsOf(field, full[name]))),
    links: fields.flatMap(([name, field]) => (field.kind === 'references' ? ((full[name] ?? []) as readonly Referred[]).map((one) => [one.id, name] as const) : [])),
  }
}
