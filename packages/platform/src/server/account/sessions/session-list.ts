import { browserName, type SessionLine } from '../../../index.ts'
import type { System } from '../../context.ts'
import { statement } from '../../database/database.ts'
import { momentOf } from '../../database/moment.ts'

/** Open sessions, the latest used first: of one person, or of everybody. */
export async function listSessions(system: System, { userId, session }: { userId?: number | undefined; session: string | null }): Promise<SessionLine[]> {
  const rows = await system.database.read.query(
    `select left(s.token_hash, 16), s.user_id, u.name, s.ip, s.user_agent, s.created_at, s.seen_at from platform_session s join platform_user u on u.id = s.user_id
     where s.ends_at > utc_timestamp() ${userId === undefined ? '' : 'and s.user_id = ?'} order by s.seen_at desc limit 1000`,
    userId === undefined ? [] : [userId],
  )
  return rows.map(([id, owner, name, ip, userAgent, createdAt, seenAt]) => ({
    id: String(id),
    userId: Number(owner),
    name: String(name),
    ip: String(ip),
    browser: browserName(String(userAgent)),
    createdAt: momentOf(createdAt),
    seenAt: momentOf(seenAt),
    isThis: id === session,
  }))
}

/** End sessions in the running transaction: one by its id, or all of a person but one. @returns whose they were */
export async function endSessions(which: { id: string; userId?: number } | { userId: number; except: string | null }): Promise<number[]> {
  const [where, values] =
    'id' in which
      ? [`token_hash like ? ${which.userId === undefined ? '' : 'and user_id = ?'}`, [`${which.id}%`, ...(which.userId === undefined ? [] : [which.userId])]]
      : ['user_id = ? and token_hash not like ?', [which.userId, `${which.except ?? '-'}%`]]
  const owners = await statement<{ user_id: number }[]>(`select user_id from platform_session where ${where}`, values)
  if (owners.length > 0) await statement(`delete from platform_session where ${where}`, values)
  return owners.map((owner) => owner.user_id)
}
