import { z } from 'zod'
import { defineJob } from '../../index.ts'
import { statement } from '../database/database.ts'
import type { Handler, JobContext } from '../jobs/handler.ts'
import { mail, mailTo } from '../mail/mail.ts'
import { readerOf } from '../jobs/reader.ts'
import { onlySeen } from '../access/sight.ts'
import { noticeRights } from './kinds.ts'

const digest = defineJob('platform.digest', z.object({}))

interface Waiting {
  readonly id: number
  readonly user_id: number
  readonly kind: string
  readonly document: string | null
  readonly path: string
}

/** One letter at seven in the morning for those who want their day's notices together. */
export const digestHandler: Handler = { job: digest, cron: '0 7 * * *', run: (ctx) => sendDigests(ctx) }

async function sendDigests(ctx: JobContext): Promise<void> {
  const waiting = await statement<Waiting[]>("select id, user_id, kind, document, path from platform_notice where digest = 'waiting' order by user_id limit 5000 for update", [])
  for (const [userId, notices] of Map.groupBy(waiting, (notice) => notice.user_id)) {
    const user = await readerOf(ctx.system, userId)
    const seen = user ? await onlySeen({ system: ctx.system, user }, notices, noticeRights(ctx.system)) : []
    if (seen.length > 0) await ctx.send(mail, mailTo(userId, { id: 'platform.digest' }, { params: { count: seen.length }, path: '/notices' }))
  }
  if (waiting.length > 0) await statement("update platform_notice set digest = 'sent' where id in (?)", [waiting.map((notice) => notice.id)])
  await ctx.journal({ note: `${waiting.length}` })
}
