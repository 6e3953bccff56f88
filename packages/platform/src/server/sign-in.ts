import { Failure, type Language, type Me, type Theme, type Welcome } from '../index.ts'
import type { Request } from './context.ts'
import { transact } from './database.ts'
import { writeJournal } from './journal.ts'
import { fits } from './password.ts'
import { readUserRights } from './user-rights.ts'
import { fingerprint, openSessions, type Sessions } from './sessions.ts'

const sessionsBySystem = new WeakMap<Request['system'], Sessions>()

function sessionsOf(request: Request): Sessions {
  const known = sessionsBySystem.get(request.system)
  if (known) return known
  const made = openSessions(request.system.database, { isSecure: request.system.env.PUBLIC_URL?.startsWith('https:') ?? false })
  sessionsBySystem.set(request.system, made)
  return made
}

export async function welcome(request: Request): Promise<Welcome> {
  return { company: request.system.env.COMPANY, me: request.user ? await me(request, request.user.id) : null, isDemo: request.system.env.CRM_DEMO === '1' }
}

/**
 * Open a session. An unknown login, a wrong password and an inactive account get the same answer after the same work.
 *
 * @throws Failure 'wrong-sign-in', or 'busy' when too many people sign in at once
 */
export async function signIn(request: Request, input: { login: string; password: string }): Promise<Me> {
  const rows = await request.system.database.read.execute('select id, password_hash, is_active from platform_user where login = ? or email = ?', [
    input.login.trim(),
    input.login.trim(),
  ])
  const [id, hash, isActive] = rows[0] ?? [null, null, 0]
  const isRight = await fits(input.password, hash === null ? null : String(hash))
  if (!isRight || Number(isActive) !== 1) {
    // Whatever was typed as a login is not written down: people type passwords into that field.
    await writeJournal(request, { action: 'platform.sign-in', rights: '', outcome: 'denied', affectedUserId: id === null ? undefined : Number(id) })
    throw new Failure('wrong-sign-in')
  }
  const sessions = sessionsOf(request)
  const token = sessions.readSessionCookie(request.cookie)
  if (token) await sessions.invalidateSession(token)
  const session = await sessions.createSession(Number(id), { ip: request.ip, userAgent: request.userAgent })
  await writeJournal({ ...request, session: fingerprint(session.id).slice(0, 16) }, { action: 'platform.sign-in', rights: '', outcome: 'done', actorId: Number(id) })
  request.setCookie(sessions.createSessionCookie(session.id).serialize())
  return me(request, Number(id))
}

export async function signOut(request: Request): Promise<null> {
  const sessions = sessionsOf(request)
  const token = sessions.readSessionCookie(request.cookie)
  if (token) await sessions.invalidateSession(token)
  if (request.user) await transact(request.system.database, () => writeJournal(request, { action: 'platform.sign-out', rights: '', outcome: 'done' }))
  request.setCookie(sessions.createBlankSessionCookie().serialize())
  return null
}

async function me(request: Request, userId: number): Promise<Me> {
  const { read } = request.system.database
  const [rows, { rights, grants }] = await Promise.all([
    read.execute('select login, name, language, theme from platform_user where id = ?', [userId]),
    readUserRights(read, userId),
  ])
  const now = request.system.now().toISOString()
  const granted = new Set(grants.filter((grant) => grant.fromAt <= now && (grant.untilAt === null || now < grant.untilAt)).flatMap((grant) => [...grant.rights]))
  const row = rows[0]
  if (!row) throw new Failure('signed-out')
  return {
    id: userId,
    login: String(row[0]),
    name: String(row[1]),
    language: row[2] as Language,
    theme: row[3] as Theme,
    rights: [...rights].sort(),
    granted: [...granted].filter((right) => !rights.has(right)),
  } // both are enums of the table
}
