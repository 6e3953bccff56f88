import { passwordEndsAt, platformSettings } from '../../../index.ts'
import type { System } from '../../context.ts'
import { momentOrNull } from '../../database/moment.ts'

/** Whether somebody's password must be changed, and when its time is over. */
export async function passwordStateOf(system: System, userId: number): Promise<{ mustChange: boolean; endsAt: string | null }> {
  const [row] = await system.database.read.execute(
    'select u.password_changed_at, c.must_change, c.spread_days from platform_user u left join platform_credential c on c.user_id = u.id where u.id = ?',
    [userId],
  )
  const maxAgeDays = await system.settings.get(platformSettings.password.maxAgeDays)
  return { mustChange: Number(row?.[1] ?? 0) === 1, endsAt: passwordEndsAt({ changedAt: momentOrNull(row?.[0]), maxAgeDays, spreadDays: Number(row?.[2] ?? 0) }) }
}
