import type { DocumentPart } from '../attachment.ts'
import { fileChanges, keyOf } from './parts/parts.ts'
import { currentTransaction, type Writing } from '@crm/platform/server'
import { QueryTypes } from 'sequelize'

/** Whoever adds it, in the running transaction. */
type Adding = Pick<Writing, 'system' | 'user' | 'now' | 'journal'>

interface Arrived {
  /** `contracts.trade:42` */
  readonly document: string
  readonly documentCode: string | null
  /** Of the document, `null` for the document itself. */
  readonly part: DocumentPart | null
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
  const part = keyOf(arrived.part)
  await run(ctx, 'insert ignore into storage_blob (sha256, size, type, created_at) values (?,?,?,?)', [blob.sha256, blob.size, blob.type, ctx.now])
  await run(ctx, 'insert ignore into storage_file (document, part, name, live_name, version, created_at) values (?,?,?,?,0,?)', [document, part, name, name, ctx.now])
  const file = await lockFile(ctx, { document, part, name })
  // By the name that it has: what hides entries of a file goes by that.
  if (file.sha256 === blob.sha256) {
    await ctx.journal({ document, documentCode: arrived.documentCode, note: `${file.name}: unchanged` })
    return { id: file.id, version: file.version }
  }
  const version = file.version + 1
  await run(ctx, "insert ignore into storage_text (sha256, state) values (?, 'waiting')", [blob.sha256])
  await run(ctx, "insert ignore into storage_look (sha256, state) values (?, 'waiting')", [blob.sha256])
  await run(ctx, 'insert into storage_version (file_id, version, sha256, upload_id, user_id, at) values (?,?,?,?,?,?)', [
    file.id,
    version,
    blob.sha256,
    arrived.uploadId,
    ctx.user.id,
    ctx.now,
  ])
  await run(ctx, 'update storage_file set version = ? where id = ?', [version, file.id])
  await ctx.journal({
    document,
    documentCode: arrived.documentCode,
    changes: fileChanges(arrived.part, [file.version === 0 ? null : `${file.name} (${file.version})`, `${file.name} (${version})`]),
  })
  return { id: file.id, version }
}

async function lockFile(
  ctx: Adding,
  { document, part, name }: { document: string; part: string; name: string },
): Promise<{ id: number; version: number; name: string; sha256: string | null }> {
  const [file] = await ctx.system.database.sequelize.query<{ id: number; version: number; name: string; sha256: string | null }>(
    `select f.id, f.version, f.name, v.sha256 from storage_file f left join storage_version v on v.file_id = f.id and v.version = f.version
     where f.document = ? and f.part = ? and f.live_name = ? for update`,
    { type: QueryTypes.SELECT, transaction: currentTransaction() ?? null, replacements: [document, part, name] },
  )
  if (!file) throw new Error(`storage_file has no live "${name}" on ${document} although it was just inserted`)
  return file
}

const run = (ctx: Adding, sql: string, replacements: unknown[]) => ctx.system.database.sequelize.query(sql, { transaction: currentTransaction() ?? null, replacements })
