import { Failure, platformSettings } from '../../index.ts'
import { accountTried } from '../../notices.ts'
import type { Request } from '../context.ts'
import { transact } from '../database.ts'
import { noticeTo, notify } from '../notify.ts'
import { post } from '../outbox.ts'
import { knownDevice } from './device.ts'
import { sealed } from './keys.ts'
import { areaOf, isWithin, networkOf } from './network.ts'
import { recordSecurity } from './security-event.ts'
import { type Limit, lock, type Reservation, reserve, Throttled } from './throttle.ts'

/** Whose password is being tried; `userId` is `null` where nobody has that login. */
export interface Guess {
  readonly login: string
  readonly userId: number | null
}

const windowMinutes = 15
const perAccount = 10
const perAddress = 20
const perArea = 100
const officeFactor = 10

/**
 * Reserve one password check. From a browser that the account's owner has used before, only that browser's own attempts count,
 * so nobody can lock an owner out; all others share ten a quarter of an hour for the account and twenty for their address.
 * Logins that nobody has are counted in the same way: a lock tells nothing.
 *
 * @throws Failure 'too-many-attempts' with `minutes` until the lock ends by itself
 */
export async function reserveGuess(request: Request, guess: Guess): Promise<Reservation> {
  try {
    return await reserve(request, await limitsFor(request, guess))
  } catch (error) {
    if (!(error instanceof Throttled)) throw error
    const { limit, until, isNew } = error.locked
    if (isNew) {
      const isAddress = limit.kind === 'address' || limit.kind === 'area'
      await recordSecurity(request, {
        rule: isAddress ? 'address-locked' : 'account-locked',
        severity: limit.kind === 'account' ? 'critical' : 'warn',
        userId: guess.userId,
        loginHash: loginHash(request, guess.login),
        count: limit.most,
        windowSeconds: limit.windowMinutes * 60,
        action: `${limit.kind}-locked`,
        blockedUntil: until,
      })
    }
    if (isNew && limit.kind === 'account' && guess.userId !== null) await tellTried(request, guess.userId)
    throw new Failure('too-many-attempts', { minutes: Math.max(1, Math.ceil((until.getTime() - request.system.now().getTime()) / 60_000)) })
  }
}

/** The owner hears of it in the bell and by letter; they are not kept out themselves. */
const tellTried = ({ system }: Request, userId: number): Promise<void> =>
  transact(system.database, () =>
    post(system.database, notify, { payload: noticeTo(userId, accountTried, { params: { minutes: windowMinutes }, path: '/settings' }), now: system.now() }),
  )

async function limitsFor(request: Request, { login, userId }: Guess): Promise<Limit[]> {
  const account = userId === null ? `login ${loginHash(request, login)}` : `user ${userId}`
  const device = knownDevice(request, userId)
  const common = { windowMinutes, lockMinutes: windowMinutes, userId }
  if (device) return [{ ...common, kind: 'device', of: `${device.id} ${account}`, most: perAccount }]
  const network = networkOf(request.ip)
  const factor = (await isOffice(request)) ? officeFactor : 1
  return [
    { ...common, kind: 'account', of: account, most: perAccount },
    { ...common, kind: 'pair', of: `${account} ${network}`, most: perAccount, doubles: true, network },
    { ...addressLimit(network), most: perAddress * factor },
    { ...common, userId: null, kind: 'area', of: areaOf(request.ip), most: perArea * factor, network },
  ]
}

const addressLimit = (network: string): Limit => ({ kind: 'address', of: network, most: perAddress, windowMinutes, lockMinutes: windowMinutes, doubles: true, network })

const isOffice = async (request: Request) => isWithin(request.ip, await request.system.settings.get(platformSettings.signIn.officeNetworks))

export const loginHash = (request: Request, login: string): string => sealed(request.system, 'login-name', login.trim().toLowerCase())

/** A wrong password: written down, and looked at together with what came before from the same place. */
export async function noteFailure(request: Request, guess: Guess): Promise<void> {
  await recordSecurity(request, { rule: 'sign-in-failed', severity: 'info', userId: guess.userId, loginHash: loginHash(request, guess.login) })
  const network = networkOf(request.ip)
  const now = request.system.now().getTime()
  const [row] = await request.system.database.read.query(
    `select count(distinct login_hash), count(distinct if(user_id is null and at > ?, login_hash, null))
     from platform_security_event where rule = 'sign-in-failed' and network = ? and at > ?`,
    [new Date(now - 10 * 60_000), network, new Date(now - 60 * 60_000)],
  )
  const factor = (await isOffice(request)) ? officeFactor : 1
  const [logins, unknown] = [Number(row?.[0] ?? 0), Number(row?.[1] ?? 0)]
  const rule = logins >= 8 * factor ? 'spraying' : unknown >= 10 * factor ? 'unknown-logins' : null
  if (!rule) return
  const until = await lock(request, { ...addressLimit(network), lockMinutes: 60 })
  await recordSecurity(request, {
    rule,
    severity: rule === 'spraying' ? 'critical' : 'warn',
    count: rule === 'spraying' ? logins : unknown,
    windowSeconds: rule === 'spraying' ? 3_600 : 600,
    action: 'address-locked',
    blockedUntil: until,
  })
}

const crowdWindowMs = 5 * 60_000
const crowds = new WeakMap<Request['system'], { at: number; isThere: boolean }>()

/** Many passwords tried from many places: everybody who is not known is asked for a captcha until it is quiet again. */
export async function isStormy(request: Request): Promise<boolean> {
  const known = crowds.get(request.system)
  if (known && performance.now() - known.at < 5_000) return known.isThere
  const since = new Date(request.system.now().getTime() - crowdWindowMs)
  const [row] = await request.system.database.read.query(
    "select count(*), count(distinct network), sum(rule = 'stuffing') from platform_security_event where rule in ('sign-in-failed','stuffing') and at > ?",
    [since],
  )
  const isThere = Number(row?.[0] ?? 0) > 30 && Number(row?.[1] ?? 0) >= 10
  crowds.set(request.system, { at: performance.now(), isThere })
  if (isThere && Number(row?.[2] ?? 0) === 0)
    await recordSecurity(request, { rule: 'stuffing', severity: 'critical', count: Number(row?.[0]), windowSeconds: crowdWindowMs / 1_000, action: 'captcha-for-all' })
  return isThere
}
