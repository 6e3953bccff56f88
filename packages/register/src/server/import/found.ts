import { Failure } from '@crm/platform'
import { type JobContext, type Reading, readerOf, statement, type System, type User } from '@crm/platform/server'
import type { ImportMapping, ImportState, SameChoice } from '../../index.ts'

/** One import as it is kept. */
export interface KeptImport {
  readonly id: number
  readonly register: string
  readonly ownerId: number
  readonly name: string
  readonly sha256: string
  readonly batch: string
  readonly state: ImportState
  readonly reason: string | null
  readonly heads: readonly string[]
  readonly headsHash: string | null
  readonly mapping: ImportMapping | null
  readonly same: SameChoice
  readonly rowCount: number
  readonly doneCount: number
  readonly movedAt: string
  readonly at: string
}

const columns = 'id, register, owner_id, name, sha256, batch, state, reason, heads, heads_hash, mapping, same, row_count, done_count, moved_at, at'

const iso = (value: unknown) => (value instanceof Date ? value.toISOString() : `${String(value).replace(' ', 'T')}Z`)

const keptOf = (row: readonly unknown[]): KeptImport => ({
  id: Number(row[0]),
  register: String(row[1]),
  ownerId: Number(row[2]),
  name: String(row[3]),
  sha256: String(row[4]),
  batch: String(row[5]),
  // Written only by the files beside this one.
  state: row[6] as ImportState,
  reason: row[7] === null ? null : String(row[7]),
  heads: row[8] === null ? [] : (JSON.parse(String(row[8])) as string[]),
  headsHash: row[9] === null ? null : String(row[9]),
  mapping: row[10] === null ? null : (JSON.parse(String(row[10])) as ImportMapping),
  same: row[11] as SameChoice,
  rowCount: Number(row[12]),
  doneCount: Number(row[13]),
  movedAt: iso(row[14]),
  at: iso(row[15]),
})

/** Somebody's own import; of another's nothing is known. @throws Failure 'missing' */
export async function findImport(ctx: Reading, { register, id }: { register: string; id: number }): Promise<KeptImport> {
  const [row] = await ctx.system.database.read.query(`select ${columns} from register_import where id = ? and register = ? and owner_id = ?`, [id, register, ctx.user.id])
  if (!row) throw new Failure('missing')
  return keptOf(row)
}

/** Somebody's last imports into a register, newest first. */
export async function importsOf(ctx: Reading, { register, limit }: { register: string; limit: number }): Promise<KeptImport[]> {
  return (
    await ctx.system.database.read.query(`select ${columns} from register_import where owner_id = ? and register = ? order by id desc limit ?`, [ctx.user.id, register, limit])
  ).map(keptOf)
}

/** The same in the running transaction, locked, when it is in one of these states; `null` when it is not or is gone. */
export async function lockImport(id: number, states: readonly ImportState[]): Promise<KeptImport | null> {
  const [row] = await statement<Record<string, unknown>[]>(`select ${columns} from register_import where id = ? and state in (?) for update`, [id, states])
  return row ? keptOf(columns.split(', ').map((name) => row[name])) : null
}

export const moveImport = (ctx: { readonly now: Date }, id: number, to: Readonly<Record<string, unknown>>) =>
  statement('update register_import set ? where id = ?', [{ ...to, moved_at: ctx.now }, id])

/** Who imports, as a job acts for them. @returns `null` when the account is gone */
export const importerOf = (ctx: JobContext, one: KeptImport): Promise<User | null> => readerOf(ctx.system, one.ownerId)

export const importDocument = (id: number): string => `register.import:${id}`

/** What is in the sheet's rows, in order. */
export async function sheetRowsOf(
  system: System,
  { importId, after, limit, states }: { importId: number; after: number; limit: number; states: readonly string[] },
): Promise<{ number: number; cells: string[]; state: string; issues: string | null; sameId: number | null; sameCode: string | null }[]> {
  const rows = await system.database.read.query(
    'select number, cells, state, issues, same_id, same_code from register_import_row where import_id = ? and number > ? and state in (?) order by number limit ?',
    [importId, after, states, limit],
  )
  return rows.map(([number, cells, state, issues, sameId, sameCode]) => ({
    number: Number(number),
    cells: JSON.parse(String(cells)) as string[], // written by the reading of the sheet
    state: String(state),
    issues: issues === null ? null : String(issues),
    sameId: sameId === null ? null : Number(sameId),
    sameCode: sameCode === null ? null : String(sameCode),
  }))
}
