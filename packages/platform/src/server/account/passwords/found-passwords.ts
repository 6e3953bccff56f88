import { type Forcing, platformSettings } from '../../../index.ts'
import type { Request } from '../../context.ts'
import { momentOf } from '../../database/moment.ts'
import { forceChange } from './force-change.ts'
import { isWithin } from '../attacks/network.ts'

/** An attack, as the sign-ins are asked about it. */
interface Attack {
  readonly because: Extract<Forcing, 'stuffing' | 'spraying'>
  readonly since: Date
  /** The one place that it comes from; without it, it comes from many. */
  readonly network?: string
}

/**
 * Right passwords of an attack: sign-ins of unknown browsers from where it comes. In a storm that is a place that tried other accounts too,
 * or an account that was tried from elsewhere. Whoever came in before it was noticed is found as well as whoever comes afterwards.
 *
 * @returns the accounts that have to change their password
 */
export async function forceFound(request: Request, attack: Attack): Promise<number[]> {
  const { database, settings } = request.system
  const tried = "exists (select 1 from platform_security_event f where f.rule = 'sign-in-failed' and f.action is null and f.at > ?"
  const elsewhere = `(${tried} and f.network = e.network and not (f.user_id <=> e.user_id)) or ${tried} and f.user_id = e.user_id and f.network <> e.network))`
  const rows = await database.read.query(
    `select e.id, e.user_id, e.address from platform_security_event e
     where e.rule = 'sign-in-new-browser' and e.action is null and e.at > ? and ${attack.network ? 'e.network = ?' : elsewhere} order by e.id`,
    [attack.since, ...(attack.network ? [attack.network] : [attack.since, attack.since])],
  )
  const offices = await settings.get(platformSettings.signIn.officeNetworks)
  // Behind an office's address many people mistype; one of them is no attacker for it.
  const found = attack.network ? rows : rows.filter(([, , address]) => !isWithin(String(address), offices))
  const userIds = [...new Set(found.map(([, userId]) => Number(userId)))]
  for (const userId of userIds) await forceChange(request, { userId, because: attack.because, from: attack.since })
  if (found.length > 0) await database.read.query("update platform_security_event set action = 'change-forced' where id in (?)", [found.map(([id]) => id)])
  return userIds
}

/** When an address was noticed to spray, if this account was among those that it tried within the last day; else `null`. */
export async function sprayedSince(request: Request, { userId, network }: { userId: number; network: string }): Promise<Date | null> {
  const day = new Date(request.system.now().getTime() - 86_400_000)
  const [row] = await request.system.database.read.query(
    `select min(s.at) from platform_security_event s where s.rule = 'spraying' and s.network = ? and s.at > ?
     and exists (select 1 from platform_security_event f where f.rule = 'sign-in-failed' and f.network = s.network and f.user_id = ? and f.at > ?)`,
    [network, day, userId, day],
  )
  return row?.[0] ? new Date(momentOf(row[0])) : null
}
