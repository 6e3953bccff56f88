import { hash } from 'node:crypto'
import { Lucia, TimeSpan } from 'lucia'
import { platformSettings, type Stage } from '../../../index.ts'
import { networkOf } from '../attacks/network.ts'
import type { System } from '../../context.ts'
import { inTurns } from '../../database/turns.ts'
import { momentOrNull } from '../../database/moment.ts'

declare module 'lucia' {
  interface Register {
    Lucia: Sessions
    UserId: number
    DatabaseSessionAttributes: SessionFacts
    DatabaseUserAttributes: { login: string; name: string; isActive: boolean; rightsVersion: number; mustChange: boolean; passwordChangedAt: string | null; spreadDays: number }
  }
}

export interface SessionFacts {
  readonly stage: Extract<Stage, 'second-factor' | 'enrol-second-factor'> | 'in'
  /** It was seen where its owner hardly is; the password is asked for again. */
  readonly isDoubted: boolean
  readonly ip: string
  readonly userAgent: string
  readonly idleSeconds: number
  /** Where it was seen last if not where it began, and before that; how long ago that changed. */
  readonly lastArea: string | null
  readonly areaBefore: string | null
  readonly areaSeconds: number
  /** Minutes for which it may only read. */
  readonly pausedMinutes: number
}

/** The longest that a setting allows; the table's own end, which follows the setting, comes first. */
const cookieHours = 72
/** A clock that was set back makes a session look younger than its last use; more than this is no drift. */
const clockSlackSeconds = 120

/** The token is a password: the table keeps only what it hashes to. */
const fingerprint = (token: string): string => hash('sha256', token)

/** The beginning of the hash names a session in lists and in the journal. */
export const sessionId = (token: string): string => fingerprint(token).slice(0, 16)

/**
 * Sessions by lucia over our own table: tokens hashed, an idle and an absolute end. All times are the database's, so hosts whose
 * clocks differ agree. lucia is asked for by the client and no longer developed; all of it that we use is in this file, and
 * prolonging is ours: lucia's own moves an end only when half of it has passed.
 */
export function openSessions(system: Pick<System, 'database' | 'settings'>, { isSecure }: { isSecure: boolean }) {
  const { read } = system.database
  const run = async (sql: string, values: (string | number)[]) => void (await read.query(sql, values))
  const readRow = inTurns(async (tokenHash) => {
    const [row] = await read.execute(
      `select s.user_id, s.stage, s.is_doubted, s.ip, s.user_agent, timestampdiff(second, s.seen_at, utc_timestamp()), timestampdiff(second, utc_timestamp(), s.ends_at),
         u.login, u.name, u.is_active, u.rights_version, u.password_changed_at, c.must_change, c.spread_days,
         s.area, s.area_before, timestampdiff(second, s.area_at, utc_timestamp()), timestampdiff(second, utc_timestamp(), s.paused_until)
       from platform_session s join platform_user u on u.id = s.user_id left join platform_credential c on c.user_id = u.id where s.token_hash = ?`,
      [tokenHash],
    )
    return row
  })
  return new Lucia(
    {
      async getSessionAndUser(token) {
        const row = await readRow(fingerprint(token))
        if (!row) return [null, null]
        const [
          userId,
          stage,
          isDoubted,
          ip,
          userAgent,
          idle,
          left,
          login,
          name,
          isActive,
          rightsVersion,
          changedAt,
          mustChange,
          spreadDays,
          area,
          areaBefore,
          areaSeconds,
          pausedSeconds,
        ] = row
        const isOver = Number(left) <= 0 || Number(idle) >= system.settings.known(platformSettings.session.idleMinutes) * 60 || Number(idle) < -clockSlackSeconds
        if (isOver) {
          await run('delete from platform_session where token_hash = ?', [fingerprint(token)])
          return [null, null]
        }
        return [
          {
            id: token,
            userId: Number(userId),
            expiresAt: new Date(Date.now() + cookieHours * 3_600_000),
            // an enum of the table
            attributes: {
              stage: stage as SessionFacts['stage'],
              isDoubted: Number(isDoubted) === 1,
              ip: String(ip),
              userAgent: String(userAgent),
              idleSeconds: Number(idle),
              lastArea: area === null ? null : String(area),
              areaBefore: areaBefore === null ? null : String(areaBefore),
              areaSeconds: Number(areaSeconds ?? 0),
              pausedMinutes: Math.max(0, Math.ceil(Number(pausedSeconds ?? 0) / 60)),
            },
          },
          {
            id: Number(userId),
            attributes: {
              login: String(login),
              name: String(name),
              isActive: Number(isActive) === 1,
              rightsVersion: Number(rightsVersion),
              mustChange: Number(mustChange) === 1,
              passwordChangedAt: momentOrNull(changedAt),
              spreadDays: Number(spreadDays ?? 0),
            },
          },
        ]
      },
      getUserSessions: async () => [], // listed from the table itself
      async setSession(session) {
        const { stage, ip, userAgent } = session.attributes
        await run(
          `insert into platform_session (token_hash, user_id, stage, ip, network, user_agent, created_at, seen_at, ends_at)
           values (?,?,?,?,?,?, utc_timestamp(3), utc_timestamp(3), utc_timestamp(3) + interval ? hour)`,
          [fingerprint(session.id), session.userId, stage, ip, networkOf(ip), userAgent.slice(0, 255), await system.settings.get(platformSettings.session.absoluteHours)],
        )
      },
      updateSessionExpiration: async () => undefined, // see `touch`
      deleteSession: (token) => run('delete from platform_session where token_hash = ?', [fingerprint(token)]),
      deleteUserSessions: (userId) => run('delete from platform_session where user_id = ?', [userId]),
      deleteExpiredSessions: async () => undefined, // swept with everything else that has an end
    },
    {
      sessionExpiresIn: new TimeSpan(cookieHours, 'h'),
      sessionCookie: { name: isSecure ? '__Host-crm' : 'crm', expires: true, attributes: { secure: isSecure, sameSite: 'lax', path: '/' } },
      getUserAttributes: (user) => user,
      getSessionAttributes: (session) => session,
    },
  )
}

export type Sessions = ReturnType<typeof openSessions>
