import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Request, System } from '../../context.ts'
import { addressLimit } from './guesses.ts'
import { networkOf } from './network.ts'
import { type Probe, probeOf } from './probe.ts'
import { recordSecurity, type SecurityEvent } from './security-event.ts'
import { lock, tally } from './throttle.ts'
import { isDue, stranger } from './watch.ts'

const windowMinutes = 10
const lockMinutes = 15

/** From how many within the window on an address may not sign in for a while, and how grave it is before and after. */
const answers = {
  scanner: { from: 5, before: 'info', after: 'warn' },
  payload: { from: 10, before: 'warn', after: 'critical' },
} as const satisfies Record<Probe, { from: number; before: SecurityEvent['severity']; after: SecurityEvent['severity'] }>

/** Strangers that look for holes, and strangers that claim to be somebody else's proxy. Who is signed in types what they like. */
export function watchProbes(http: FastifyInstance, system: System): void {
  http.addHook('onResponse', (raw, _reply, done) => {
    done()
    const probe = raw.asking?.user ? null : probeOf({ url: raw.url, userAgent: raw.headers['user-agent'] ?? '' })
    const note = probe ? noteProbe(raw, stranger(raw, system), probe) : isForwarded(raw, system) ? noteForwarded(raw, stranger(raw, system)) : null
    note?.catch((error: unknown) => raw.log.warn({ err: { message: String(error) } }, 'a security event was not written'))
  })
}

async function noteProbe(raw: FastifyRequest, request: Request, probe: Probe): Promise<void> {
  const network = networkOf(request.ip)
  const { from, before, after } = answers[probe]
  const count = await tally(request, { kind: 'probe', of: `${probe} ${network}`, windowMinutes })
  if (count !== 1 && !isDue(count, from)) return
  const until = count >= from ? await lock(request, { ...addressLimit(network), lockMinutes }) : null
  await recordSecurity(request, {
    ...{ rule: probe, severity: count >= from ? after : before, count, windowSeconds: windowMinutes * 60, sample: `${raw.method} ${raw.url}` },
    ...(until ? { action: 'address-locked', blockedUntil: until } : {}),
  })
}

/** Nobody's word is taken for whom they pass on, unless they are named as a proxy; that they say it is worth a line. */
const isForwarded = (raw: FastifyRequest, { env }: System) => raw.headers['x-forwarded-for'] !== undefined && env.TRUSTED_PROXIES === ''

async function noteForwarded(raw: FastifyRequest, request: Request): Promise<void> {
  const count = await tally(request, { kind: 'probe', of: `forwarded ${networkOf(request.ip)}`, windowMinutes: 60 })
  if (count !== 1 && !isDue(count, 20)) return
  await recordSecurity(request, {
    ...{ rule: 'forwarded-for', severity: count > 20 ? 'warn' : 'info', count, windowSeconds: 3_600, action: 'ignored' },
    sample: `X-Forwarded-For: ${String(raw.headers['x-forwarded-for'])}`,
  })
}
