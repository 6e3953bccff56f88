import { type Day, dayOf } from '../../index.ts'
import type { System } from '../context.ts'

const noted = new WeakMap<System, { day: Day; untilMs: number; known: Set<string> }>()

/**
 * Remember that a right was used today, so that those not used for half a year can be found; reads leave no other trace.
 * One small statement for each user, right and day in each process, beside the call and never in its way.
 */
export function noteUse(system: System, { userId, right, now }: { userId: number; right: string; now: Date }): void {
  let today = noted.get(system)
  if (!today || now.getTime() >= today.untilMs) {
    // The day is asked of the calendar once a minute: that costs more than everything else here.
    const day = dayOf(now)
    today = { day, untilMs: now.getTime() + 60_000, known: today?.day === day ? today.known : new Set() }
    noted.set(system, today)
  }
  const key = `${userId} ${right}`
  if (today.known.has(key)) return
  today.known.add(key)
  const { known, day } = today
  system.database.read
    .query('insert into platform_right_use (user_id, right_id, last_on) values (?,?,?) on duplicate key update last_on = greatest(last_on, values(last_on))', [userId, right, day])
    .catch(() => known.delete(key)) // the next use of the right notes it
}
