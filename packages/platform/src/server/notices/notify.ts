import { z } from 'zod'
import { defineJob, type MailHabit, type NoticeKind } from '../../index.ts'
import { statement } from '../database/database.ts'
import type { JobContext } from '../jobs/handler.ts'
import { mail, mailTo } from '../mail/mail.ts'
import { noticeKinds } from './kinds.ts'
import { readerOf } from '../jobs/reader.ts'
import { onlySeen } from '../access/sight.ts'

const payload = z.object({
  userId: z.number().int(),
  kind: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  path: z.string(),
  document: z.string().max(120).nullish(),
  /** Not again while one of the kind about the document waits to be read. */
  isOnce: z.boolean().optional(),
})

/** Tell a person something, through the channels they chose; sent as a job, so that the change that causes it never waits for it. */
export const notify = defineJob('platform.notify', payload)

export type Notification = z.infer<typeof payload>

/** What `ctx.send(notify, …)` takes, from the declared kind. With its document, the notice disappears for who may not see it any more. */
export const noticeTo = (userId: number, kind: NoticeKind, about: { params: Notification['params']; path: string; document?: string }): Notification => ({
  userId,
  kind: kind.id,
  ...about,
})

export async function deliver(ctx: JobContext, notice: Notification): Promise<void> {
  if (notice.isOnce && (await waitsToBeRead(notice)))
    return ctx.journal({ document: `platform.notice:${notice.userId}`, affectedUserId: notice.userId, note: `${notice.kind}: waits` })
  const kind = noticeKinds(ctx.system).get(notice.kind)
  const channels = await channelsOf(notice.userId, kind)
  await statement('insert into platform_notice (user_id, kind, params, path, document, is_in_bell, digest, at) values (?,?,?,?,?,?,?,?)', [
    notice.userId,
    notice.kind,
    JSON.stringify(notice.params),
    notice.path,
    notice.document ?? null,
    channels.isInBell,
    channels.mail === 'daily' ? 'waiting' : 'none',
    ctx.now,
  ])
  if (channels.mail === 'at-once' && kind && (await maySee(ctx, notice, kind))) await ctx.send(mail, mailTo(notice.userId, kind, { params: notice.params, path: notice.path }))
  await ctx.journal({ document: `platform.notice:${notice.userId}`, affectedUserId: notice.userId, note: notice.kind })
}

async function waitsToBeRead({ userId, kind, document }: Notification): Promise<boolean> {
  const rows = await statement<{ id: number }[]>('select id from platform_notice where user_id = ? and kind = ? and document = ? and read_at is null limit 1', [
    userId,
    kind,
    document ?? '',
  ])
  return rows.length > 0
}

async function channelsOf(userId: number, kind: NoticeKind | undefined): Promise<{ isInBell: boolean; mail: MailHabit }> {
  if (!kind) return { isInBell: true, mail: 'off' }
  const [chosen] = await statement<{ is_in_bell: number; mail: MailHabit }[]>('select is_in_bell, mail from platform_notice_choice where user_id = ? and kind = ?', [
    userId,
    kind.id,
  ])
  return chosen ? { isInBell: chosen.is_in_bell === 1 || kind.isPressing === true, mail: chosen.mail } : { isInBell: true, mail: kind.mail ?? 'off' }
}

async function maySee(ctx: JobContext, notice: Notification, kind: NoticeKind): Promise<boolean> {
  const reader = await readerOf(ctx.system, notice.userId)
  if (!reader) return false
  return (
    (await onlySeen({ system: ctx.system, user: reader }, [{ kind: kind.id, document: notice.document ?? null, path: notice.path }], new Map([[kind.id, kind.right]]))).length > 0
  )
}
