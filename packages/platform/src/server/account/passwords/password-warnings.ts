import { z } from 'zod'
import { daysLeft, defineJob, dueWarning, passwordEndsAt, platform, platformSettings } from '../../../index.ts'
import { statement } from '../../database/database.ts'
import type { Handler } from '../../jobs/handler.ts'
import { mail, mailTo } from '../../mail/index.ts'
import { noticeTo, notify } from '../../notices/notify.ts'
import { setCredential } from '../credential.ts'

const warn = defineJob('platform.warn-passwords', z.object({}))

interface Row {
  id: number
  password_changed_at: Date
  spread_days: number | null
  warned_days: number | null
}

/** Each morning, and after a start: who has 14, 7, 3 or 1 days left hears of it once, in the bell and by letter. */
export const passwordWarnings: Handler = {
  job: warn,
  cron: '0 7 * * *',
  async run(ctx) {
    const maxAgeDays = await ctx.system.settings.get(platformSettings.password.maxAgeDays)
    if (maxAgeDays === 0) return
    const [kind] = platform.notices
    const rows = await statement<Row[]>(
      `select u.id, u.password_changed_at, c.spread_days, c.warned_days from platform_user u left join platform_credential c on c.user_id = u.id
       where u.is_active = 1 and u.password_hash is not null and u.password_changed_at < ? - interval ? day`,
      [ctx.now, Math.max(0, maxAgeDays - 28)],
    )
    for (const row of rows) {
      const endsAt = passwordEndsAt({ changedAt: row.password_changed_at.toISOString(), maxAgeDays, spreadDays: row.spread_days ?? 0 })
      const left = daysLeft(endsAt ?? '', ctx.now.toISOString())
      const due = dueWarning(left, row.warned_days)
      if (due === null) continue
      await setCredential(row.id, { warned_days: due })
      await ctx.send(notify, noticeTo(row.id, kind, { params: { count: left }, path: '/settings#password' }))
      await ctx.send(mail, mailTo(row.id, kind, { params: { count: left }, path: '/settings#password' }))
    }
  },
}
