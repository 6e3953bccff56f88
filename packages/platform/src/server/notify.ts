import { QueryTypes } from 'sequelize'
import { z } from 'zod'
import { defineJob, type NoticeKind } from '../index.ts'
import { currentTransaction } from './database.ts'
import type { JobContext } from './handler.ts'

const payload = z.object({ userId: z.number().int(), kind: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])), path: z.string() })

/** Put a notice into a person's bell; sent as a job, so that the change that causes it never waits for it. */
export const notify = defineJob('platform.notify', payload)

export type Notification = z.infer<typeof payload>

/** What `ctx.send(notify, …)` takes, from the declared kind. */
export const noticeTo = (userId: number, kind: NoticeKind, about: { params: Notification['params']; path: string }): Notification => ({ userId, kind: kind.id, ...about })

export async function deliver(ctx: JobContext, notice: Notification): Promise<void> {
  await ctx.system.database.sequelize.query('insert into platform_notice (user_id, kind, params, path, at) values (?,?,?,?,?)', {
    type: QueryTypes.INSERT,
    transaction: currentTransaction() ?? null,
    replacements: [notice.userId, notice.kind, JSON.stringify(notice.params), notice.path, ctx.now],
  })
  await ctx.journal({ document: `platform.notice:${notice.userId}`, affectedUserId: notice.userId, note: notice.kind })
}
