import { platformSettings } from '../../../index.ts'
import { signedInAfterFailures } from '../../../notices.ts'
import type { Request } from '../../context.ts'
import { transact } from '../../database/database.ts'
import { noticeTo, notify } from '../../notices/notify.ts'
import { post } from '../../jobs/outbox.ts'
import { knownDevice } from '../sessions/device.ts'
import { forceChange } from './force-change.ts'
import { forceFound, sprayedSince } from './found-passwords.ts'
import { networkOf } from '../attacks/network.ts'
import { recordSecurity } from '../attacks/security-event.ts'
import { isStormy, stormSince } from '../attacks/storm.ts'

const hourSeconds = 3_600

/** A right password is looked at together with the wrong ones before it: it may be the one that an attacker was looking for. */
export async function watchRightPassword(request: Request, userId: number): Promise<void> {
  await watchPersistence(request, userId)
  if (knownDevice(request, userId)) return
  await recordSecurity(request, { rule: 'sign-in-new-browser', severity: 'info', userId })
  const network = networkOf(request.ip)
  const sprayed = await sprayedSince(request, { userId, network })
  if (sprayed) await forceChange(request, { userId, because: 'spraying', from: sprayed })
  if (await isStormy(request)) await forceFound(request, { because: 'stuffing', since: await stormSince(request) })
}

/** Rule 5: the session stays, the owner and the admins hear of it; a second factor is asked for at every sign-in anyway. */
async function watchPersistence(request: Request, userId: number): Promise<void> {
  const { system } = request
  const most = await system.settings.get(platformSettings.guard.suspiciousFailures)
  const [row] = await system.database.read.query("select count(*) from platform_security_event where rule = 'sign-in-failed' and user_id = ? and network = ? and at > ?", [
    userId,
    networkOf(request.ip),
    new Date(system.now().getTime() - hourSeconds * 1_000),
  ])
  const count = Number(row?.[0] ?? 0)
  if (count < most) return
  await recordSecurity(request, { rule: 'sign-in-after-failures', severity: 'critical', userId, count, windowSeconds: hourSeconds })
  await transact(system.database, () =>
    post(system.database, notify, { payload: noticeTo(userId, signedInAfterFailures, { params: { count }, path: '/settings' }), now: system.now() }),
  )
}
