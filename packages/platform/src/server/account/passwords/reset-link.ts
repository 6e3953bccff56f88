import { createHash, randomBytes } from 'node:crypto'
import { Failure } from '../../../index.ts'
import { signInActs } from '../sessions/acts.ts'
import type { Request } from '../../context.ts'
import { statement, transact } from '../../database/database.ts'
import { writeJournal } from '../../journal/journal.ts'
import { mail, mailTo } from '../../mail/index.ts'
import { post } from '../../jobs/outbox.ts'
import { type CaptchaAnswer, demandCaptcha, isCaptchaNeeded } from '../captcha/captcha.ts'
import { loginHash } from '../attacks/guesses.ts'
import { networkOf } from '../attacks/network.ts'
import { mustBeNew, setPassword } from './password-change.ts'
import { recordSecurity } from '../attacks/security-event.ts'
import { reserve, Throttled } from '../attacks/throttle.ts'
import { momentOf } from '../../database/moment.ts'

const validMinutes = 30
/** An address that nobody has must not be told apart by the time it takes. */
const leastMs = 300

/**
 * Send a link to whoever has this login or address. The answer is always the same, after the same time.
 *
 * @throws Failure 'captcha' when one is to be solved first; 'too-many-attempts' by what the visitor did, never by whether an account exists
 */
export async function askForLink(request: Request, input: { login: string; captcha?: CaptchaAnswer | undefined }): Promise<null> {
  const login = input.login.trim()
  const network = networkOf(request.ip)
  const window = { windowMinutes: 15, lockMinutes: 15, network } as const
  const tries = await reserve(request, [{ ...window, kind: 'reset', of: network, most: 10 }]).catch((error: unknown) => {
    throw error instanceof Throttled ? new Failure('too-many-attempts', { minutes: 15 }) : error
  })
  if (await isCaptchaNeeded(request, { tries: (tries.counts.get('reset') ?? 1) + 3, isKnownDevice: false })) await demandCaptcha(request, input.captcha, 'forgot')
  await Promise.all([send(request, login), new Promise((resolve) => setTimeout(resolve, leastMs))])
  return null
}

async function send(request: Request, login: string): Promise<void> {
  const { system } = request
  const now = system.now()
  const [row] = await system.database.read.query("select id from platform_user where (login = ? or email = ?) and is_active = 1 and email is not null and email <> ''", [
    login,
    login,
  ])
  const userId = row ? Number(row[0]) : null
  // The same person is written to three times in a quarter of an hour at most; a fourth letter would say nothing new.
  const isEnough = await reserve(request, [{ kind: 'reset', of: `login ${loginHash(request, login)}`, most: 3, windowMinutes: 15, lockMinutes: 15, userId }]).then(
    () => false,
    (error: unknown) => {
      if (error instanceof Throttled) return true
      throw error
    },
  )
  await transact(system.database, async () => {
    if (userId !== null && !isEnough) {
      const token = randomBytes(32).toString('base64url')
      await statement('insert into platform_reset_link (token_hash, user_id, created_at, ends_at) values (?,?,?,?)', [
        hashOf(token),
        userId,
        now,
        new Date(now.getTime() + validMinutes * 60_000),
      ])
      // Behind the #, so that the token stands in no log of a proxy.
      await post(system.database, mail, { payload: mailTo(userId, { id: 'platform.password-link' }, { params: { minutes: validMinutes }, path: `/#renew=${token}` }), now })
    }
    await writeJournal(request, { action: signInActs.forgotPassword, rights: '', outcome: userId === null ? 'ignored' : 'done', affectedUserId: userId ?? undefined })
  })
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

interface Link {
  readonly userId: number
  readonly login: string
  readonly name: string
}

/** @throws Failure 'link-spent' with `why`: `used`, `late` or `unknown` */
async function linkOf(request: Request, token: string): Promise<Link> {
  const [row] = await request.system.database.read.query(
    'select l.user_id, u.login, u.name, l.used_at, l.ends_at from platform_reset_link l join platform_user u on u.id = l.user_id and u.is_active = 1 where l.token_hash = ?',
    [hashOf(token)],
  )
  const why = !row ? 'unknown' : row[3] !== null ? 'used' : momentOf(row[4]) <= request.system.now().toISOString() ? 'late' : null
  if (!row || why) {
    await recordSecurity(request, { rule: 'wrong-code', severity: 'info', userId: row ? Number(row[0]) : null, action: `link-${why}` })
    throw new Failure('link-spent', { why })
  }
  return { userId: Number(row[0]), login: String(row[1]), name: String(row[2]) }
}

/** What the page of the link shows: whose password it is, or why the link is worth nothing. */
export const lookAtLink = async (request: Request, input: { token: string }): Promise<{ login: string; name: string }> => {
  const { login, name } = await linkOf(request, input.token)
  return { login, name }
}

/**
 * Set a new password by a link. Nobody is signed in by it: the person signs in with it, and with their second factor.
 *
 * @throws Failure 'link-spent'; 'invalid' at `password`, and then the link stays good
 */
export async function renewPassword(request: Request, input: { token: string; password: string }): Promise<null> {
  const link = await linkOf(request, input.token)
  await mustBeNew(request, { ...link, password: input.password })
  await setPassword(request, {
    userId: link.userId,
    password: input.password,
    isFirst: false,
    action: signInActs.renewPassword,
    async beside() {
      const { affectedRows } = await statement('update platform_reset_link set used_at = ? where token_hash = ? and used_at is null', [request.system.now(), hashOf(input.token)])
      if (affectedRows === 0) throw new Failure('link-spent', { why: 'used' })
    },
  })
  return null
}
