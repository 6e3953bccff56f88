import { type JobContext, statement } from '@crm/platform/server'
import type { SortReason } from '../../scan.ts'
import { openBlobStore } from '../blob-store.ts'
import { lockReading, type ScanDesk } from './desk.ts'
import { inLimitedProcess } from './limited-process.ts'

/** Starting a process costs as much as three pages; a killed worker loses seconds. */
const pagesAtOnce = 30

/** Read some pages and remember them; killed in between, they are read again and remembered once. */
export async function readScan(ctx: JobContext, desk: ScanDesk, { scanId, from }: { scanId: number; from: number }): Promise<void> {
  const scan = await lockReading(scanId)
  if (!scan) return
  const path = openBlobStore(ctx.system.env.CRM_DATA).pathOf(scan.sha256)
  const answer = await inLimitedProcess({ do: 'read', path, from, count: pagesAtOnce })
  await ctx.journal({ document: `${desk.kind}:${scanId}`, note: scan.name })
  if (answer.failure) return setAside({ scanId, sha256: scan.sha256, reason: answer.failure })
  for (const { page, codes, isBlank } of answer.pages) {
    await statement('replace into storage_scan_page (scan_id, page, codes, is_blank) values (?,?,?,?)', [scanId, page, JSON.stringify(codes.slice(0, 40)), isBlank])
  }
  const readCount = from + answer.pages.length - 1
  await statement('update storage_scan set page_count = ?, read_count = ? where id = ?', [answer.pageCount, readCount, scanId])
  if (readCount < answer.pageCount) await ctx.send(desk.jobs.read, { scanId, from: readCount + 1 })
  else await ctx.send(desk.jobs.place, { scanId })
}

/** The whole file waits for a person. */
export async function setAside({ scanId, sha256, reason }: { scanId: number; sha256: string; reason: SortReason }): Promise<void> {
  await statement("insert into storage_scan_part (scan_id, position, pages, sha256, state, reason) values (?, 1, '[]', ?, 'sort', ?)", [scanId, sha256, reason])
  await statement("update storage_scan set state = 'sort' where id = ?", [scanId])
}
