import type { Request } from '../context.ts'
import { currentTransaction, statement } from '../database/database.ts'
import { seclude } from './personal.ts'
import { hashOfRow, type JournalValue, journalColumns } from './row.ts'

export type Changes = Readonly<Record<string, readonly [unknown, unknown]>>

/** What the action itself knows; who, when, from where and by which right are added. */
export interface Entry {
  /** `contracts.trade:42`; also the key by which open pages learn of the change. */
  readonly document?: string
  /** The code a person knows it by, `U/H/2026/0042`. */
  readonly documentCode?: string | null
  readonly changes?: Changes
  readonly note?: string
  readonly affectedUserId?: number
  readonly affectedGroupId?: number
  /** Changes and note say something about this person: they are written so that they can be forgotten with them. */
  readonly personalOf?: number
}

export interface JournalRow extends Entry {
  readonly action: string
  readonly rights: string
  readonly outcome: 'done' | 'denied' | 'ignored' | 'failed'
  /** Sign-in names the actor before the request has one. */
  readonly actorId?: number | null
  /** Whether open pages should fetch the document again; a read is journalled but changes nothing. */
  readonly isChange?: boolean
}

const sql = `insert into platform_journal (${journalColumns.join(', ')}, hash) values (${journalColumns.map(() => '?').join(',')},?)`

/** Write one entry with its hash, in the running transaction if there is one. Rows are only ever added: the database user has no right to change them. */
export async function writeJournal(request: Request, row: JournalRow): Promise<void> {
  const values = await valuesOf(request, row)
  await (currentTransaction() ? statement(sql, [...values, hashOfRow(values)]) : request.system.database.read.query(sql, [...values, hashOfRow(values)]))
  if (row.isChange) request.system.feed.wake()
}

/** Write down a refusal: it stays although the transaction that it ends is rolled back. */
export async function journalRefusal(request: Request, row: Omit<JournalRow, 'outcome'>): Promise<void> {
  const values = await valuesOf(request, { ...row, outcome: 'denied' })
  await request.system.database.read.query(sql, [...values, hashOfRow(values)])
}

async function valuesOf(request: Request, row: JournalRow): Promise<JournalValue[]> {
  const isSecluded = row.personalOf !== undefined
  return [
    request.system.now().toISOString().slice(0, 23).replace('T', ' '),
    row.action,
    request.ip,
    row.actorId ?? request.user?.seenBy?.id ?? request.user?.id ?? null,
    row.affectedUserId ?? (request.user?.seenBy ? request.user.id : null),
    row.affectedGroupId ?? null,
    row.rights,
    row.document ?? null,
    row.documentCode ?? null,
    row.changes && !isSecluded ? JSON.stringify(row.changes) : null,
    isSecluded ? null : (row.note ?? null),
    row.outcome,
    row.isChange ? 1 : 0,
    request.session,
    request.requestId,
    row.personalOf === undefined ? null : await seclude(request.system, row.personalOf, { changes: row.changes ?? null, note: row.note ?? null }),
    row.personalOf ?? null,
  ]
}
