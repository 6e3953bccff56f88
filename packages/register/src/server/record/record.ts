import { dayOf, Failure, type Issue } from '@crm/platform'
import { type Changes, currentTransaction, isDuplicate, lookupFor, nextNumber, type Reading, statement, type System, type Writing, visibleIds } from '@crm/platform/server'
import { QueryTypes } from 'sequelize'
import { type AnyRegister, type Deriving, documentOf, type Field, type Referred, type Shelf } from '../../index.ts'
import { refuseUnsaid } from '../added/kept.ts'
import { besideOf } from './beside.ts'
import { hasLostLabels, readCell, storeField, wordsOf } from '../table/cell.ts'
import { columnsOf, linkTable } from '../table/column.ts'
import { modelOf } from '../table/model.ts'
import { movesDays, remindAnew } from './reminded.ts'
import { searchBody } from '../list/search.ts'

/** A record as the server holds it: read values, without types. */
export interface Stored {
  readonly id: number
  readonly version: number
  readonly shelf: Shelf
  readonly createdAt: string
  readonly updatedAt: string
  readonly values: Readonly<Record<string, unknown>>
}

const iso = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value))

/** One record, locked when asked inside a transaction; `null` when it is not there. */
export async function findRecord(system: System, register: AnyRegister, { id, isLocked = false }: { id: number; isLocked?: boolean }): Promise<Stored | null> {
  const row = isLocked
    ? await lockedRow(register, id)
    : ((await modelOf(system.database.sequelize, register.table).findOne({ where: { id }, raw: true })) as Record<string, unknown> | null) // raw: a plain row
  return row && recordFrom(system, register, row)
}

/** A row as the register reads it; names that had no room in it are asked where they come from. */
export async function recordFrom(system: System, register: AnyRegister, row: Readonly<Record<string, unknown>>): Promise<Stored> {
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(register.fields)) {
    const cells = columnsOf(name, field).map((column) => row[column.name])
    values[name] = readCell(field, cells)
    if (hasLostLabels(field, cells)) values[name] = await labelled(system, field, values[name] as readonly Referred[]) // what is read of several references
  }
  return {
    id: Number(row.id),
    version: Number(row.version),
    shelf: row.shelf as Shelf, // written only by this file
    createdAt: iso(row.created_at),
    updatedAt: iso(row.updated_at),
    values,
  }
}

async function labelled(system: System, { target = '' }: Field, referred: readonly Referred[]): Promise<readonly Referred[]> {
  const ids = referred.map((one) => one.id)
  const labels = await lookupFor(system, target).labels(system, ids)
  return referred.map(({ id, label }) => ({ id, label: labels.get(id) ?? label }))
}

const lockedRow = async (register: AnyRegister, id: number): Promise<Record<string, unknown> | null> =>
  (await statement<Record<string, unknown>[]>(`select * from ${register.table} where id = ? for update`, [id]))[0] ?? null

/** Make a record: checks, computed fields, number, row, links, search text. The caller journals it. */
export async function insertRecord(ctx: Writing, register: AnyRegister, input: Readonly<Record<string, unknown>>): Promise<Stored> {
  await refuseUnsaid(ctx.system, register, { values: input })
  const given = await withLabels(ctx, register, input)
  const blank = Object.fromEntries(Object.keys(register.fields).map((name) => [name, null]))
  const values = derived(register, { ...blank, ...given }, { today: dayOf(ctx.now) })
  if (register.code) values[register.code.field] = await nextNumber({ series: register.code.series, year: Number(dayOf(ctx.now).slice(0, 4)) })
  const row = { version: 1, shelf: 'current', created_at: ctx.now, updated_at: ctx.now, ...columnsFor(register, values) }
  const id = await insertRow(register, row)
  await Promise.all([saveLinks(register, { id, values, isNew: true }), saveSearch(register, { id, values })])
  return { id, version: 1, shelf: 'current', createdAt: ctx.now.toISOString(), updatedAt: ctx.now.toISOString(), values }
}

