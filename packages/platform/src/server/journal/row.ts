import { hash } from 'node:crypto'

/** The columns of an entry in the order in which they are written and hashed. */
export const journalColumns = [
  'at',
  'action',
  'ip',
  'actor_id',
  'affected_user_id',
  'affected_group_id',
  'rights',
  'document',
  'document_code',
  'changes',
  'note',
  'outcome',
  'is_change',
  'session',
  'request_id',
  'personal',
  'personal_of',
] as const

export type JournalValue = string | number | Buffer | null

/**
 * SHA-256 over everything that an entry says. Its number is not among it: the engine gives that afterwards, the seal binds both.
 *
 * @param values in the order of {@link journalColumns}; the moment as the table shows it, truth as 0 and 1
 */
export const hashOfRow = (values: readonly JournalValue[]): Buffer =>
  hash('sha256', JSON.stringify(values.map((value) => (Buffer.isBuffer(value) ? value.toString('base64') : value))), 'buffer')
