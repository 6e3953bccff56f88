import type { SecurityLine, Severity } from '../../../index.ts'
import type { System } from '../../context.ts'
import { momentOrNull } from '../../database/moment.ts'

export interface SecurityQuestion {
  readonly rule?: string | undefined
  readonly severity?: Severity | undefined
  readonly address?: string | undefined
  /** The evidence of one incident. */
  readonly incident?: number | undefined
  /** Events older than this one. */
  readonly before?: number | undefined
}

const page = 100

/** A page of security events, newest first. */
export async function listSecurity(system: System, question: SecurityQuestion): Promise<SecurityLine[]> {
  const conditions = [
    ...(question.before ? [{ text: 'e.id < ?', value: question.before }] : []),
    ...(question.rule ? [{ text: 'e.rule = ?', value: question.rule }] : []),
    ...(question.severity ? [{ text: 'e.severity = ?', value: question.severity }] : []),
    ...(question.incident ? [{ text: 'e.incident_id = ?', value: question.incident }] : []),
    ...(question.address ? [{ text: 'e.address = ?', value: question.address }] : []),
  ]
  const rows = await system.database.read.query(
    `select e.id, e.at, e.rule, e.severity, e.address, u.name, u.login, e.procedure_name, e.count, e.sample, e.blocked_until from platform_security_event e left join platform_user u on u.id = e.user_id
     ${conditions.length > 0 ? `where ${conditions.map((condition) => condition.text).join(' and ')}` : ''} order by e.id desc limit ${page}`,
    conditions.map((condition) => condition.value),
  )
  const text = (value: unknown) => (value === null ? null : String(value))
  return rows.map(([id, at, rule, severity, address, user, login, procedure, count, sample, blockedUntil]) => ({
    id: Number(id),
    at: `${String(at).replace(' ', 'T').slice(0, 23)}Z`,
    rule: String(rule),
    severity: severity as Severity, // an enum of the table
    address: String(address),
    user: text(user),
    login: text(login),
    procedure: text(procedure),
    count: Number(count),
    sample: text(sample),
    blockedUntil: momentOrNull(blockedUntil),
  }))
}
