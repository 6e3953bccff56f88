import { type Arrival, Failure, type Welcome } from '../../../index.ts'
import { signInActs } from './acts.ts'
import { arrivalOf, begin, endThis, sessionsOf } from './arrival.ts'
import { type CaptchaAnswer, demandCaptcha, isCaptchaNeeded } from '../captcha/captcha.ts'
import { credentialOf } from '../credential.ts'
import { factorsOf } from '../factors/factors.ts'
import { noteFailure } from '../attacks/failures.ts'
import { type Guess, reserveGuess } from '../attacks/guesses.ts'
import { watchRightPassword } from '../passwords/right-passwords.ts'
import { secondFactorDemanded } from '../factors/second-factor-demand.ts'
import type { Request } from '../../context.ts'
import { transact } from '../../database/database.ts'
import { writeJournal } from '../../journal/journal.ts'
import { me } from './me.ts'
import { fits } from '../passwords/password.ts'

export async function welcome(request: Request): Promise<Welcome> {
  const { halfway } = request
  const arrival = halfway ? await arrivalOf(request, halfway.userId, halfway.stage) : null
  return {
    company: request.system.env.COMPANY,
    me: request.user ? await me(request, request.user.id) : null,
    halfway: arrival && arrival.stage !== 'in' ? arrival : null,
    isDemo: request.system.env.CRM_DEMO === '1',
  }
}

interface Account {
  readonly id: number
  readonly hash: string | null
  readonly isActive: boolean
}

/**
 * Check a password and begin a session, as far as the password alone leads. An unknown login, a wrong password, an inactive account and
 * a one-time password that is over get the same answer after the same work.
 *
 * @throws Failure 'wrong-sign-in'; 'captcha' when one has to be solved first; 'too-many-attempts'; 'busy' when too many people sign in at once
 */
export async function signIn(request: Request, input: { login: string; password: string; captcha?: CaptchaAnswer | undefined }): Promise<Arrival> {
  const account = await accountNamed(request, input.login)
  const guess: Guess = { login: input.login, userId: account?.id ?? null }
  const reservation = await reserveGuess(request, guess)
  const tries = reservation.counts.get('pair') ?? reservation.counts.get('device') ?? 1
  try {
    if (await isCaptchaNeeded(request, { tries, isKnownDevice: reservation.counts.has('device') })) await demandCaptcha(request, input.captcha, 'sign_in')
  } catch (refusal) {
    // No password was looked at.
    await reservation.giveBack()
    throw refusal
  }
  const isRight = await fits(input.password, account?.hash ?? null).catch(async (error: unknown) => {
    await reservation.giveBack()
    throw error
  })
  const credential = await credentialOf(request.system, account?.id ?? 0)
  const isOver = credential.oneTimeUntil !== null && credential.oneTimeUntil <= request.system.now().toISOString()
  if (!account || !isRight || !account.isActive || isOver) return refuse(request, guess)
  await reservation.giveBack()
  await watchRightPassword(request, account.id)
  if ((await factorsOf(request.system, account.id)).length > 0) return begin(request, account.id, 'second-factor')
  return begin(request, account.id, (await secondFactorDemanded(request, account.id)) ? 'enrol-second-factor' : 'in')
}

async function accountNamed(request: Request, login: string): Promise<Account | null> {
  const name = login.trim()
  const [row] = await request.system.database.read.execute('select id, password_hash, is_active from platform_user where login = ? or email = ? order by login = ? desc limit 1', [
    name,
    name,
    name,
  ])
  return row ? { id: Number(row[0]), hash: row[1] === null ? null : String(row[1]), isActive: Number(row[2]) === 1 } : null
}

async function refuse(request: Request, guess: Guess): Promise<never> {
  // Whatever was typed as a login is not written down: people type passwords into that field.
  await writeJournal(request, { action: signInActs.signIn, rights: '', outcome: 'denied', affectedUserId: guess.userId ?? undefined })
  await noteFailure(request, guess)
  throw new Failure('wrong-sign-in')
}

/** The password again, where the session was seen in a strange place; the one at the other end of the old token is out. */
export async function confirmPassword(request: Request, input: { password: string }): Promise<Arrival> {
  const { halfway } = request
  if (halfway?.stage !== 'confirm-password') throw new Failure('signed-out')
  return signIn(request, { login: halfway.login, password: input.password })
}

export async function signOut(request: Request): Promise<null> {
  await endThis(request)
  if (request.user) await transact(request.system.database, () => writeJournal(request, { action: signInActs.signOut, rights: '', outcome: 'done' }))
  request.setCookie(sessionsOf(request).createBlankSessionCookie().serialize())
  return null
}
