import type { User } from './context.ts'
import type { Database } from './database.ts'
import { fingerprint, type Sessions } from './sessions.ts'

export interface SignedIn {
  readonly user: User | null
  readonly session: string | null
  /** A cookie to send back: the session was prolonged, or is over. */
  readonly cookie: string | null
}

const nobody: SignedIn = { user: null, session: null, cookie: null }

/** Rights by user and version: the version is read with the session at every request, so a right taken away is gone at the next call. */
export function openSignedIn(database: Database, sessions: Sessions) {
  const cache = new Map<number, { version: number; rights: ReadonlySet<string> }>()

  async function rightsOf(userId: number, version: number): Promise<ReadonlySet<string>> {
    const known = cache.get(userId)
    if (known?.version === version) return known.rights
    const rows = await database.read.execute('select right_id from platform_user_right where user_id = ?', [userId])
    const rights = new Set(rows.map((row) => String(row[0])))
    if (cache.size > 5_000) cache.clear()
    cache.set(userId, { version, rights })
    return rights
  }

  return async function signedIn(cookieHeader: string, { slides = true }: { slides?: boolean } = {}): Promise<SignedIn> {
    const token = sessions.readSessionCookie(cookieHeader)
    if (!token) return nobody
    const { session, user } = await sessions.validateSession(token)
    if (!session) return { ...nobody, cookie: sessions.createBlankSessionCookie().serialize() }
    if (!user.isActive) {
      await sessions.invalidateSession(token)
      return { ...nobody, cookie: sessions.createBlankSessionCookie().serialize() }
    }
    const rights = await rightsOf(user.id, user.rightsVersion)
    return {
      user: { id: user.id, login: user.login, name: user.name, isActive: true, rights },
      session: fingerprint(token).slice(0, 16),
      cookie: session.fresh && slides ? sessions.createSessionCookie(token).serialize() : null,
    }
  }
}

export type ReadSignedIn = ReturnType<typeof openSignedIn>
