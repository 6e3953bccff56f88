import type { Reading } from '@crm/platform/server'
import type { AnyRegister, Referred } from '../../index.ts'
import { readCell } from '../table/cell.ts'
import { columnsOf, linkTable, snake } from '../table/column.ts'
import type { RegisterDocument } from './document.ts'

type Values = Readonly<Record<string, unknown>>

/** A record that may be the same thing as one that is being entered. */
export interface Alike {
  readonly id: number
  readonly code: string
  readonly values: Values
}

const mostLooked = 200

/**
 * For each of these records the one that it may double, newest first, among those that the reader may see: of others nothing is said,
 * not even that there is something.
 *
 * @param names fields that are equal in both
 * @param rows read values: references with labels
 */
export async function alikeOf(
  ctx: Reading,
  { register, document, names, rows, except = 0 }: { register: AnyRegister; document: RegisterDocument; names: readonly string[]; rows: readonly Values[]; except?: number },
): Promise<Alike[][]> {
  const keyed = rows.map((row) => keysOf(register, { names, row }))
  const wanted = new Set(keyed.flat())
  if (wanted.size === 0) return rows.map(() => [])
  const ids = await candidates(ctx, { register, document, names, rows: rows.filter((_row, at) => (keyed[at]?.length ?? 0) > 0), wanted, except })
  const found = ids.length === 0 ? [] : await recordsOf(ctx, register, ids)
  const byKey = new Map<string, Alike[]>()
  for (const one of found) for (const key of keysOf(register, { names, row: one.values })) byKey.set(key, [...(byKey.get(key) ?? []), one])
  return rows.map((row, at) => {
    const all = new Map((keyed[at] ?? []).flatMap((key) => byKey.get(key) ?? []).map((one) => [one.id, one]))
    // Both were read by the same declaration as its rule.
    return [...all.values()].filter((one) => register.duplicates?.isAlike?.(row as never, one.values as never) ?? true).sort((one, other) => other.id - one.id)
  })
}

/** What two records have in common when they are the same: a text for each way; none while a field of the key is empty. */
export function keysOf(register: AnyRegister, { names, row }: { names: readonly string[]; row: Values }): string[] {
  let keys = ['']
  for (const name of names) {
    const value = row[name]
    const kind = register.fields[name]?.kind
    const ones = kind === 'references' ? ((value ?? []) as readonly Referred[]).map((one) => one.id) : kind === 'reference' ? [(value as Referred | null)?.id] : [value] // read values of these kinds
    const filled = ones.filter((one) => one !== null && one !== undefined && one !== '')
    keys = keys.flatMap((key) => filled.map((one) => `${key}\u0000${String(one).toLowerCase()}`))
  }
  return names.length === 0 ? [] : keys
}

interface Asked {
  readonly register: AnyRegister
  readonly document: RegisterDocument
  readonly names: readonly string[]
  readonly rows: readonly Values[]
  /** The keys that are looked for. */
  readonly wanted: ReadonlySet<string>
  readonly except: number
}

/** The ids of records with one of the keys. The engine is asked for each field by itself; what belongs together is paired here. */
async function candidates(ctx: Reading, { register, document, names, rows, wanted, except }: Asked): Promise<number[]> {
  const joins: string[] = []
  const columns: string[] = []
  const conditions = ["t.shelf <> 'removed'", 't.id <> ?']
  const values: unknown[] = [except]
  const scope = document.scope(ctx)
  for (const name of names) {
    const field = register.fields[name]
    const given = [...new Set(rows.flatMap((row) => keysOf(register, { names: [name], row }).map((key) => key.slice(1))))]
    if (!field || given.length === 0) return []
    const link = `l_${snake(name)}`
    if (field.kind === 'references') joins.push(`join ${linkTable(register.table, name)} ${link} on ${link}.record_id = t.id`)
    const column = field.kind === 'references' ? `${link}.target_id` : field.kind === 'reference' ? `t.${snake(name)}_id` : `t.${snake(name)}`
    columns.push(column)
    conditions.push(`${column} in (?)`)
    values.push(given)
  }
  const limit = rows.length === 1 ? ` order by t.id desc limit ${mostLooked}` : ''
  const found = await ctx.system.database.read.query(
    `select t.id, ${columns.join(', ')} from ${register.table} t ${joins.join(' ')} where ${[...conditions, ...(scope ? [scope.text] : [])].join(' and ')}${limit}`,
    [...values, ...(scope?.values ?? [])],
  )
  const keyOf = (cells: readonly unknown[]) => cells.map((cell) => `\u0000${String(cell).toLowerCase()}`).join('')
  return [...new Set(found.flatMap(([id, ...cells]) => (wanted.has(keyOf(cells)) ? [Number(id)] : [])))]
}

async function recordsOf(ctx: Reading, register: AnyRegister, ids: readonly number[]): Promise<Alike[]> {
  const fields = Object.entries(register.fields).filter(([, field]) => field.kind !== 'longText')
  const columns = fields.map(([name, field]) => columnsOf(name, field).map((column) => column.name))
  const rows = await ctx.system.database.read.query(`select id, ${columns.flat().join(', ')} from ${register.table} where id in (?) order by id desc`, [ids])
  return rows.map(([id, ...cells]) => {
    let at = 0
    const values = Object.fromEntries(
      fields.map(([name, field], index) => {
        const width = columns[index]?.length ?? 1
        at += width
        return [name, readCell(field, cells.slice(at - width, at))]
      }),
    )
    return { id: Number(id), code: String(values[register.code?.field ?? register.list.title] ?? `#${String(id)}`), values }
  })
}
