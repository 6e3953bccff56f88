import { type Arrival, isPasswordOver, platformSettings, type Stage } from '../../../index.ts'
import { signInActs } from './acts.ts'
import type { Request } from '../../context.ts'
import { writeJournal } from '../../journal/journal.ts'
import { me } from './me.ts'
import { openSessions, sessionId, type Sessions } from './sessions.ts'
import { credentialOf } from '../credential.ts'
import { rememberDevice } from './device.ts'
import { factorsOf } from '../factors/factors.ts'
import { isLinkNeeded } from '../passwords/force-change.ts'
import { passwordStateOf } from '../passwords/password-state.ts'
import { recordSecurity } from '../attacks/security-event.ts'

const sessionsBySystem = new WeakMap<Request['system'], Sessions>()

export function sessionsOf(request: Request): Sessions {
  const known = sessionsBySystem.get(request.system)
  if (known) return known
  const made = openSessions(request.system, { isSecure: request.system.env.PUBLIC_URL?.startsWith('https:') ?? false })
  sessionsBySystem.set(request.system, made)
  return made
}

/** Begin a session under a new token: at every step of a sign-in, so that a token known before it opens nothing after it. */
export async function begin(request: Request, userId: number, stage: 'second-factor' | 'enrol-second-factor' | 'in'): Promise<Arrival> {
  const sessions = sessionsOf(request)
  await endThis(request)
  const session = await sessions.createSession(userId, {
    ...{ stage, isDoubted: false, ip: request.ip, userAgent: request.userAgent, idleSeconds: 0 },
    ...{ lastArea: null, areaBefore: null, areaSeconds: 0, pausedMinutes: 0 },
  })
  request.setCookie(sessions.createSessionCookie(session.id).serialize())
  const known = { ...request, session: sessionId(session.id) }
  await writeJournal(known, { action: signInActs.signIn, rights: '', outcome: 'done', actorId: userId, ...(stage === 'in' ? {} : { note: stage }) })
  if (stage === 'in') {
    rememberDevice(request, userId)
    await endSurplus(known, userId)
  }
  return arrivalOf(request, userId, stage === 'in' ? null : stage)
}

/** Where a sign-in stands; `stage` is what its session says, a password that is over is found here. */
export async function arrivalOf(request: Request, userId: number, stage: Stage | null): Promise<Arrival> {
  const person = await me(request, userId)
  const at = stage ?? (isPasswordOver(await passwordStateOf(request.system, userId), request.system.now().toISOString()) ? 'must-change' : null)
  if (at === null) return { stage: 'in', me: person }
  if (at === 'must-change') {
    const { because } = await credentialOf(request.system, userId)
    return { stage: at, login: person.login, factors: [], because, isByLink: await isLinkNeeded(request, userId) }
  }
  return { stage: at, login: person.login, factors: at === 'second-factor' ? await factorsOf(request.system, userId) : [] }
}

export async function endThis(request: Request): Promise<void> {
  const sessions = sessionsOf(request)
  const token = sessions.readSessionCookie(request.cookie)
  if (token) await sessions.invalidateSession(token)
}

/** More browsers than a person has hands: the one that was not used for the longest time is signed out. */
async function endSurplus(request: Request, userId: number): Promise<void> {
  const most = await request.system.settings.get(platformSettings.session.mostPerPerson)
  const { read } = request.system.database
  const surplus = await read.query("select token_hash from platform_session where user_id = ? and stage = 'in' order by seen_at desc, created_at desc limit 1000 offset ?", [
    userId,
    most,
  ])
  if (surplus.length === 0) return
  await read.query('delete from platform_session where token_hash in (?)', [surplus.map(([hash]) => hash)])
  await recordSecurity(request, { rule: 'many-sessions', severity: 'warn', userId, count: most + surplus.length, action: 'oldest-ended' })
}
