import { appendDailyHead, headOf, type JobContext, lastSeal, noticeTo, notify, verifyJournal } from '@crm/platform/server'
import { journalBroken, journalHead } from '../notices.ts'
import { rights } from '../rights.ts'

/** Once a day: the head leaves the database for a file and for people, so that no one who owns the database owns the past. */
export default async function publishHead(ctx: JobContext): Promise<void> {
  const seal = await lastSeal(ctx.system.database.read)
  if (!seal) return
  const { breach } = await verifyJournal(ctx.system)
  const head = headOf(seal)
  if (!breach) await appendDailyHead(ctx.system.env.CRM_DATA, head)
  const admins = await ctx.system.database.read.query(
    'select r.user_id from platform_user_right r join platform_user u on u.id = r.user_id where r.right_id = ? and u.is_active = 1',
    [rights.journal.view.id],
  )
  const params: Record<string, string | number> = breach ? { code: 'entry' in breach ? breach.entry : `seal ${breach.seal}` } : { code: `${head.no}-${head.mac.slice(0, 16)}` }
  for (const [userId] of admins) await ctx.send(notify, noticeTo(Number(userId), breach ? journalBroken : journalHead, { params, path: '/admin/journal' }))
  await ctx.journal({ note: breach ? JSON.stringify(breach) : `${head.no} ${head.mac}` })
}
