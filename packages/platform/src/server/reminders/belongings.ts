import { statement } from '../database/database.ts'
import type { Belongings } from '../server-app.ts'
import { planOf } from './table.ts'

const named = `ended_at is null and json_contains(plan, json_quote(?), '$.recipients')`

/** Reminders that name a person: without an heir they go to those above, from the day on which nobody is left. */
export const remindedOf: Belongings = {
  kind: 'platform.reminder',
  async count(system, userId) {
    const [row] = await system.database.read.query(`select count(*) from platform_reminder where ${named}`, [`u${userId}`])
    return Number(row?.[0])
  },
  async handOver(ctx, { from, to }) {
    const rows = await statement<{ id: number; kind: string; record_id: number; plan: string }[]>(
      `select id, kind, record_id, plan from platform_reminder where ${named} order by id for update`,
      [`u${from}`],
    )
    for (const row of rows) {
      const plan = planOf(row.plan)
      const recipients = [...new Set(plan.recipients.map((one) => (one === `u${from}` ? `u${to}` : one)))]
      await statement('update platform_reminder set plan = ?, version = version + 1 where id = ?', [JSON.stringify({ ...plan, recipients }), row.id])
      await ctx.journal({ document: `${row.kind}:${row.record_id}`, affectedUserId: to, changes: { reminder: [plan.about, plan.about] }, note: `u${from} → u${to}` })
    }
  },
}
