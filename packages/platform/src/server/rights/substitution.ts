import type { Day } from '../../index.ts'
import type { System } from '../context.ts'

interface Question {
  readonly userId: number
  readonly app: string
  readonly day: Day
}

/** A chain of stand-ins longer than this is a mistake of whoever entered it. */
const chainLimit = 10

const inForce = 'ended_at is null and from_on <= ? and to_on >= ? and (apps is null or find_in_set(?, apps))'

/**
 * Who acts for a person in an app on a day: the person themselves, or their substitute, or the substitute's own one.
 * Days are inclusive, Europe/Warsaw. A circle ends at the last person before it closes.
 */
export async function actingFor(system: System, { userId, app, day }: Question): Promise<number> {
  const passed = new Set([userId])
  let at = userId
  while (passed.size <= chainLimit) {
    const [row] = await system.database.read.query(`select substitute_id from platform_substitution where absent_id = ? and ${inForce} order by id desc limit 1`, [
      at,
      day,
      day,
      app,
    ])
    const next = row ? Number(row[0]) : null
    if (next === null || passed.has(next)) break
    passed.add(next)
    at = next
  }
  return at
}

/** For whom a person stands in on a day, and in which apps; `null` is all of them. */
export async function principalsOf(system: System, { userId, day }: Omit<Question, 'app'>): Promise<{ userId: number; name: string; apps: readonly string[] | null }[]> {
  const rows = await system.database.read.query(
    `select s.absent_id, u.name, s.apps from platform_substitution s join platform_user u on u.id = s.absent_id
     where s.substitute_id = ? and s.ended_at is null and s.from_on <= ? and s.to_on >= ?`,
    [userId, day, day],
  )
  return rows.map(([absentId, name, apps]) => ({ userId: Number(absentId), name: String(name), apps: apps === null ? null : String(apps).split(',') }))
}
