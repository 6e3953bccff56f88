import type { Request } from './context.ts'
import { currentTransaction, statement } from './database.ts'

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

const columns = 'at, action, ip, actor_id, affected_user_id, affected_group_id, rights, document, document_code, changes, note, outcome, is_change, session, request_id'

const insert = `insert into platform_journal (${columns}) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`

/** Write one entry, in the running transaction if there is one. Rows are only ever added: the database user has no right to change them. */
export async function writeJournal(request: Request, row: JournalRow): Promise<void> {
  const values = valuesOf(request, row)
  await (currentTransaction() ? statement(insert, values) : request.system.database.read.query(insert, values))
  if (row.isChange) request.system.feed.wake()
}

/** Write down a refusal: it stays although the transaction that it ends is rolled back. */
export async function journalRefusal(request: Request, row: Omit<JournalRow, 'outcome'>): Promise<void> {
  await request.system.database.read.query(insert, valuesOf(request, { ...row, outcome: 'denied' }))
}

const valuesOf = (request: Request, row: JournalRow): readonly unknown[] => [
  request.system.now().toISOString().slice(0, 23).replace('T', ' '),
  row.action,
  request.ip,
  row.actorId ?? request.user?.seenBy?.id ?? request.user?.id ?? null,
  row.affectedUserId ?? (request.user?.seenBy ? request.user.id : null),
  row.affectedGroupId ?? null,
  row.rights,
  row.document ?? null,
  row.documentCode ?? null,
  row.changes ? JSON.stringify(row.changes) : null,
  row.note ?? null,
  row.outcome,
  row.isChange ?? false,
  request.session,
  request.requestId,
]
