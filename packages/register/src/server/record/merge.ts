import { Failure } from '@crm/platform'
import { statement, type System, type Writing } from '@crm/platform/server'
import { type AnyRegister, documentOf, type Marked, type Referred } from '../../index.ts'
import { storeField } from '../table/cell.ts'
import { linkTable } from '../table/column.ts'
import { withoutNames } from './history.ts'
import { differences, findRecord, lockRecord, saveLinks, saveSearch, type Stored, updateRecord } from './record.ts'
import { referringTo, refersTo, withReferred } from './referring.ts'

export interface Merging {
  readonly keep: Marked
  readonly drop: Marked
  /** What the one that is kept gets, from the two as they are now. */
  values(sides: { readonly kept: Stored; readonly dropped: Stored }): Readonly<Record<string, unknown>>
  /** What the register's own app does between: the dropped row is gone, the kept one is not changed yet. */
  between?(sides: { readonly kept: Stored; readonly dropped: Stored }): Promise<void>
}

export interface Merged {
  readonly record: Stored
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>
  readonly dropped: Stored
  /** Records of other registers that now refer to the one that is kept. */
  readonly movedCount: number
}

/**
 * One record out of two, in the running transaction: all that hangs on the second hangs on the first, whoever refers to the second
 * refers to the first, and the row of the second is gone. Two who merge at once wait for each other; the later one finds a record that
 * has another version, or none. The caller journals both.
 *
 * @throws Failure 'missing', 'stale', or 'taken' with the field whose value somebody else has
 */
export async function mergeRecords(ctx: Writing, register: AnyRegister, { keep, drop, values, between }: Merging): Promise<Merged> {
  if (keep.id === drop.id) throw new Failure('missing')
  // Always in the order of ids, so that a merge the other way round cannot lock what this one waits for.
  const locked = new Map<number, Stored>()
  for (const one of [keep, drop].sort((a, b) => a.id - b.id)) locked.set(one.id, await lockRecord(ctx, register, one))
  const [kept, dropped] = [locked.get(keep.id), locked.get(drop.id)]
  if (!kept || !dropped) throw new Failure('missing')
  const [from, to] = [documentOf(register, drop.id), documentOf(register, keep.id)]
  for (const server of ctx.system.apps) await server.moved?.(ctx, { from, to })
  for (const [name, field] of Object.entries(register.fields))
    if (field.kind === 'references') await statement(`delete from ${linkTable(register.table, name)} where record_id = ?`, [drop.id])
  await statement(`delete from ${register.table}_search where id = ?`, [drop.id])
  await statement(`delete from ${register.table} where id = ?`, [drop.id])
  await between?.({ kept, dropped })
  // Read anew: what moved along may have written into it.
  const { record, changes } = await updateRecord(ctx, register, await lockRecord(ctx, register, keep), { values: values({ kept, dropped }) })
  const label = String(record.values[register.list.title] ?? '')
  const movedCount = await moveReferences(ctx, { kind: register.id, from: drop.id, to: { id: keep.id, label } })
  return { record, changes, dropped, movedCount }
}

/** Whoever refers to one document refers to another; each record is journalled and gets a new version. */
async function moveReferences(ctx: Writing, { kind, from, to }: { kind: string; from: number; to: Referred }): Promise<number> {
  let count = 0
  for (const register of new Set(referringTo(ctx.system, kind).map((one) => one.register))) {
    const fields = referringTo(ctx.system, kind).filter((one) => one.register === register)
    const rows = await statement<{ id: number }[]>(
      `select t.id from ${register.table} t where ${fields.map(refersTo).join(' or ')} order by t.id for update`,
      fields.map(() => from),
    )
    for (const { id } of rows) await moveReference(ctx, register, { id, from, to })
    count += rows.length
  }
  return count
}

async function moveReference(ctx: Writing, register: AnyRegister, { id, from, to }: { id: number; from: number; to: Referred }): Promise<void> {
  const record = await findRecord(ctx.system, register, { id, isLocked: true })
  if (!record) return
  const changed = Object.fromEntries(
    Object.entries(register.fields)
      .filter(([name, field]) => field.target && record.values[name] !== null)
      .map(([name, field]) => [name, withReferred(field, record.values[name], (one) => (one.id === from ? to : one))]),
  )
  const values = { ...record.values, ...changed }
  const changes = differences(register, record.values, values)
  const row = Object.assign({}, ...Object.keys(changes).map((name) => storeField(name, register.fields[name] ?? { kind: 'text', presence: 'required' }, values[name]))) as object // Object.assign over many is untyped
  await statement(`update ${register.table} set ? where id = ?`, [{ ...row, version: record.version + 1, updated_at: ctx.now }, id])
  await saveLinks(register, { id, values: Object.fromEntries(Object.keys(changes).map((name) => [name, values[name]])) })
  await saveSearch(register, { id, values })
  await ctx.journal({
    document: documentOf(register, id),
    documentCode: register.code ? String(record.values[register.code.field] ?? '') : null,
    changes: withoutNames(register, changes),
  })
}

/** Whether a record of the register has an access table of its own. */
export async function isRestricted(system: System, register: AnyRegister, id: number): Promise<boolean> {
  const [row] = await system.database.read.query(`select access_id from ${register.table} where id = ?`, [id])
  return (row?.[0] ?? null) !== null
}
