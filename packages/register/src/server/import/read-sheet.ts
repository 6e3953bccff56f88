import { readFile } from 'node:fs/promises'
import { Failure } from '@crm/platform'
import { type JobContext, longSheetLimits, sheetRows, statement } from '@crm/platform/server'
import { openBlobStore } from '@crm/storage/server'
import { lockImport, moveImport } from './found.ts'
import { hashOfHeads } from './take-sheet.ts'

const insertedAtOnce = 1_000

/** The rows of a sheet go into the database as they are read: all of them, or none when something in the file is wrong. */
export default async function readSheet(ctx: JobContext, { importId }: { importId: number }): Promise<void> {
  const one = await lockImport(importId, ['reading'])
  if (!one) return
  await statement('savepoint before_rows', [])
  try {
    const bytes = await readFile(openBlobStore(ctx.system.env.CRM_DATA).pathOf(one.sha256))
    let heads: string[] | null = null
    let count = 0
    let waiting: unknown[][] = []
    const keep = async () => {
      if (waiting.length > 0) await statement('insert into register_import_row (import_id, number, cells, state) values ?', [waiting])
      waiting = []
    }
    for await (const row of sheetRows(bytes, longSheetLimits)) {
      if (heads === null) {
        heads = row
        continue
      }
      count += 1
      waiting.push([importId, count + 1, JSON.stringify(row), 'waiting'])
      if (waiting.length === insertedAtOnce) await keep()
    }
    await keep()
    if (count === 0) throw new Failure('empty-file')
    await moveImport(ctx, importId, { state: 'mapping', heads: JSON.stringify(heads), heads_hash: hashOfHeads(heads ?? []), row_count: count })
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    await statement('rollback to savepoint before_rows', [])
    await moveImport(ctx, importId, { state: 'failed', reason: error.code })
  }
}
