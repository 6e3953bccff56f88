import { Failure, type Named } from '../../index.ts'
import type { System, Writing } from '../context.ts'
import { statement } from '../database/database.ts'
import { sendMail } from './mail.ts'
import { momentOf, momentOrNull } from '../database/moment.ts'
import { namesOf } from '../named.ts'

export type MailState = 'waiting' | 'sent' | 'failed' | 'off'

/** A letter as the administration sees it: to whom, about what, and what became of it; never its link. */
export interface MailLine extends Named {
  readonly id: string
  readonly to: string
  readonly kind: string
  readonly state: MailState
  readonly attempts: number
  /** The server's own words, or `no-address`, `inactive`. */
  readonly error: string | null
  readonly createdAt: string
  readonly nextAt: string | null
  readonly sentAt: string | null
}

/** The latest letters, newest first; at most 500. */
export async function listMail(system: System, { state }: { state?: MailState | undefined } = {}): Promise<MailLine[]> {
  const rows = await system.database.read.query(
    `select m.id, u.name, m.kind, m.state, m.attempts, m.error, m.created_at, m.next_at, m.sent_at
     from platform_mail m join platform_user u on u.id = m.user_id ${state ? 'where m.state = ?' : ''} order by m.created_at desc limit 500`,
    state ? [state] : [],
  )
  return rows.map(([id, to, kind, at, attempts, error, createdAt, nextAt, sentAt]) => ({
    id: String(id),
    to: String(to),
    kind: String(kind),
    ...namesOf(system.apps, 'noticeNames', String(kind)),
    state: at as MailState, // an enum of the table
    attempts: Number(attempts),
    error: error === null ? null : String(error),
    createdAt: momentOf(createdAt),
    nextAt: momentOrNull(nextAt),
    sentAt: momentOrNull(sentAt),
  }))
}

/** Try a letter that was given up, or kept because there was no mail server, once more from the beginning. The caller journals it. */
export async function resendMail(ctx: Writing, id: string): Promise<void> {
  const { affectedRows } = await statement("update platform_mail set state = 'waiting', attempts = 0, error = null, next_at = ? where id = ? and state in ('failed','off')", [
    ctx.now,
    id,
  ])
  if (affectedRows === 0) throw new Failure('missing')
  await ctx.send(sendMail, { id })
}
