import { statement, type Writing } from '@crm/platform/server'
import type { ScanDesk } from './desk.ts'
import { pdfOf, type ScanContent } from './scan-content.ts'

interface Arriving {
  /** Names the coming-in itself: one that is reported twice is one scan. */
  readonly arrival: string
  readonly name: string
  /** A PDF or a picture, as it came. */
  readonly blob: ScanContent
}

/**
 * One scan for one coming-in, however often it is reported; reading begins with the commit.
 *
 * @returns whether it was taken: a picture that is broken is not
 */
export async function takeScan(ctx: Writing, desk: ScanDesk, { arrival, name, blob }: Arriving): Promise<boolean> {
  const pdf = await pdfOf(ctx.system.env.CRM_DATA, blob)
  if (!pdf) return false
  for (const { sha256, size, type } of new Set([blob, pdf]))
    await statement('insert ignore into storage_blob (sha256, size, type, created_at) values (?,?,?,?)', [sha256, size, type, ctx.now])
  const { insertId, affectedRows } = await statement(
    "insert ignore into storage_scan (desk, arrival, name, sha256, picture_sha256, user_id, state, read_count, at) values (?,?,?,?,?,?,'reading',0,?)",
    [desk.kind, arrival, name, pdf.sha256, pdf === blob ? null : blob.sha256, ctx.user.id, ctx.now],
  )
  if (affectedRows > 0) await ctx.send(desk.jobs.read, { scanId: insertId, from: 1 })
  await ctx.journal({ document: `${desk.kind}:${insertId}`, note: name })
  return true
}