/**
 * Change some fields of a record that is locked.
 *
 * @param edit.by a person edits only what is in use; a place, an heir or a renamed party is written into what was put away, too
 * @returns the record as it is now, and old and new value of each field that changed
 * @throws Failure 'put-away', or 'invalid' for what the register does not take
 */
export async function updateRecord(
  ctx: Writing,
  register: AnyRegister,
  before: Stored,
  edit: { values: Readonly<Record<string, unknown>>; by?: 'person' },
): Promise<{ record: Stored; changes: Changes }> {
  const { id, version } = before
  if (edit.by === 'person' && before.shelf !== 'current') throw new Failure('put-away')
  await refuseUnsaid(ctx.system, register, { values: edit.values, before: before.values })
  const given = await withLabels(ctx, register, edit.values)
  const values = derived(register, { ...before.values, ...given }, { today: dayOf(ctx.now), beside: await besideOf(register, id) })
  const changes = differences(register, before.values, values)
  const names = Object.keys(changes)
  if (names.length === 0) return { record: before, changes }
  const fields = Object.fromEntries(names.flatMap((name) => Object.entries(storeField(name, fieldOf(register, name), values[name]))))
  await replaceRow(register, { id, version, row: { ...fields, updated_at: ctx.now } })
  await saveLinks(register, { id, values: Object.fromEntries(names.map((name) => [name, values[name]])) })
  await saveSearch(register, { id, values })
  if (movesDays(register, names)) await remindAnew(ctx, register, { ...before, values })
  return { record: { ...before, version: version + 1, updatedAt: ctx.now.toISOString(), values }, changes }
}

/** Put a locked record on another shelf: archive, trash, back into use. */
export async function shelve(ctx: Writing, register: AnyRegister, before: Stored, shelf: Shelf): Promise<{ record: Stored; changes: Changes }> {
  const { id, version } = before
  await replaceRow(register, { id, version, row: { shelf, updated_at: ctx.now } })
  await remindAnew(ctx, register, { ...before, shelf })
  return { record: { ...before, version: version + 1, shelf }, changes: { shelf: [before.shelf, shelf] } }
}

/** A record locked at the version that its editor saw. @throws Failure 'missing' or 'stale' */
export async function lockRecord(ctx: Writing, register: AnyRegister, { id, version }: { id: number; version: number }): Promise<Stored> {
  const record = await findRecord(ctx.system, register, { id, isLocked: true })
  if (!record) throw new Failure('missing')
  await refuseStale(ctx, register, record, version)
  return record
}

/** @throws Failure 'stale' with the fields that somebody else changed since the version that the editor saw */
export async function refuseStale(ctx: Writing, register: AnyRegister, { id, version }: Stored, seen: number): Promise<void> {
  if (version !== seen) throw new Failure('stale', { version, changedFields: await changedSince(ctx.system, register, { id, count: version - seen }) })
}

/** Which fields were changed in the last edits, read from the journal. */
async function changedSince(system: System, register: AnyRegister, { id, count }: { id: number; count: number }): Promise<string[]> {
  const entries = await system.database.sequelize.query<{ changes: Record<string, unknown> | string }>(
    `select changes from platform_journal where document = ? and is_change = 1 and changes is not null order by id desc limit ${Math.min(Math.max(count, 1), 50)}`,
    { type: QueryTypes.SELECT, replacements: [documentOf(register, id)], transaction: currentTransaction() ?? null },
  )
  return [...new Set(entries.flatMap((entry) => Object.keys(typeof entry.changes === 'string' ? (JSON.parse(entry.changes) as object) : entry.changes)))]
}

function derived(register: AnyRegister, values: Record<string, unknown>, at: Deriving): Record<string, unknown> {
  // The values were read or checked by this very declaration.
  const issues: readonly Issue[] = register.check?.(values as never) ?? []
  if (issues.length > 0) throw new Failure('invalid', { issues })
  return { ...values, ...register.derive?.(values as never, at) }
}

