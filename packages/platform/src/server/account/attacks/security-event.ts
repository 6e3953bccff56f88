import type { Severity } from '../../../index.ts'
import type { Request } from '../../context.ts'
import { currentTransaction, statement, transact } from '../../database/database.ts'
import { gatherIncident } from '../../incidents/job.ts'
import { post } from '../../jobs/outbox.ts'
import { deviceOf } from '../sessions/device.ts'
import { networkOf } from './network.ts'

/** What was noticed; who, when and from where are added. */
export interface SecurityEvent {
  /** `sign-in-failed`, `account-locked`, `denied-burst` … */
  readonly rule: SecurityRule
  readonly severity: Severity
  readonly userId?: number | null
  /** A keyed fingerprint of a login that nobody has: people type passwords into that field. */
  readonly loginHash?: string | null
  readonly procedure?: string | null
  readonly right?: string | null
  readonly document?: string | null
  /** How often within the window; 1 for a single occurrence. */
  readonly count?: number
  readonly windowSeconds?: number | null
  /** What it looked like; escaped and cut to 500 signs here. */
  readonly sample?: string | null
  /** What was done about it at once: `refused`, `address-blocked` … */
  readonly action?: string | null
  readonly blockedUntil?: Date | null
}

export type SecurityRule =
  | 'sign-in-failed'
  | 'sign-in-after-failures'
  | 'sign-in-new-browser'
  | 'forced-change'
  | 'account-locked'
  | 'account-many-places'
  | 'address-locked'
  | 'spraying'
  | 'unknown-logins'
  | 'stuffing'
  | 'wrong-code'
  | 'session-moved'
  | 'session-browser'
  | 'many-sessions'
  | 'denied-burst'
  | 'missing-burst'
  | 'broken-input'
  | 'tampered-field'
  | 'foreign-origin'
  | 'rate-limited'
  | 'mass-download'
  | 'mass-export'
  | 'scanner'
  | 'payload'
  | 'forwarded-for'
  | 'captcha-replayed'
  | 'dangerous-file'
  | 'active-content'
  | 'security-settings'

const columns =
  'at, rule, severity, address, network, user_id, login_hash, session, device, procedure_name, right_id, document, count, window_seconds, sample, user_agent, request_id, action, blocked_until'

/** Write one down, in the running transaction if there is one; the rules that watch read them from the table. */
export async function recordSecurity(request: Request, event: SecurityEvent): Promise<void> {
  const values = [
    request.system.now(),
    event.rule,
    event.severity,
    request.ip,
    networkOf(request.ip),
    event.userId ?? request.user?.id ?? request.halfway?.userId ?? null,
    event.loginHash ?? null,
    request.session,
    deviceOf(request)?.id ?? null,
    event.procedure?.slice(0, 120) ?? null,
    event.right ?? null,
    event.document ?? null,
    event.count ?? 1,
    event.windowSeconds ?? null,
    event.sample ? escaped(event.sample) : null,
    escaped(request.userAgent).slice(0, 255),
    request.requestId,
    event.action ?? null,
    event.blockedUntil ?? null,
  ]
  const sql = `insert into platform_security_event (${columns}) values (${values.map(() => '?').join(',')})`
  if (event.severity === 'info') return void (await (currentTransaction() ? statement(sql, values) : request.system.database.read.query(sql, values)))
  // A warning or worse is gathered into an incident, of which people hear: in the same transaction, so that none is written down in silence.
  const write = async () => {
    const { insertId } = await statement(sql, values)
    await post(request.system.database, gatherIncident, { payload: { eventId: insertId }, now: request.system.now() })
  }
  await (currentTransaction() ? write() : transact(request.system.database, write))
}

/** No control signs and no line breaks: a line of a log or a cell of a table stays what it is. */
const escaped = (text: string): string =>
  [...text]
    .map((sign) => (sign < ' ' || sign === '\u007f' || sign === '\u2028' || sign === '\u2029' ? `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}` : sign))
    .join('')
    .slice(0, 500)
