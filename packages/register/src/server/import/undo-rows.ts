import { actAs, type JobContext, statement, type Writing } from '@crm/platform/server'
import { documentOf } from '../../index.ts'
import { undoImport } from '../../jobs.ts'
import { type KnownRegister, registerNamed } from '../known.ts'
import { findRecord, shelve } from '../record/record.ts'
import { importDocument, importerOf, lockImport, moveImport } from './found.ts'

const undoneAtOnce = 200

/** What an import made goes into the trash, as far as nobody has touched it since. */
export default async function undoRows(ctx: JobContext, { importId, after }: { importId: number; after: number }): Promise<void> {
  const one = await lockImport(importId, ['undoing'])
  if (!one) return
  const user = await importerOf(ctx, one)
  if (!user) return void (await moveImport(ctx, importId, { state: 'done' }))
  const of = registerNamed(one.register)
  const acting = actAs(ctx, user, of.rights.import)
  const rows = await statement<{ number: number; record_id: number; record_version: number }[]>(
    "select number, record_id, record_version from register_import_row where import_id = ? and number > ? and state = 'made' order by number limit ?",
    [importId, after, undoneAtOnce],
  )
  for (const row of rows) {
    const isUndone = await takeBack(acting, of, { id: row.record_id, version: row.record_version, batch: one.batch })
    await statement('update register_import_row set state = ? where import_id = ? and number = ?', [isUndone ? 'undone' : 'kept', importId, row.number])
  }
  const last = rows.at(-1)?.number ?? after
  await moveImport(ctx, importId, { done_count: one.doneCount + rows.length, ...(rows.length < undoneAtOnce ? { state: 'undone' } : {}) })
  if (rows.length === undoneAtOnce) return ctx.send(undoImport, { importId, after: last })
  await acting.journal({ document: importDocument(importId), note: `batch ${one.batch}: undone` })
}

async function takeBack(ctx: Writing, { register }: KnownRegister, { id, version, batch }: { id: number; version: number; batch: string }): Promise<boolean> {
  const record = await findRecord(ctx.system, register, { id, isLocked: true })
  if (!record || record.version !== version || record.shelf !== 'current') return false
  const { changes } = await shelve(ctx, register, record, 'removed')
  const code = register.code ? String(record.values[register.code.field] ?? '') : null
  await ctx.journal({ document: documentOf(register, id), documentCode: code, changes, note: `batch ${batch}: undone` })
  return true
}
