import { createHash } from 'node:crypto'
import { Lucia, TimeSpan } from 'lucia'
import type { Database } from './database.ts'

declare module 'lucia' {
  interface Register {
    Lucia: Sessions
    UserId: number
    DatabaseSessionAttributes: { ip: string; userAgent: string }
    DatabaseUserAttributes: { login: string; name: string; isActive: boolean; rightsVersion: number }
  }
}

const idleMinutes = 60
const absoluteHours = 12

/** The token is a password: the table keeps only what it hashes to. */
export const fingerprint = (token: string): string => createHash('sha256').update(token).digest('hex')

const stamp = (at: Date) => at.toISOString().slice(0, 19).replace('T', ' ')

/**
 * Sessions by lucia over our own table: tokens hashed, an absolute end beside the sliding one.
 * lucia is asked for by the client and no longer developed; all of it that we use is in this file.
 */
export function openSessions(database: Database, { isSecure }: { isSecure: boolean }) {
  const run = async (sql: string, values: (string | number)[]) => void (await database.read.query(sql, values))
  return new Lucia(
    {
      async getSessionAndUser(token) {
        const rows = await database.read.execute(
          `select s.user_id, least(s.expires_at, s.ends_at), s.ip, s.user_agent, u.login, u.name, u.is_active, u.rights_version
           from platform_session s join platform_user u on u.id = s.user_id where s.token_hash = ?`,
          [fingerprint(token)],
        )
        const row = rows[0]
        if (!row) return [null, null]
        const [userId, expiresAt, ip, userAgent, login, name, isActive, rightsVersion] = row
        return [
          { id: token, userId: Number(userId), expiresAt: new Date(`${String(expiresAt).replace(' ', 'T')}Z`), attributes: { ip: String(ip), userAgent: String(userAgent) } },
          { id: Number(userId), attributes: { login: String(login), name: String(name), isActive: Number(isActive) === 1, rightsVersion: Number(rightsVersion) } },
        ]
      },
      getUserSessions: async () => [], // listed by the admin section from the table itself
      async setSession(session) {
        const now = Date.now()
        await run('insert into platform_session (token_hash, user_id, ip, user_agent, created_at, expires_at, ends_at) values (?,?,?,?,?,?,?)', [
          fingerprint(session.id),
          session.userId,
          session.attributes.ip,
          session.attributes.userAgent.slice(0, 255),
          stamp(new Date(now)),
          stamp(session.expiresAt),
          stamp(new Date(now + absoluteHours * 3_600_000)),
        ])
      },
      updateSessionExpiration: (token, expiresAt) => run('update platform_session set expires_at = ? where token_hash = ?', [stamp(expiresAt), fingerprint(token)]),
      deleteSession: (token) => run('delete from platform_session where token_hash = ?', [fingerprint(token)]),
      deleteUserSessions: (userId) => run('delete from platform_session where user_id = ?', [userId]),
      deleteExpiredSessions: () => run('delete from platform_session where expires_at < utc_timestamp() or ends_at < utc_timestamp()', []),
    },
    {
      sessionExpiresIn: new TimeSpan(idleMinutes, 'm'),
      sessionCookie: { name: isSecure ? '__Host-crm' : 'crm', expires: true, attributes: { secure: isSecure, sameSite: 'lax', path: '/' } },
      getUserAttributes: (user) => user,
    },
  )
}

export type Sessions = ReturnType<typeof openSessions>
