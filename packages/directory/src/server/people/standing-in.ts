import { dayOf } from '@crm/platform'
import { type Belongings, statement } from '@crm/platform/server'

const ahead = 'substitute_id = ? and ended_at is null and to_on >= ?'

/** Absences of others, now or to come, in which somebody stands in for them. */
export const standingIn: Belongings = {
  kind: 'directory.substitution',
  async count(system, userId) {
    const [row] = await system.database.read.query(`select count(*) from platform_substitution where ${ahead}`, [userId, dayOf(system.now())])
    return Number(row?.[0])
  },
  async handOver(ctx, { from, to }) {
    const rows = await statement<{ id: number; absent_id: number }[]>(`select id, absent_id from platform_substitution where ${ahead} order by id for update`, [
      from,
      dayOf(ctx.now),
    ])
    for (const { id, absent_id: absentId } of rows) {
      // Nobody stands in for themselves.
      if (absentId === to) await statement('update platform_substitution set ended_at = ? where id = ?', [ctx.now, id])
      else await statement('update platform_substitution set substitute_id = ? where id = ?', [to, id])
      await ctx.journal({ document: `platform.substitution:${id}`, affectedUserId: absentId, changes: { substitute: [from, absentId === to ? null : to] } })
    }
    for (const userId of [from, to]) await ctx.journal({ document: `platform.todo:${userId}`, affectedUserId: userId })
  },
}
