import { createHash } from 'node:crypto'
import { actAs, type JobContext, statement, type Writing } from '@crm/platform/server'
import type { ImportMapping, RowState } from '../../index.ts'
import { checkImport } from '../../jobs.ts'
import { alikeOf, keysOf } from '../record/duplicates.ts'
import { type KnownRegister, registerNamed } from '../known.ts'
import { importerOf, lockImport, moveImport, sheetRowsOf } from './found.ts'
import { addedIn } from '../added/kept.ts'
import { openRowReader } from './row-reader.ts'

const checkedAtOnce = 2_000

/** The dry run, some rows at a time, with the rights and eyes of the person who imports. */
export default async function checkRows(ctx: JobContext, { importId, after }: { importId: number; after: number }): Promise<void> {
  const one = await lockImport(importId, ['checking'])
  if (!one?.mapping) return
  const user = await importerOf(ctx, one)
  if (!user) return void (await moveImport(ctx, importId, { state: 'failed', reason: 'denied' }))
  const of = registerNamed(one.register)
  const rows = await sheetRowsOf(ctx.system, { importId, after, limit: checkedAtOnce, states: ['waiting', 'good', 'bad', 'same'] })
  await checkThese(actAs(ctx, user, of.rights.import), of, { importId, mapping: one.mapping, rows })
  const last = rows.at(-1)?.number ?? after
  if (rows.length < checkedAtOnce) return void (await moveImport(ctx, importId, { state: 'checked', done_count: one.rowCount }))
  await moveImport(ctx, importId, { done_count: last - 1 })
  await ctx.send(checkImport, { importId, after: last })
}

interface Rows {
  readonly importId: number
  readonly mapping: ImportMapping
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[]
}

/** What is wrong with rows of a sheet, and which of them are there already; written beside them in the running transaction. */
export async function checkThese(ctx: Writing, { register, document }: KnownRegister, { importId, mapping, rows }: Rows): Promise<void> {
  if (rows.length === 0) return
  const read = await openRowReader(ctx, register, { mapping, added: await addedIn(ctx.system, register.id) })(rows.map((row) => row.cells))
  const names = [...(register.duplicates?.same ?? []), ...(register.duplicates?.inImport ?? [])]
  const good = read.flatMap((row, at) => (row.issues.length === 0 ? [{ row, number: rows[at]?.number ?? 0 }] : []))
  // A record that one may see counts: the same sight as of the list.
  const seeing = { ...ctx, right: { ...ctx.right, id: document.view } }
  const alike = names.length === 0 ? [] : await alikeOf(seeing, { register, document, names, rows: good.map(({ row }) => row.shown) })
  const sameByNumber = new Map(good.flatMap(({ number }, at) => (alike[at]?.[0] ? [[number, alike[at][0]] as const] : [])))
  const keyByNumber = new Map(
    good.flatMap(({ row, number }) =>
      names.length === 0 ? [] : [[number, rowKey(keysOf(register, { names, row: row.shown }), String(row.shown[register.list.title] ?? ''))] as const],
    ),
  )
  const earlier = await firstWith(
    importId,
    [...keyByNumber.values()].filter((key) => key !== null),
  )
  const lines = read.map((row, at) => {
    const number = rows[at]?.number ?? 0
    const key = keyByNumber.get(number) ?? null
    const first = key === null ? null : Math.min(earlier.get(key) ?? number, number)
    if (key !== null && first !== null) earlier.set(key, first)
    const there = sameByNumber.get(number)
    const isSame = there !== undefined || (first !== null && first < number)
    const state: RowState = row.issues.length > 0 ? 'bad' : isSame ? 'same' : 'good'
    const code = there ? there.code.slice(0, 80) : isSame ? `#${first}` : null
    return [importId, number, state, row.issues.length > 0 ? JSON.stringify(row.issues.slice(0, 20)) : null, there?.id ?? null, code, key]
  })
  await statement(
    `insert into register_import_row (import_id, number, state, issues, same_id, same_code, same_key) values ?
     on duplicate key update state = values(state), issues = values(issues), same_id = values(same_id), same_code = values(same_code), same_key = values(same_key)`,
    [lines],
  )
}

/** Two rows of one sheet are the same when their keys and titles are. */
const rowKey = (keys: readonly string[], title: string): string | null =>
  keys.length === 0
    ? null
    : createHash('sha1')
        .update(`${keys.toSorted().join('\n')}\n${title.trim().toLowerCase()}`)
        .digest('hex')

/** The first row of a sheet with each key. */
async function firstWith(importId: number, keys: readonly string[]): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map()
  const rows = await statement<{ same_key: string; number: number }[]>(
    "select same_key, min(number) as number from register_import_row where import_id = ? and same_key in (?) and state <> 'left' group by same_key",
    [importId, [...new Set(keys)]],
  )
  return new Map(rows.map((row) => [row.same_key, row.number]))
}
