import { Failure } from '@crm/platform'
import { statement, type System, type User, type Writing } from '@crm/platform/server'
import { type AnyRegister, type Dependent, documentOf } from '../../index.ts'
import { linkTable, snake } from '../table/column.ts'
import { registersOf } from './document.ts'
import { voidNumber, type Voiding } from '../voided/voided.ts'
import type { Stored } from './record.ts'

/** What hangs on a record and goes with it, and what refers to it and keeps it from going. */
export async function dependentsOf(system: System, register: AnyRegister, { id, reader }: { id: number; reader: User | null }): Promise<Dependent[]> {
  const document = documentOf(register, id)
  const attached = await Promise.all(
    system.apps
      .flatMap((server) => server.attached ?? [])
      .map(async (one): Promise<Dependent> => ({ what: one.what, count: await one.count(system, document, reader), isBlocking: false })),
  )
  const referring = await Promise.all(
    registersOf(system).map(async (other): Promise<Dependent> => ({ what: other.id, count: await referencesTo(system, other, { kind: register.id, id }), isBlocking: true })),
  )
  return [...attached, ...referring].filter(({ count }) => count > 0)
}

async function referencesTo(system: System, register: AnyRegister, { kind, id }: { kind: string; id: number }): Promise<number> {
  const conditions = Object.entries(register.fields).flatMap(([name, field]) => {
    if (field.target !== kind) return []
    return field.kind === 'references' ? [`t.id in (select l.record_id from ${linkTable(register.table, name)} l where l.target_id = ?)`] : [`t.${snake(name)}_id = ?`]
  })
  if (conditions.length === 0) return 0
  const [row] = await system.database.read.query(
    `select count(*) from ${register.table} t where ${conditions.join(' or ')}`,
    conditions.map(() => id),
  )
  return Number(row?.[0])
}

/**
 * Take a record out of the trash for good, with everything that hangs on it. Its history stays in the journal, its number among the voided ones.
 *
 * @throws Failure 'in-use' while something refers to it or it is not in the trash
 */
export async function destroyRecord(ctx: Pick<Writing, 'system' | 'journal' | 'now'>, register: AnyRegister, record: Stored, voiding: Voiding): Promise<void> {
  if (record.shelf !== 'removed') throw new Failure('in-use')
  const dependents = await dependentsOf(ctx.system, register, { id: record.id, reader: null })
  if (dependents.some((one) => one.isBlocking)) throw new Failure('in-use')
  const document = documentOf(register, record.id)
  for (const one of ctx.system.apps.flatMap((server) => server.attached ?? [])) await one.forget(document)
  for (const [name, field] of Object.entries(register.fields))
    if (field.kind === 'references') await statement(`delete from ${linkTable(register.table, name)} where record_id = ?`, [record.id])
  await statement(`delete from ${register.table}_search where id = ?`, [record.id])
  await statement(`delete from ${register.table} where id = ?`, [record.id])
  await voidNumber(register, record, { voiding, at: ctx.now })
  const gone = dependents.map(({ what, count }) => `${what}: ${count}`).join(', ')
  await ctx.journal({
    document,
    documentCode: register.code ? String(record.values[register.code.field] ?? '') : null,
    changes: { shelf: ['removed', null], ...(voiding ? { reason: [null, voiding.reason] as const } : {}) },
    ...(gone ? { note: gone } : {}),
  })
}
