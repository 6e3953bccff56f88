import { isPasswordOver, passwordEndsAt, platformSettings, type Stage } from '../index.ts'
import { browserFamily } from '../browser-name.ts'
import { rights } from '../rights.ts'
import { areaOf } from './account/network.ts'
import type { Halfway, System, User } from './context.ts'
import { wantedEyes } from './see-as.ts'
import { type Sessions, sessionId } from './sessions.ts'
import { readUserRights, type UserRights } from './user-rights.ts'

export interface SignedIn {
  readonly user: User | null
  /** Somebody whose password was right, and who still has something to do. */
  readonly halfway: Halfway | null
  readonly session: string | null
  /** A cookie to send back: the session is over. */
  readonly cookie: string | null
  /** The session has just been seen where its owner hardly is. */
  readonly moved: 'network and browser' | 'browser' | null
}

export interface Whereabouts {
  readonly ip: string
  readonly userAgent: string
}

const nobody: SignedIn = { user: null, halfway: null, session: null, cookie: null, moved: null }
/** The last use is written down at most once a minute. */
const touchSeconds = 60

/** Rights by user and version: the version is read with the session at every request, so a right taken away is gone at the next call. */
export function openSignedIn(system: Pick<System, 'database' | 'settings' | 'now'>, sessions: Sessions) {
  const { read } = system.database
  const cache = new Map<number, UserRights & { version: number }>()
  const toldBrowser = new Set<string>()

  async function rightsOf(userId: number, version: number): Promise<UserRights> {
    const known = cache.get(userId)
    if (known?.version === version) return known
    const found = await readUserRights(read, userId)
    if (cache.size > 5_000) cache.clear()
    cache.set(userId, { version, ...found })
    return found
  }

  /** A stolen cookie comes from elsewhere with another browser. Networks alone change with every phone, so they are no sign. */
  async function movement(id: string, facts: { area: string; userAgent: string }, at: Whereabouts): Promise<SignedIn['moved']> {
    if (browserFamily(facts.userAgent) === browserFamily(at.userAgent)) return null
    if (facts.area !== areaOf(at.ip)) {
      await read.query('update platform_session set is_doubted = true where token_hash like ?', [`${id}%`])
      return 'network and browser'
    }
    if (toldBrowser.has(id)) return null
    if (toldBrowser.size > 5_000) toldBrowser.clear()
    toldBrowser.add(id)
    return 'browser'
  }

  return async function signedIn(cookieHeader: string, { slides = true, at }: { slides?: boolean; at?: Whereabouts } = {}): Promise<SignedIn> {
    const token = sessions.readSessionCookie(cookieHeader)
    if (!token) return nobody
    await system.settings.get(platformSettings.session.idleMinutes)
    const { session, user } = await sessions.validateSession(token)
    if (!session) return { ...nobody, cookie: sessions.createBlankSessionCookie().serialize() }
    if (!user.isActive) {
      await sessions.invalidateSession(token)
      return { ...nobody, cookie: sessions.createBlankSessionCookie().serialize() }
    }
    const id = sessionId(token)
    if (slides && session.idleSeconds >= touchSeconds) await read.query('update platform_session set seen_at = utc_timestamp(3) where token_hash like ?', [`${id}%`])
    const moved = at && !session.isDoubted ? await movement(id, session, at) : null
    const stage = stageOf({ ...session, isDoubted: session.isDoubted || moved === 'network and browser' }, user)
    if (stage !== null) return { user: null, halfway: { userId: user.id, login: user.login, name: user.name, stage }, session: id, cookie: null, moved }
    const own: User = { id: user.id, login: user.login, name: user.name, isActive: true, ...(await rightsOf(user.id, user.rightsVersion)) }
    return { user: await withEyes(own, wantedEyes(cookieHeader)), halfway: null, session: id, cookie: null, moved }
  }

  function stageOf(
    session: { isDoubted: boolean; stage: 'second-factor' | 'enrol-second-factor' | 'in' },
    user: { mustChange: boolean; passwordChangedAt: string | null; spreadDays: number },
  ): Stage | null {
    if (session.isDoubted) return 'confirm-password'
    if (session.stage !== 'in') return session.stage
    const endsAt = passwordEndsAt({ changedAt: user.passwordChangedAt, spreadDays: user.spreadDays, maxAgeDays: system.settings.known(platformSettings.password.maxAgeDays) })
    return isPasswordOver({ mustChange: user.mustChange, endsAt }, system.now().toISOString()) ? 'must-change' : null
  }

  /** The user as whom somebody with the right to it looks; else themselves. */
  async function withEyes(own: User, wanted: number | null): Promise<User> {
    if (wanted === null || wanted === own.id || !own.rights.has(rights.seeAs.use.id)) return own
    const [row] = await read.execute('select login, name, rights_version from platform_user where id = ? and is_active = 1', [wanted])
    if (!row) return own
    return { id: wanted, login: String(row[0]), name: String(row[1]), isActive: true, ...(await rightsOf(wanted, Number(row[2]))), seenBy: own }
  }
}

export type ReadSignedIn = ReturnType<typeof openSignedIn>
