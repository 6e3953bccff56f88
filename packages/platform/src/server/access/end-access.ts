import { z } from 'zod'
import { defineJob } from '../../index.ts'
import { statement } from '../database/database.ts'
import { affectedBy, refreshHolder } from './document-access.ts'
import type { JobContext } from '../jobs/handler.ts'
import { restamp } from '../rights/levels.ts'
import { warnOfEnds } from './tell-opened.ts'

/** Wakes every minute; what is due stands in the tables, so a missed minute loses nothing. */
export const endAccess = defineJob('platform.end-access', z.object({}).loose())

/**
 * Journal grants and single rights whose time has come and put them away. A grant stops opening anything at its very moment, without this job;
 * a right with an end is stamped, so it ends with the sweep.
 */
export async function endWhatIsDue(ctx: JobContext): Promise<void> {
  await warnOfEnds(ctx)
  const grants = await statement<{ id: number; kind: string; record_id: number; holder: string }[]>(
    'select id, kind, record_id, holder from platform_grant where ended_at is null and until_at <= ? order by id limit 500 for update',
    [ctx.now],
  )
  for (const grant of grants) {
    await statement('update platform_grant set ended_at = until_at where id = ?', [grant.id])
    await refreshHolder(grant.holder)
    await ctx.journal({ document: `${grant.kind}:${grant.record_id}`, ...affectedBy(grant.holder), changes: { grant: [grant.id, null] }, note: 'until' })
  }
  const lines = await statement<{ holder: string; right_id: string }[]>('select holder, right_id from platform_right_line where until_at <= ? limit 500 for update', [ctx.now])
  for (const line of lines) await statement('delete from platform_right_line where holder = ? and right_id = ?', [line.holder, line.right_id])
  if (lines.length === 0) return
  const groups = lines.filter(({ holder }) => holder.startsWith('g')).map(({ holder }) => Number(holder.slice(1)))
  const members = groups.length === 0 ? [] : await statement<{ user_id: number }[]>('select user_id from platform_group_member where group_id in (?)', [groups])
  await restamp(ctx, [...lines.filter(({ holder }) => holder.startsWith('u')).map(({ holder }) => Number(holder.slice(1))), ...members.map((member) => member.user_id)])
}
