import { isPasswordOver, passwordEndsAt, platformSettings, type Stage } from '../../../index.ts'
import { browserFamily } from '../../../browser-name.ts'
import { rights } from '../../../rights.ts'
import { areaOf } from '../attacks/network.ts'
import type { Halfway, System, User } from '../../context.ts'
import { wantedEyes } from '../../rights/see-as.ts'
import { type SessionFacts, type Sessions, sessionId } from './sessions.ts'
import { readUserRights, type UserRights } from '../../rights/user-rights.ts'

export interface SignedIn {
  readonly user: User | null
  /** Somebody whose password was right, and who still has something to do. */
  readonly halfway: Halfway | null
  readonly session: string | null
  /** A cookie to send back: the session is over. */
  readonly cookie: string | null
  /** The session has just been seen where its owner hardly is. */
  readonly moved: Moved | null
  /** Minutes for which the session may only read. */
  readonly pausedMinutes: number
}

export interface Moved {
  readonly userId: number
  readonly how: 'far apart' | 'network and browser' | 'networks in turn' | 'browser'
}

type SessionPlace = Pick<SessionFacts, 'ip' | 'userAgent' | 'lastArea' | 'areaBefore' | 'areaSeconds' | 'idleSeconds'>

export interface Whereabouts {
  readonly ip: string
  readonly userAgent: string
}

const nobody: SignedIn = { user: null, halfway: null, session: null, cookie: null, moved: null, pausedMinutes: 0 }
/** Two networks in turn within this time are two people with one cookie, or a phone between two of them: its owner knows the password. */
const inTurnSeconds = 600
/** The last use is written down at most once a minute. */
const touchSeconds = 60

/** Rights by user and version: the version is read with the session at every request, so a right taken away is gone at the next call. */
export function openSignedIn(system: Pick<System, 'database' | 'settings' | 'now'>, sessions: Sessions) {
  const { read } = system.database
  const cache = new Map<number, UserRights & { version: number }>()

  async function rightsOf(userId: number, version: number): Promise<UserRights> {
    const known = cache.get(userId)
    if (known?.version === version) return known
    const found = await readUserRights(read, userId)
    if (cache.size > 5_000) cache.clear()
    cache.set(userId, { version, ...found })
    return found
  }

  /**
   * A stolen cookie comes from elsewhere with another browser, or while its owner goes on where they are. A network alone changes with every phone,
   * so it is no sign; the two families of addresses of one computer are no two networks. Another browser alone is no person's doing.
   *
   * @see product/security.md 1.2, rule 7
   */
  async function movement(id: string, facts: SessionPlace, at: Whereabouts): Promise<Moved['how'] | null> {
    if (facts.ip === at.ip && facts.lastArea === null && facts.userAgent === at.userAgent) return null // as nearly always
    const [area, homeArea] = [areaOf(at.ip), areaOf(facts.ip)]
    const lastArea = facts.lastArea ?? homeArea
    const isSameBrowser = browserFamily(facts.userAgent) === browserFamily(at.userAgent)
    if (!isSameBrowser && homeArea === area) return 'browser'
    // Its owner was there a moment ago: nobody is in two places with two browsers.
    if (!isSameBrowser) return facts.idleSeconds < inTurnSeconds ? 'far apart' : 'network and browser'
    if (area === lastArea || area.includes(':') !== lastArea.includes(':')) return null
    if (area === facts.areaBefore && facts.areaSeconds < inTurnSeconds) return 'networks in turn'
    await read.query('update platform_session set area_before = ?, area = ?, area_at = utc_timestamp(3) where token_hash like ?', [lastArea, area, `${id}%`])
    return null
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
    const how = at && !session.isDoubted ? await movement(id, session, at) : null
    const moved = how && { userId: user.id, how }
    if (how === 'browser') {
      await sessions.invalidateSession(token)
      return { ...nobody, session: id, cookie: sessions.createBlankSessionCookie().serialize(), moved }
    }
    if (how) await read.query('update platform_session set is_doubted = true where token_hash like ?', [`${id}%`])
    const stage = stageOf({ ...session, isDoubted: session.isDoubted || how !== null }, user)
    if (stage !== null) return { user: null, halfway: { userId: user.id, login: user.login, name: user.name, stage }, session: id, cookie: null, moved, pausedMinutes: 0 }
    const own: User = { id: user.id, login: user.login, name: user.name, isActive: true, ...(await rightsOf(user.id, user.rightsVersion)) }
    return { user: await withEyes(own, wantedEyes(cookieHeader)), halfway: null, session: id, cookie: null, moved, pausedMinutes: session.pausedMinutes }
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
