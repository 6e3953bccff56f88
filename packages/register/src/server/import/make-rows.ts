import { Failure, type Issue, issuesOf } from '@crm/platform'
import { actAs, type JobContext, statement, type Writing } from '@crm/platform/server'
import { documentOf, type RowState } from '../../index.ts'
import { makeImport } from '../../jobs.ts'
import { alikeOf } from '../record/duplicates.ts'
import { withoutNames } from '../record/history.ts'
import { type KnownRegister, registerNamed } from '../known.ts'
import { insertRecord, type Stored, updateRecord } from '../record/record.ts'
import { importDocument, importerOf, type KeptImport, lockImport, moveImport, sheetRowsOf } from './found.ts'
import { tellImported } from './notice.ts'
import { addedIn } from '../added/kept.ts'
import { openRowReader, type ReadRow } from './row-reader.ts'

const madeAtOnce = 100

/** What became of a row. */
interface Became {
  readonly state: RowState
  readonly record?: { readonly id: number; readonly version: number }
  readonly issues?: readonly Issue[]
}

/** Rows become records, as the person who imports would make each of them; what cannot be made stays a row with its reason. */
export default async function makeRows(ctx: JobContext, { importId, after }: { importId: number; after: number }): Promise<void> {
  const one = await lockImport(importId, ['importing'])
  if (!one?.mapping) return
  const user = await importerOf(ctx, one)
  const of = registerNamed(one.register)
  if (!user?.rights.has(of.rights.create.id)) return void (await moveImport(ctx, importId, { state: 'checked' }))
  const acting = actAs(ctx, user, of.rights.import)
  const rows = await sheetRowsOf(ctx.system, { importId, after, limit: madeAtOnce, states: ['good', 'same'] })
  const read = await openRowReader(acting, of.register, { mapping: one.mapping, added: await addedIn(ctx.system, of.register.id) })(rows.map((row) => row.cells))
  for (const [at, row] of rows.entries()) {
    const found = read[at]
    if (found) await keep({ importId, number: row.number }, await become(acting, of, { one, row: found, ...row, isOfRow: row.state === 'same' && row.sameId === null }))
  }
  const last = rows.at(-1)?.number ?? after
  if (rows.length === madeAtOnce) {
    await moveImport(ctx, importId, { done_count: one.doneCount + rows.length })
    return ctx.send(makeImport, { importId, after: last })
  }
  await moveImport(ctx, importId, { state: 'done', done_count: one.doneCount + rows.length })
  await acting.journal({ document: importDocument(importId), note: `batch ${one.batch}: done` })
  await tellImported(ctx, one, of)
}

interface Taken {
  readonly one: KeptImport
  readonly row: ReadRow
  readonly number: number
  /** The dry run found it to repeat a row further up. */
  readonly isOfRow: boolean
}

async function become(ctx: Writing, of: KnownRegister, { one, row, number, isOfRow }: Taken): Promise<Became> {
  if (row.issues.length > 0) return { state: 'bad', issues: row.issues }
  await statement('savepoint of_row', [])
  try {
    // Asked again: it may have come, or gone, since the dry run.
    const there = one.same === 'create' ? undefined : await sameAs(ctx, of, row)
    if (there === undefined && isOfRow && one.same !== 'create') return { state: 'left' }
    if (there !== undefined) return one.same === 'merge' ? await merged(ctx, of, { id: there, row, batch: one.batch }) : { state: 'left' }
    const record = await insertRecord(ctx, of.register, row.values)
    const filled = Object.entries(record.values).filter(([, value]) => value !== null)
    await ctx.journal({
      ...entryOf(of, record),
      changes: withoutNames(of.register, Object.fromEntries(filled.map(([name, value]) => [name, [null, value] as const]))),
      note: noteOf(one, number),
    })
    await of.hooks.created?.(ctx, record)
    return { state: 'made', record }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    await statement('rollback to savepoint of_row', [])
    const issues = issuesOf(error)
    return { state: 'bad', issues: issues.length > 0 ? issues : [{ path: error.code === 'taken' ? String(error.params.field ?? '') : '', code: error.code }] }
  }
}

const entryOf = (of: KnownRegister, record: Stored) => ({
  document: documentOf(of.register, record.id),
  documentCode: of.register.code ? String(record.values[of.register.code.field] ?? '') : null,
})

const noteOf = ({ batch, name }: KeptImport, number: number) => `batch ${batch}, ${name}: ${number}`

async function sameAs(ctx: Writing, { register, document }: KnownRegister, row: ReadRow): Promise<number | undefined> {
  const names = [...(register.duplicates?.same ?? []), ...(register.duplicates?.inImport ?? [])]
  if (names.length === 0) return undefined
  const seeing = { ...ctx, right: { ...ctx.right, id: document.view } }
  const inside = await alikeOf(seeing, { register, document, names, rows: [row.shown] })
  return inside[0]?.[0]?.id
}

/** Only what is empty in the record is filled from the row; the right to edit it is asked for. */
async function merged(ctx: Writing, of: KnownRegister, { id, row, batch }: { id: number; row: ReadRow; batch: string }): Promise<Became> {
  const before = await of.document.lock({ ...ctx, right: of.rights.edit }, id)
  const isEmpty = (value: unknown) => value === null || value === undefined || (Array.isArray(value) && value.length === 0)
  const values = Object.fromEntries(Object.entries(row.values).filter(([name, value]) => isEmpty(before.values[name]) && !isEmpty(value)))
  const { record, changes } = await updateRecord(ctx, of.register, before, { values })
  await ctx.journal({ ...entryOf(of, record), changes: withoutNames(of.register, changes), note: `batch ${batch}` })
  await of.hooks.updated?.(ctx, record, changes)
  return { state: 'merged', record }
}

const keep = ({ importId, number }: { importId: number; number: number }, { state, record, issues }: Became) =>
  statement('update register_import_row set state = ?, record_id = ?, record_version = ?, issues = ? where import_id = ? and number = ?', [
    state,
    record?.id ?? null,
    record?.version ?? null,
    issues ? JSON.stringify(issues) : null,
    importId,
    number,
  ])
