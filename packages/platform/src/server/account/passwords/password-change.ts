import { type Arrival, Failure, invalid, passwordIssue, platformSettings, spreadOf } from '../../../index.ts'
import { signInActs } from '../sessions/acts.ts'
import type { Request } from '../../context.ts'
import { statement, transact } from '../../database/database.ts'
import { writeJournal } from '../../journal/journal.ts'
import { fits, hashPassword } from './password.ts'
import { begin } from '../sessions/arrival.ts'
import { credentialOf, setCredential } from '../credential.ts'
import { isLinkNeeded } from './force-change.ts'
import { pastOf, remember } from './past-passwords.ts'
import { reserve, Throttled } from '../attacks/throttle.ts'

/** Somebody with a right password: in, or asked to change it. */
function whoMayChange(request: Request): { userId: number; login: string; name: string } {
  if (request.user) return { userId: request.user.id, login: request.user.login, name: request.user.name }
  if (request.halfway?.stage === 'must-change') return request.halfway
  throw new Failure(request.halfway?.stage ?? 'signed-out')
}

/**
 * Change one's own password; every other session of the person ends, this one goes on under a new token.
 *
 * @throws Failure 'invalid' at `current` or `password`; 'too-many-attempts'; 'link-needed' where knowing the current one proves nothing
 */
export async function changePassword(request: Request, input: { current: string; password: string }): Promise<Arrival> {
  const { userId, login, name } = whoMayChange(request)
  if (await isLinkNeeded(request, userId)) throw new Failure('link-needed')
  const limit = { kind: 'change', of: String(userId), most: 10, windowMinutes: 15, lockMinutes: 15, userId } as const
  const attempt = await reserve(request, [limit]).catch((error: unknown) => {
    throw error instanceof Throttled ? new Failure('too-many-attempts', { minutes: 15 }) : error
  })
  const [row] = await request.system.database.read.query('select password_hash from platform_user where id = ?', [userId])
  if (!(await fits(input.current, row?.[0] ? String(row[0]) : null))) throw invalid({ path: 'current', code: 'password-current' })
  await attempt.giveBack()
  await mustBeNew(request, { userId, login, name, current: input.current, password: input.password })
  const { mustChange, because } = await credentialOf(request.system, userId)
  await setPassword(request, {
    userId,
    password: input.password,
    // Given by somebody else: people who got accounts on one day must not all change on one morning.
    isFirst: mustChange && because === null,
    action: signInActs.changePassword,
  })
  return begin(request, userId, 'in')
}

/** @throws Failure 'invalid' at `password`: too short, weak, similar, used before */
export async function mustBeNew(request: Pick<Request, 'system'>, about: { userId: number; login: string; name: string; password: string; current?: string }): Promise<void> {
  const { settings, env } = request.system
  const { strengthOf } = await import('../../../password/password-strength.ts')
  const issue = passwordIssue(about.password, {
    minLength: await settings.get(platformSettings.password.minLength),
    current: about.current,
    ownWords: [about.login, about.name, env.COMPANY],
    strengthOf: (password, words) => strengthOf(password, words).score,
  })
  if (issue) throw invalid(issue)
  if ((await pastOf(request.system, about.userId, about.password)).isUsed) throw invalid({ path: 'password', code: 'password-used' })
}

interface Set {
  readonly userId: number
  readonly password: string
  readonly isFirst: boolean
  readonly action: string
  /** Something of the caller's in the same transaction. */
  readonly beside?: () => Promise<void>
}

/** The new password, its place in the history, the end of every session: in one transaction. */
export async function setPassword(request: Request, { userId, password, isFirst, action, beside }: Set): Promise<void> {
  const { system } = request
  const now = system.now()
  const [hash, { fingerprint }] = await Promise.all([hashPassword(password), pastOf(system, userId, password)])
  await transact(system.database, async () => {
    await beside?.()
    await remember(userId, { fingerprint, hash, now })
    await statement('update platform_user set password_hash = ?, password_changed_at = ? where id = ?', [hash, now, userId])
    await setCredential(userId, {
      must_change: false,
      must_change_because: null,
      must_change_from: null,
      one_time_until: null,
      warned_days: null,
      spread_days: isFirst ? spreadOf(userId) : 0,
    })
    await statement('delete from platform_session where user_id = ?', [userId])
    await statement('update platform_reset_link set used_at = ? where user_id = ? and used_at is null', [now, userId])
    await writeJournal(request, { action, rights: '', outcome: 'done', actorId: userId, affectedUserId: userId, document: `platform.user:${userId}`, isChange: true })
  })
}
