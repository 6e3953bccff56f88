import type { User } from './context.ts'
import type { Database } from './database.ts'
import { readUserRights, type UserRights } from './user-rights.ts'
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
  const cache = new Map<number, UserRights & { version: number }>()

  async function rightsOf(userId: number, version: number): Promise<UserRights> {
    const known = cache.get(userId)
    if (known?.version === version) return known
    const found = await readUserRights(database.read, userId)
    if (cache.size > 5_000) cache.clear()
    cache.set(userId, { version, ...found })
    return found
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
    const { rights, holders, grants, restrictedKinds } = await rightsOf(user.id, user.rightsVersion)
    return {
      user: { id: user.id, login: user.login, name: user.name, isActive: true, rights, holders, grants, restrictedKinds },
      session: fingerprint(token).slice(0, 16),
      cookie: session.fresh && slides ? sessions.createSessionCookie(token).serialize() : null,
    }
  }
}

export type ReadSignedIn = ReturnType<typeof openSignedIn>
