import { currentTransaction, type Writing } from '@crm/platform/server'
import { QueryTypes } from 'sequelize'

/** Whoever adds it, in the running transaction. */
type Adding = Pick<Writing, 'system' | 'user' | 'now' | 'journal'>

interface Arrived {
  /** `contracts.trade:42` */
  readonly document: string
  readonly documentCode: string | null
  readonly name: string
  readonly uploadId: string
  readonly blob: { readonly sha256: string; readonly size: number; readonly type: string }
}

/**
 * Hang an arrived file on its document: a new file, or a new version of the one with that name.
 * The same content under the same name, and the same upload reported twice, change nothing.
 */
export async function attach(ctx: Adding, arrived: Arrived): Promise<{ id: number; version: number }> {
  const { document, name, blob } = arrived
  await run(ctx, 'insert ignore into storage_blob (sha256, size, type, created_at) values (?,?,?,?)', [blob.sha256, blob.size, blob.type, ctx.now])
  await run(ctx, 'insert ignore into storage_file (document, name, live_name, version, created_at) values (?,?,?,0,?)', [document, name, name, ctx.now])
  const file = await lockFile(ctx, { document, name })
  if (file.sha256 === blob.sha256) {
    await ctx.journal({ document, documentCode: arrived.documentCode, note: `${name}: unchanged` })
    return { id: file.id, version: file.version }
  }
  const version = file.version + 1
  await run(ctx, "insert ignore into storage_text (sha256, state) values (?, 'waiting')", [blob.sha256])
  await run(ctx, 'insert into storage_version (file_id, version, sha256, upload_id, user_id, at) values (?,?,?,?,?,?)', [
    file.id,
    version,
    blob.sha256,
    arrived.uploadId,
    ctx.user.id,
    ctx.now,
  ])
  await run(ctx, 'update storage_file set version = ? where id = ?', [version, file.id])
  await ctx.journal({ document, documentCode: arrived.documentCode, changes: { file: [file.version === 0 ? null : `${name} (${file.version})`, `${name} (${version})`] } })
  return { id: file.id, version }
}

async function lockFile(ctx: Adding, { document, name }: { document: string; name: string }): Promise<{ id: number; version: number; sha256: string | null }> {
  const [file] = await ctx.system.database.sequelize.query<{ id: number; version: number; sha256: string | null }>(
    `select f.id, f.version, v.sha256 from storage_file f left join storage_version v on v.file_id = f.id and v.version = f.version
     where f.document = ? and f.live_name = ? for update`,
    { type: QueryTypes.SELECT, transaction: currentTransaction() ?? null, replacements: [document, name] },
  )
  if (!file) throw new Error(`storage_file has no live "${name}" on ${document} although it was just inserted`)
  return file
}

const run = (ctx: Adding, sql: string, replacements: unknown[]) => ctx.system.database.sequelize.query(sql, { transaction: currentTransaction() ?? null, replacements })
