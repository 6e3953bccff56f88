import type { NoticeKind } from '../../index.ts'
import { rights } from '../../rights.ts'
import type { Writing } from '../context.ts'
import { statement } from '../database/database.ts'
import { noticeTo, notify } from '../notices/notify.ts'

/** Everybody else who may change rights hears of it at once: a stolen account of one of them is noticed by the others. */
export async function tellHolders(ctx: Pick<Writing, 'user' | 'send'>, kind: NoticeKind, about: { params: Record<string, string | number>; path: string }): Promise<void> {
  const holders = await statement<{ user_id: number }[]>(
    'select r.user_id from platform_user_right r join platform_user u on u.id = r.user_id and u.is_active = 1 where r.right_id = ? and r.user_id <> ?',
    [rights.rights.edit.id, ctx.user.id],
  )
  for (const { user_id } of holders) await ctx.send(notify, noticeTo(user_id, kind, about))
}
