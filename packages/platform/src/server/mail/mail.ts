import { z } from 'zod'
import { defineJob, type NoticeKind } from '../../index.ts'
import { statement } from '../database/database.ts'
import type { Handler, JobContext } from '../jobs/handler.ts'
import { letterFor, type Recipient } from './letter.ts'
import { canSend, Refusal, transmit } from './transport.ts'

const payload = z.object({
  userId: z.number().int(),
  kind: z.string().max(100),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  path: z.string().max(500).nullable(),
})
type Mailing = z.infer<typeof payload>

/** A letter to a person: a sentence of its kind, the document's code, the link. Sent as a job, so that no change waits for a mail server. */
export const mail = defineJob('platform.mail', payload)

/** What `ctx.send(mail, …)` takes. */
export const mailTo = (userId: number, kind: Pick<NoticeKind, 'id'>, about: { params?: Mailing['params']; path: string | null }): Mailing => ({
  userId,
  kind: kind.id,
  params: about.params ?? {},
  path: about.path,
})

/** The next attempt at a letter that waits. */
export const sendMail = defineJob('platform.send-mail', z.object({ id: z.uuid() }))

/** Between attempts; after the last one, about a day later, the letter stands among those that failed. */
const pausesSeconds = [30, 120, 600, 1_800, 3_600, 3 * 3_600, 6 * 3_600, 12 * 3_600]

export const mailHandlers: readonly Handler[] = [
  { job: mail, run: (ctx, given) => accept(ctx, mail.payload.parse(given)) },
  { job: sendMail, run: (ctx, given) => attempt(ctx, sendMail.payload.parse(given).id) },
]

async function accept(ctx: JobContext, { userId, kind, params, path }: Mailing): Promise<void> {
  await statement('insert into platform_mail (id, user_id, kind, params, path, state, created_at) values (?,?,?,?,?,?,?)', [
    ctx.jobId,
    userId,
    kind,
    JSON.stringify(params),
    path,
    'waiting',
    ctx.now,
  ])
  await attempt(ctx, ctx.jobId)
}

interface Waiting {
  kind: string
  params: string | Mailing['params']
  path: string | null
  state: string
  attempts: number
  user_id: number
  name: string
  email: string | null
  language: Recipient['language']
  is_active: number
}

/** One attempt; whatever comes of it stands in the letter's row, and a failure is never an error of the job. */
async function attempt(ctx: JobContext, id: string): Promise<void> {
  const [row] = await statement<Waiting[]>(
    `select m.kind, m.params, m.path, m.state, m.attempts, m.user_id, u.name, u.email, u.language, u.is_active
     from platform_mail m join platform_user u on u.id = m.user_id where m.id = ? for update`,
    [id],
  )
  if (!row || row.state === 'sent') return
  const attempts = row.attempts + 1
  const keep = async (state: 'waiting' | 'sent' | 'failed' | 'off', more: { error?: string; nextAt?: Date } = {}) => {
    // The link of a letter that is out is nobody's business any more: it may open a password's change.
    await statement('update platform_mail set state = ?, attempts = ?, error = ?, next_at = ?, sent_at = ?, path = if(?, null, path) where id = ?', [
      state,
      attempts,
      more.error?.slice(0, 300) ?? null,
      more.nextAt ?? null,
      state === 'sent' ? ctx.now : null,
      state === 'sent',
      id,
    ])
    await ctx.journal({ document: `platform.mail:${id}`, affectedUserId: row.user_id, note: `${row.kind}: ${state}${more.error ? `, ${more.error}` : ''}` })
  }
  if (!canSend(ctx.system)) return keep('off')
  if (row.is_active !== 1) return keep('failed', { error: 'inactive' })
  if (!row.email) return keep('failed', { error: 'no-address' })
  try {
    const params = typeof row.params === 'string' ? (JSON.parse(row.params) as Mailing['params']) : row.params // what accept wrote
    await transmit(ctx.system, letterFor(ctx.system, { kind: row.kind, params, path: row.path, to: { ...row, email: row.email } }), { id })
    await keep('sent')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const pause = pausesSeconds[row.attempts]
    if (error.isFinal || pause === undefined) return keep('failed', { error: error.message })
    const nextAt = new Date(ctx.now.getTime() + pause * 1_000)
    await keep('waiting', { error: error.message, nextAt })
    await ctx.send(sendMail, { id }, { startAfter: nextAt })
  }
}
