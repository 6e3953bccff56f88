import { Failure, type Right } from '@crm/platform'
import { type JobContext, type Reading, readerOf, statement, type System, type User, writeJournal } from '@crm/platform/server'
import type { ScanRights } from '../../label-rights.ts'
import type { ScanJobs } from '../../scan-jobs.ts'
import type { SortReason } from '../../scan.ts'
import { documentIdOf, type Labelled } from '../labels/labelled.ts'

/** Where scans come in: whose labels count there, and who may do what. */
export interface ScanDesk {
  /** `contracts.scans` */
  readonly kind: string
  readonly rights: ScanRights
  readonly jobs: ScanJobs
  readonly documents: readonly Labelled[]
}

export interface Scan {
  readonly id: number
  readonly name: string
  readonly sha256: string
  readonly user_id: number
  readonly page_count: number | null
  readonly read_count: number
}

/** Lock a scan that is still being read; `null` when another run was quicker. */
export async function lockReading(scanId: number): Promise<Scan | null> {
  const [scan] = await statement<Scan[]>("select id, name, sha256, user_id, page_count, read_count from storage_scan where id = ? and state = 'reading' for update", [scanId])
  return scan ?? null
}

/** The one who scanned, as a job acts for them: their rights of this moment. */
export async function scannerOf(ctx: JobContext, userId: number): Promise<User | null> {
  return readerOf(ctx.system, userId)
}

export const actingAs = (ctx: JobContext, user: User, right: Right): Reading => ({
  system: ctx.system,
  requestId: ctx.jobId,
  ip: '127.0.0.1',
  userAgent: '',
  cookie: '',
  user,
  session: null,
  setCookie: () => undefined,
  right,
  now: ctx.now,
  journalRead: () => Promise.resolve(),
})

export const journalAs = (reading: Reading) => (entry: Parameters<JobContext['journal']>[0]) =>
  writeJournal(reading, { ...entry, action: reading.right.id, rights: reading.right.id, outcome: 'done', isChange: true })

type Destination = { readonly to: Labelled; readonly id: number; readonly number: string; readonly reason: null } | { readonly reason: SortReason }

/** Where a label leads. A document that may not be known of looks like none. */
export async function destinationOf(system: System, desk: ScanDesk, code: string): Promise<Destination> {
  const [label] = await statement<{ document: string; voided_at: string | null }[]>('select document, voided_at from storage_label where code = ?', [code])
  if (!label) return { reason: 'unknown-label' }
  if (label.voided_at !== null) return { reason: 'voided-label' }
  return documentAt(system, desk, label.document)
}

export async function documentAt(system: System, desk: ScanDesk, document: string): Promise<Destination> {
  const { kind, id } = documentIdOf(document)
  const to = desk.documents.find((one) => one.kind === kind)
  const about = (await to?.about(system, [id]))?.get(id)
  if (!to || !about) return { reason: 'unknown-label' }
  if (about.shelf !== 'current') return { reason: about.shelf === 'archived' ? 'archived' : 'trashed' }
  return { to, id, number: about.number, reason: null }
}

/** Whether this person may add a file to the document. */
export async function mayAttach(reading: Reading, to: Labelled, id: number): Promise<boolean> {
  try {
    await to.find(reading, id)
    return true
  } catch (error) {
    if (error instanceof Failure && (error.code === 'missing' || error.code === 'denied')) return false
    throw error
  }
}

export const fileNameFor = (number: string): string => `${number.replaceAll(/[^\p{L}\p{N}]+/gu, '-')} skan.pdf`
