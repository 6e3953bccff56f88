import { Failure, platformSettings } from '../../../index.ts'
import { accountTried } from '../../../notices.ts'
import type { Request } from '../../context.ts'
import { transact } from '../../database/database.ts'
import { noticeTo, notify } from '../../notices/notify.ts'
import { post } from '../../jobs/outbox.ts'
import { knownDevice } from '../sessions/device.ts'
import { sealed } from '../keys.ts'
import { areaOf, isWithin, networkOf } from './network.ts'
import { recordSecurity } from './security-event.ts'
import { type Limit, type Reservation, reserve, Throttled } from './throttle.ts'

/** Whose password is being tried; `userId` is `null` where nobody has that login. */
export interface Guess {
  readonly login: string
  readonly userId: number | null
}

const windowMinutes = 15
const perDevice = 10
const perAddress = 20
const perArea = 100
export const officeFactor = 10

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
    const { until, isNew, begun } = error.locked
    const limit = begun.find(({ kind }) => kind === 'account') ?? error.locked.limit
    if (isNew) {
      const isAddress = limit.kind === 'address' || limit.kind === 'area'
      const isByMany = limit.kind === 'account' && (await placesOf(request, guess)) >= (await request.system.settings.get(platformSettings.guard.accountAddresses))
      await recordSecurity(request, {
        rule: isAddress ? 'address-locked' : isByMany ? 'account-many-places' : 'account-locked',
        severity: isByMany ? 'critical' : 'warn',
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
  const perAccount = await request.system.settings.get(platformSettings.guard.accountFailures)
  if (device) return [{ ...common, kind: 'device', of: `${device.id} ${account}`, most: perDevice }]
  const network = networkOf(request.ip)
  const factor = (await isOffice(request)) ? officeFactor : 1
  return [
    { ...common, kind: 'account', of: account, most: perAccount },
    { ...common, kind: 'pair', of: `${account} ${network}`, most: perAccount, doubles: true, network },
    { ...addressLimit(network), most: perAddress * factor },
    { ...areaLimit(request.ip), most: perArea * factor },
  ]
}

export const addressLimit = (network: string): Limit => ({ kind: 'address', of: network, most: perAddress, windowMinutes, lockMinutes: windowMinutes, doubles: true, network })

export const areaLimit = (ip: string): Limit => ({ kind: 'area', of: areaOf(ip), most: perArea, windowMinutes, lockMinutes: windowMinutes, network: networkOf(ip) })

/** Whether many people share this address. */
export const isOffice = async (request: Request) => isWithin(request.ip, await request.system.settings.get(platformSettings.signIn.officeNetworks))

export const loginHash = (request: Request, login: string): string => sealed(request.system, 'login-name', login.trim().toLowerCase())

/** Places from which this account is being tried by browsers that are not its owner's, as they are counted. */
async function placesOf(request: Request, { userId }: Guess): Promise<number> {
  const [row] = await request.system.database.read.query(
    "select count(distinct network) from platform_throttle where kind = 'pair' and user_id = ? and (count > 0 or blocked_until > ?) and window_ends_at > ?",
    [userId, request.system.now(), request.system.now()],
  )
  return Number(row?.[0] ?? 0)
}
