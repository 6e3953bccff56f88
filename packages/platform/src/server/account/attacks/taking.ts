import type { FastifyInstance, FastifyRequest } from 'fastify'
import { platformSettings } from '../../../index.ts'
import type { Request, System } from '../../context.ts'
import { recordSecurity } from './security-event.ts'
import { tally } from './throttle.ts'

type Kind = 'download' | 'export'

const windowMinutes = { download: 10, export: 60 } as const satisfies Record<Kind, number>

/**
 * Somebody takes away much more than they read. Downloads then wait for the password, as in a session that was seen in a strange place; exports are told.
 *
 * @see product/security.md 1.2, rules 11 and 12
 */
export function watchTaking(http: FastifyInstance, system: System): void {
  http.addHook('onResponse', (raw, reply, done) => {
    done()
    const kind = raw.method === 'GET' && reply.statusCode < 300 ? kindOf(raw) : null
    if (!kind || !raw.asking?.user) return
    note(system, raw.asking, kind).catch((error: unknown) => raw.log.warn({ err: { message: String(error) } }, 'what was taken was not counted'))
  })
}

/** By the right that the route names: `contracts.trade.files.download`. */
function kindOf(raw: FastifyRequest): Kind | null {
  const action = raw.routeOptions.config.right?.id.split('.').at(-1)
  return action === 'download' || action === 'export' ? action : null
}

async function note(system: System, asking: Request, kind: Kind): Promise<void> {
  const { massDownloads, massExports } = platformSettings.watch
  const most = await system.settings.get(kind === 'download' ? massDownloads : massExports)
  if (most === 0) return
  const count = await tally(asking, { kind: 'taken', of: `${kind} user ${asking.user?.seenBy?.id ?? asking.user?.id}`, windowMinutes: windowMinutes[kind] })
  // Again when it has been as much once more: whoever confirmed their password may go on, but not for ever.
  if (count <= most || (count - 1) % most !== 0) return
  if (kind === 'download') await system.database.read.query('update platform_session set is_doubted = true where token_hash like ?', [`${asking.session}%`])
  await recordSecurity(asking, {
    ...{ count, windowSeconds: windowMinutes[kind] * 60 },
    ...(kind === 'download' ? { rule: 'mass-download', severity: 'critical', action: 'password-asked' } : { rule: 'mass-export', severity: 'warn' }),
  })
}
