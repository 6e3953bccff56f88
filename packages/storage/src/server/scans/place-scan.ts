import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type JobContext, statement } from '@crm/platform/server'
import { type PagesOfLabel, partsOf } from '../../scan-parts.ts'
import { attach } from '../attach.ts'
import { openBlobStore } from '../blob-store.ts'
import { actingAs, destinationOf, fileNameFor, journalAs, lockReading, mayAttach, type Scan, type ScanDesk, scannerOf } from './desk.ts'
import { inLimitedProcess } from './limited-process.ts'
import { setAside } from './read-scan.ts'

type Cut = PagesOfLabel & { readonly sha256: string; readonly size: number }

/** Cut a scan at its labels and hang each part on its document, all of it in one transaction: killed anywhere, it is done again and once. */
export async function placeScan(ctx: JobContext, desk: ScanDesk, { scanId }: { scanId: number }): Promise<void> {
  const scan = await lockReading(scanId)
  if (!scan) return
  const rows = await statement<{ page: number; codes: string }[]>('select page, codes from storage_scan_page where scan_id = ? order by page', [scanId])
  const parts = partsOf(rows.map(({ page, codes }) => ({ page, codes: JSON.parse(codes) as string[] }))) // written by readScan
  await ctx.journal({ document: `${desk.kind}:${scanId}`, note: scan.name })
  const cut = await cutUp(ctx, scan, parts)
  if (!cut) return setAside({ scanId, sha256: scan.sha256, reason: 'broken' })
  let waiting = 0
  for (const [index, part] of cut.entries()) {
    const placed = await place(ctx, desk, { scan, part, position: index + 1 })
    if (placed === 'sort') waiting += 1
  }
  await statement('update storage_scan set state = ? where id = ?', [waiting > 0 ? 'sort' : 'done', scanId])
}

/** The parts as files in the store; a scan of one document is its own part, untouched. */
async function cutUp(ctx: JobContext, scan: Scan, parts: readonly PagesOfLabel[]): Promise<Cut[] | null> {
  const blobs = openBlobStore(ctx.system.env.CRM_DATA)
  const [first] = parts
  if (first && parts.length === 1) return [{ ...first, sha256: scan.sha256, size: 0 }]
  const folder = join(ctx.system.env.CRM_DATA, 'cutting', randomUUID())
  await mkdir(folder, { recursive: true })
  try {
    const wanted = parts.map((part, at) => ({ pages: part.pages, code: part.code, to: join(folder, `${at}.pdf`) }))
    const { failure } = await inLimitedProcess({ do: 'split', path: blobs.pathOf(scan.sha256), parts: wanted })
    if (failure) return null
    const cut: Cut[] = []
    for (const [at, part] of parts.entries()) cut.push({ ...part, ...(await blobs.take(join(folder, `${at}.pdf`))) })
    return cut
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function place(ctx: JobContext, desk: ScanDesk, { scan, part, position }: { scan: Scan; part: Cut; position: number }): Promise<'sort' | 'attached'> {
  const destination = part.code === null ? { reason: part.reason ?? ('no-label' as const) } : await destinationOf(ctx.system, desk, part.code)
  const keep = (state: 'sort' | 'attached', about: { reason: string | null; document: string | null; number: string | null }) =>
    statement('insert into storage_scan_part (scan_id, position, pages, code, sha256, state, reason, document, document_code) values (?,?,?,?,?,?,?,?,?)', [
      scan.id,
      position,
      JSON.stringify(part.pages),
      part.code,
      part.sha256,
      state,
      about.reason,
      about.document,
      about.number,
    ])
  await statement("insert ignore into storage_blob (sha256, size, type, created_at) values (?,?,'application/pdf',?)", [part.sha256, part.size, ctx.now])
  if (destination.reason !== null) {
    await keep('sort', { reason: destination.reason, document: null, number: null })
    return 'sort'
  }
  const { to, id, number } = destination
  const user = await scannerOf(ctx, scan.user_id)
  const reading = user && actingAs(ctx, user, to.rights.upload)
  if (!reading || !(await mayAttach(reading, to, id))) {
    await keep('sort', { reason: 'no-right', document: null, number: null })
    return 'sort'
  }
  const document = `${to.kind}:${id}`
  await attach(
    { ...reading, journal: journalAs(reading) },
    {
      document,
      documentCode: number,
      part: null,
      name: fileNameFor(number),
      uploadId: `scan-${scan.id}-${position}`,
      blob: { sha256: part.sha256, size: part.size, type: 'application/pdf' },
    },
  )
  await keep('attached', { reason: null, document, number })
  await statement('update storage_label set returned_at = coalesce(returned_at, ?) where code = ?', [ctx.now, part.code])
  return 'attached'
}
