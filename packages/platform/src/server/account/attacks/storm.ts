import { platformSettings } from '../../../index.ts'
import type { Request } from '../../context.ts'
import { momentOf } from '../../database/moment.ts'
import { forceFound } from '../passwords/found-passwords.ts'
import { recordSecurity } from './security-event.ts'
import { isStorm, median, type Wave } from './storm-rule.ts'
import { hold, isHeld, type Limit, tally } from './throttle.ts'

const windowMinutes = 5
const windowMs = windowMinutes * 60_000
const quietMinutes = 15
const dayMs = 86_400_000
const daysBack = [1, 2, 3, 4, 5, 6, 7] as const

/** Counted for the whole system, by all hosts together. */
const storm: Limit = { kind: 'storm', of: 'everybody', most: Number.MAX_SAFE_INTEGER, windowMinutes, lockMinutes: quietMinutes }

/** Until it has been quiet for a quarter of an hour, every browser that is not known solves a captcha, and a harder one. */
export const isStormy = (request: Pick<Request, 'system'>): Promise<boolean> => isHeld(request, storm)

/** A wrong password of a browser that is not known: is it one of a storm? Passwords that the storm has found by now are no longer good. */
export async function watchStorm(request: Request): Promise<void> {
  const { settings } = request.system
  const { guard } = platformSettings
  const limits = { failures: await settings.get(guard.stormFailures), times: await settings.get(guard.stormTimes), addresses: await settings.get(guard.stormAddresses) }
  const wave = await waveOf(request)
  // What is usual is asked only where it can still decide.
  if (!isStorm(wave, limits) || !isStorm({ ...wave, usual: await usualAt(request) }, limits)) return
  const { until, isNew } = await hold(request, storm)
  if (!isNew) return extend(request, { until, count: wave.failures })
  await recordSecurity(request, {
    ...{ rule: 'stuffing', severity: 'critical', count: wave.failures, windowSeconds: windowMs / 1_000, action: 'captcha-for-all', blockedUntil: until },
    sample: `${wave.addresses} addresses`,
  })
  await forceFound(request, { because: 'stuffing', since: new Date(request.system.now().getTime() - windowMs) })
}

/** Somebody comes without a solved captcha during a storm. A person does it once; an attacker's machine goes on, and then it is not quiet. */
export async function noteUnsolved(request: Request): Promise<void> {
  const count = await tally(request, { kind: 'unsolved', of: 'everybody', windowMinutes })
  if (count <= (await request.system.settings.get(platformSettings.guard.stormFailures))) return
  const { until } = await hold(request, storm)
  await extend(request, { until, count: 0 })
}

/** When the present storm began to blow. */
export async function stormSince(request: Request): Promise<Date> {
  const [row] = await request.system.database.read.query("select max(at) from platform_security_event where rule = 'stuffing'")
  const at = row?.[0] ? new Date(momentOf(row[0])) : request.system.now()
  return new Date(at.getTime() - windowMs)
}

async function extend(request: Request, { until, count }: { until: Date; count: number }): Promise<void> {
  await request.system.database.read.query(
    "update platform_security_event set blocked_until = ?, count = greatest(count, ?) where rule = 'stuffing' order by rule desc, at desc limit 1",
    [until, count],
  )
}

async function waveOf(request: Request): Promise<Wave> {
  const [row] = await request.system.database.read.query(
    "select count(*), count(distinct network) from platform_security_event where rule = 'sign-in-failed' and action is null and at > ?",
    [new Date(request.system.now().getTime() - windowMs)],
  )
  return { failures: Number(row?.[0] ?? 0), addresses: Number(row?.[1] ?? 0), usual: 0 }
}

/** Failures within five minutes on the last seven days, half an hour before and after this time of day. */
async function usualAt(request: Request): Promise<number> {
  const now = request.system.now().getTime()
  const counts = await Promise.all(
    daysBack.map(async (days) => {
      const middle = now - days * dayMs
      const [row] = await request.system.database.read.query(
        "select count(*) from platform_security_event where rule = 'sign-in-failed' and action is null and at between ? and ?",
        [new Date(middle - 6 * windowMs), new Date(middle + 6 * windowMs)],
      )
      return Number(row?.[0] ?? 0) / 12
    }),
  )
  return median(counts)
}
