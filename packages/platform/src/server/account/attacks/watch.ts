import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type FailureCode, type FailureData, issuesOf, type Severity } from '../../../index.ts'
import type { Request, System } from '../../context.ts'
import type { Moved } from '../sessions/signed-in.ts'
import { forceChange } from '../passwords/force-change.ts'
import { networkOf } from './network.ts'
import { recordSecurity, type SecurityRule } from './security-event.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, once it is known. */
    asking: Request | null
    /** Why it was refused. */
    failure: FailureData | null
  }
}

interface Watched {
  readonly rule: SecurityRule
  /** Within a minute, by one person or, of nobody who is signed in, one address. */
  readonly from: number
  readonly severity: Severity
}

/** Our own pages hide what is not allowed and send what fits: honest people cause hardly any of these. */
const watched: Partial<Record<FailureCode, Watched>> = {
  denied: { rule: 'denied-burst', from: 10, severity: 'warn' },
  missing: { rule: 'missing-burst', from: 5, severity: 'warn' },
  invalid: { rule: 'broken-input', from: 20, severity: 'warn' },
  'unknown-procedure': { rule: 'broken-input', from: 20, severity: 'warn' },
  'too-many-attempts': { rule: 'rate-limited', from: 1, severity: 'warn' },
  'foreign-origin': { rule: 'foreign-origin', from: 1, severity: 'warn' },
}
const tampered: Watched = { rule: 'tampered-field', from: 1, severity: 'warn' }
const windowMs = 60_000

/** Refusals become security events: the first of a burst, then each time it has grown threefold; never one for each request. */
export function watchRequests(http: FastifyInstance, system: System): void {
  const bursts = new Map<string, { since: number; count: number }>()
  http.decorateRequest('asking', null)
  http.decorateRequest('failure', null)
  http.addHook('onResponse', (raw, _reply, done) => {
    done()
    if (raw.failure) void note(raw, raw.failure)
  })

  async function note(raw: FastifyRequest, failure: FailureData): Promise<void> {
    const isTampered = issuesOf(failure).some((issue) => issue.code === 'unknown-field')
    const rule = isTampered ? tampered : watched[failure.code]
    if (!rule) return
    const request = raw.asking ?? stranger(raw, system)
    const key = `${rule.rule} ${request.user?.id ?? request.halfway?.userId ?? networkOf(request.ip)}`
    const now = performance.now()
    const known = bursts.get(key)
    const burst = known && now - known.since < windowMs ? known : { since: now, count: 0 }
    burst.count += 1
    if (bursts.size > 10_000) bursts.clear()
    bursts.set(key, burst)
    if (!isDue(burst.count, rule.from)) return
    await recordSecurity(request, {
      rule: rule.rule,
      severity: severityOf(rule, burst.count),
      procedure: raw.url.split('?')[0]?.replace('/trpc/', '') ?? null,
      right: typeof failure.params.right === 'string' ? failure.params.right : null,
      count: burst.count,
      windowSeconds: windowMs / 1_000,
      sample: sampleOf(raw, failure),
      action: 'refused',
    }).catch((error: unknown) => raw.log.warn({ err: { message: String(error) } }, 'a security event was not written'))
  }
}

/** What is locked was told when it was locked; who goes on against a lock is told once more. */
function severityOf({ rule, from, severity }: Watched, count: number): Severity {
  if (rule === 'rate-limited') return count >= from * 9 ? 'warn' : 'info'
  return rule === 'denied-burst' && count >= from * 3 ? 'critical' : severity
}

/** At the threshold, then at three, nine … times it. */
export const isDue = (count: number, from: number) => count >= from && count === from * 3 ** Math.round(Math.log(count / from) / Math.log(3))

/** Names of fields, never what was typed into them. */
function sampleOf(raw: FastifyRequest, failure: FailureData): string | null {
  if (failure.code === 'foreign-origin') return `Origin: ${raw.headers.origin ?? '–'}; Sec-Fetch-Site: ${raw.headers['sec-fetch-site'] ?? '–'}`
  const issues = issuesOf(failure).map((issue) => `${issue.path}: ${issue.code}`)
  return issues.length > 0 ? issues.join(', ') : null
}

export const stranger = (raw: FastifyRequest, system: System): Request => ({
  system,
  requestId: raw.id,
  ip: raw.ip,
  userAgent: raw.headers['user-agent'] ?? '',
  cookie: raw.headers.cookie ?? '',
  user: null,
  session: null,
  setCookie: () => undefined,
})

/** A cookie that came from elsewhere: told once, when it is noticed. Used in two places at once, it was taken from a computer that may have given away the password too. */
export async function noteMove(request: Request, { userId, how }: Moved): Promise<void> {
  await recordSecurity(request, {
    userId,
    sample: how,
    ...(how === 'browser' ? { rule: 'session-browser', severity: 'warn', action: 'session-ended' } : { rule: 'session-moved', severity: 'critical', action: 'password-asked' }),
  })
  if (how === 'far apart') await forceChange(request, { userId, because: 'distance', from: request.system.now() })
}
