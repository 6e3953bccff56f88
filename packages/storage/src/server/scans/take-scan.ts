import { statement, type Writing } from '@crm/platform/server'
import type { ScanDesk } from './desk.ts'

interface Arriving {
  /** Names the coming-in itself: one that is reported twice is one scan. */
  readonly arrival: string
  readonly name: string
  readonly blob: { readonly sha256: string; readonly size: number; readonly type: string }
}

/** One scan for one coming-in, however often it is reported; reading begins with the commit. */
export async function takeScan(ctx: Writing, desk: ScanDesk, { arrival, name, blob }: Arriving): Promise<void> {
  await statement('insert ignore into storage_blob (sha256, size, type, created_at) values (?,?,?,?)', [blob.sha256, blob.size, blob.type, ctx.now])
  const { insertId, affectedRows } = await statement(
    "insert ignore into storage_scan (desk, arrival, name, sha256, user_id, state, read_count, at) values (?,?,?,?,?,'reading',0,?)",
    [desk.kind, arrival, name, blob.sha256, ctx.user.id, ctx.now],
  )
  if (affectedRows > 0) await ctx.send(desk.jobs.read, { scanId: insertId, from: 1 })
  await ctx.journal({ document: `${desk.kind}:${insertId}`, note: name })
}