/** Ids of references become ids with labels; an id that nobody knows is an error at its field. */
export async function withLabels(ctx: Reading, register: AnyRegister, input: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = { ...input }
  for (const [name, value] of Object.entries(input)) {
    const field = fieldOf(register, name)
    if (value === null || value === undefined || !field.target) continue
    const ids = Array.isArray(value) ? value.map(Number) : [Number(value)]
    const labels = await lookupFor(ctx.system, field.target).labels(ctx.system, ids)
    const kind = ctx.system.apps.flatMap((server) => server.documents ?? []).find((one) => one.kind === field.target)
    // What one may not see cannot be referred to either; its label would tell.
    const seen = kind ? await visibleIds(ctx.system, ctx.user, { kind, ids }) : null
    if (ids.some((id) => !labels.has(id) || (seen !== null && !seen.has(id)))) throw new Failure('invalid', { issues: [{ path: name, code: 'not-a-choice' }] })
    const referred: Referred[] = ids.map((id) => ({ id, label: labels.get(id) ?? '' }))
    values[name] = field.kind === 'references' ? referred : referred[0]
  }
  return values
}

const fieldOf = (register: AnyRegister, name: string): Field => {
  const field = register.fields[name]
  if (!field) throw new Error(`${register.id} has no field "${name}"`)
  return field
}

const columnsFor = (register: AnyRegister, values: Readonly<Record<string, unknown>>) =>
  Object.assign({}, ...Object.entries(register.fields).map(([name, field]) => storeField(name, field, values[name]))) as Record<string, unknown> // Object.assign over many is untyped

/** Old and new value of each field that is not the same. */
export function differences(register: AnyRegister, before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): Changes {
  const same = (left: unknown, right: unknown) => JSON.stringify(left ?? null) === JSON.stringify(right ?? null)
  return Object.fromEntries(
    Object.keys(register.fields)
      .filter((name) => !same(before[name], after[name]))
      .map((name) => [name, [before[name] ?? null, after[name] ?? null] as const]),
  )
}

async function insertRow(register: AnyRegister, row: Record<string, unknown>): Promise<number> {
  try {
    return (await statement(`insert into ${register.table} set ?`, [row])).insertId
  } catch (error) {
    throw asTaken(error, register)
  }
}

async function replaceRow(register: AnyRegister, { id, version, row }: { id: number; version: number; row: Record<string, unknown> }): Promise<void> {
  try {
    const { affectedRows } = await statement(`update ${register.table} set ? where id = ? and version = ?`, [{ ...row, version: version + 1 }, id, version])
    if (affectedRows === 0) throw new Failure('stale', { version, changedFields: [] })
  } catch (error) {
    throw asTaken(error, register)
  }
}

function asTaken(error: unknown, register: AnyRegister): unknown {
  if (!isDuplicate(error)) return error
  const text = error instanceof Error ? `${error.message} ${'original' in error ? String(error.original) : ''}` : ''
  const field = Object.keys(register.fields).find((name) => text.includes(`'${name}_once'`) || text.includes(`.${name}_once'`)) ?? register.code?.field ?? ''
  return new Failure('taken', { field })
}

/** The text of a record for the search. Whoever changes a row writes it too, in the same transaction: copies of the register follow these texts. */
export async function saveSearch(register: AnyRegister, { id, values }: { id: number; values: Readonly<Record<string, unknown>> }): Promise<void> {
  const wordsIn = (isGuarded: boolean) =>
    Object.entries(register.fields).flatMap(([name, field]) => ((field.sensitive !== undefined) === isGuarded ? [wordsOf(field, values[name])] : []))
  const body = searchBody(wordsIn(false), wordsIn(true))
  await statement(`replace into ${register.table}_search (id, body) values (?, ?)`, [id, body])
}

export async function saveLinks(register: AnyRegister, { id, values, isNew = false }: { id: number; values: Readonly<Record<string, unknown>>; isNew?: boolean }): Promise<void> {
  for (const [name, field] of Object.entries(register.fields)) {
    if (field.kind !== 'references' || !(name in values)) continue
    const table = linkTable(register.table, name)
    const links = ((values[name] ?? []) as readonly Referred[]).map((one) => [id, one.id]) // withLabels made them
    if (!isNew) await statement(`delete from ${table} where record_id = ?`, [id])
    if (links.length > 0) await statement(`insert into ${table} (record_id, target_id) values ?`, [links])
  }
}
