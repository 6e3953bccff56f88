import type { System } from '@crm/platform/server'
import type { AnyRegister, Field, Referred } from '../../index.ts'
import { linkTable, snake } from '../table/column.ts'
import { registersOf } from './document.ts'

/** A field of a register that names documents of a kind. */
interface Referring {
  readonly register: AnyRegister
  readonly name: string
  readonly field: Field
}

/** Every field of every register that refers to a kind of document, `directory.party`. */
export const referringTo = (system: System, kind: string): Referring[] =>
  registersOf(system).flatMap((register) =>
    Object.entries(register.fields)
      .filter(([, field]) => field.target === kind)
      .map(([name, field]) => ({ register, name, field })),
  )

/** The records whose field names one document, as a condition that takes its id. */
export const refersTo = ({ register, name, field }: Referring): string =>
  field.kind === 'references' ? `t.id in (select l.record_id from ${linkTable(register.table, name)} l where l.target_id = ?)` : `t.${snake(name)}_id = ?`

/** A read value in which one document is called, or is, something else; named twice, it stays once. */
export function withReferred(field: Field, value: unknown, change: (one: Referred) => Referred): unknown {
  if (field.kind !== 'references') return value === null ? null : change(value as Referred) // read values of these kinds have labels
  const all = ((value ?? []) as readonly Referred[]).map(change)
  return all.filter((one, at) => all.findIndex((other) => other.id === one.id) === at)
}
