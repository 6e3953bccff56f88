import { platformSettings } from '../../../index.ts'
import type { Request } from '../../context.ts'
import { momentOf } from '../../database/moment.ts'
import { knownDevice } from '../sessions/device.ts'
import { forceFound } from '../passwords/found-passwords.ts'
import { addressLimit, areaLimit, type Guess, isOffice, loginHash, officeFactor } from './guesses.ts'
import { areaOf, networkOf } from './network.ts'
import { recordSecurity } from './security-event.ts'
import { watchStorm } from './storm.ts'
import { lock } from './throttle.ts'

const hourMs = 60 * 60_000
const unknownWindowMs = 10 * 60_000
const unknownLogins = 10
/** An attack may be right before it is wrong for the first time. */
const leadMs = 5 * 60_000

/** A wrong password: written down, and looked at together with what came before. A mistyped one from the owner's own browser is no part of an attack. */
export async function noteFailure(request: Request, guess: Guess): Promise<void> {
  const isOwn = knownDevice(request, guess.userId) !== null
  await recordSecurity(request, {
    ...{ rule: 'sign-in-failed', severity: 'info', userId: guess.userId, loginHash: loginHash(request, guess.login) },
    ...(isOwn ? { action: 'own-browser' } : {}),
  })
  if (isOwn) return
  await watchAddress(request)
  await watchStorm(request)
}

/** One address, or its neighbourhood, tries many accounts; or logins that nobody has. */
async function watchAddress(request: Request): Promise<void> {
  const { settings } = request.system
  const { guard } = platformSettings
  const factor = (await isOffice(request)) ? officeFactor : 1
  const network = networkOf(request.ip)
  const { logins, unknown, firstAt } = await triedFrom(request, { network })
  const inArea = await triedFrom(request, { area: areaOf(request.ip) })
  const isSprayed = logins >= (await settings.get(guard.sprayLogins)) * factor
  const isAreaSprayed = !isSprayed && inArea.logins >= (await settings.get(guard.sprayAreaLogins)) * factor
  if (!isSprayed && !isAreaSprayed && unknown < unknownLogins * factor) return
  const limit = isAreaSprayed ? areaLimit(request.ip) : addressLimit(network)
  const until = await lock(request, { ...limit, lockMinutes: 60 })
  const isSpraying = isSprayed || isAreaSprayed
  await recordSecurity(request, {
    rule: isSpraying ? 'spraying' : 'unknown-logins',
    severity: isSpraying ? 'critical' : 'warn',
    count: isSprayed ? logins : isAreaSprayed ? inArea.logins : unknown,
    windowSeconds: (isSpraying ? hourMs : unknownWindowMs) / 1_000,
    sample: isSpraying ? await accountsTried(request, network) : null,
    action: isAreaSprayed ? 'area-locked' : 'address-locked',
    blockedUntil: until,
  })
  if (isSpraying) await forceFound(request, { because: 'spraying', since: new Date((isSprayed ? firstAt : inArea.firstAt) - leadMs), network })
}

// Whoever mistypes and then comes in from the same place was no guesser: on a first morning a whole office does.
const unresolved = `f.rule = 'sign-in-failed' and f.action is null and f.at > ? and not exists (select 1 from platform_security_event g
  where g.rule = 'sign-in-new-browser' and g.user_id = f.user_id and g.network = f.network and g.id > f.id)`

/** Logins tried within the hour, when that began, and those of the last ten minutes that nobody has. */
async function triedFrom(request: Request, from: { network: string } | { area: string }): Promise<{ logins: number; unknown: number; firstAt: number }> {
  const now = request.system.now().getTime()
  // `192.0.2.0/24` begins every network in it, `2001:db8:1::/48` too.
  const [where, value] = 'network' in from ? ['f.network = ?', from.network] : ['f.network like ?', `${from.area.replace(/(0\/24|:\/48)$/, '')}%`]
  const [row] = await request.system.database.read.query(
    `select count(distinct f.login_hash), count(distinct if(f.user_id is null and f.at > ?, f.login_hash, null)), min(f.at) from platform_security_event f where ${unresolved} and ${where}`,
    [new Date(now - unknownWindowMs), new Date(now - hourMs), value],
  )
  return { logins: Number(row?.[0] ?? 0), unknown: Number(row?.[1] ?? 0), firstAt: row?.[2] ? Date.parse(momentOf(row[2])) : now }
}

/** The accounts of ours among them, by login. */
async function accountsTried(request: Request, network: string): Promise<string> {
  const rows = await request.system.database.read.query(
    `select distinct u.login from platform_security_event f join platform_user u on u.id = f.user_id where ${unresolved} and f.network = ? order by u.login limit 50`,
    [new Date(request.system.now().getTime() - hourMs), network],
  )
  return rows.map(([login]) => String(login)).join(', ')
}
