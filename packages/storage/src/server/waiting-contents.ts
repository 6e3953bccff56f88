import { statement } from '@crm/platform/server'

interface Waiting {
  readonly sha256: string
  /** MIME type found in the content. */
  readonly type: string
}

/**
 * Some contents that wait to be worked on, locked until the transaction ends; two workers take different ones. Only the rows that wait are
 * locked: a lock on the content itself would hide it from another kind of work that takes it at the same moment.
 */
export async function takeWaiting(table: 'storage_text' | 'storage_look', atOnce: number): Promise<Waiting[]> {
  const waiting = await statement<{ sha256: string }[]>(`select sha256 from ${table} where state = 'waiting' limit ${atOnce} for update skip locked`, [])
  if (waiting.length === 0) return []
  return statement<Waiting[]>('select sha256, type from storage_blob where sha256 in (?)', [waiting.map((one) => one.sha256)])
}
