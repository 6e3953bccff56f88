import { Failure, type IncidentLine, type IncidentPage, type IncidentState, type Severity } from '../../index.ts'
import { listSecurity } from '../account/attacks/security-list.ts'
import type { System } from '../context.ts'
import { momentOf, momentOrNull } from '../database/moment.ts'

export interface IncidentQuestion {
  readonly state?: IncidentState | undefined
  readonly severity?: Severity | undefined
  /** Incidents older than this one. */
  readonly before?: number | undefined
}

const page = 100
const columns = `i.id, i.code, i.rule, i.severity, i.address, u.name, u.login, i.opened_at, i.last_at, i.count, i.state, h.name, i.handled_at, i.handled_note,
  (select max(e.blocked_until) from platform_security_event e where e.incident_id = i.id)`
const from = 'platform_incident i left join platform_user u on u.id = i.user_id left join platform_user h on h.id = i.handled_by'

const text = (value: unknown) => (value === null ? null : String(value))

const lineOf = ([id, code, rule, severity, address, user, login, openedAt, lastAt, count, state, by, handledAt, note, blockedUntil]: readonly unknown[]): IncidentLine => ({
  id: Number(id),
  code: String(code),
  rule: String(rule),
  severity: severity as Severity, // an enum of the table
  address: String(address),
  user: text(user),
  login: text(login),
  openedAt: momentOf(openedAt),
  lastAt: momentOf(lastAt),
  count: Number(count),
  state: state as IncidentState, // an enum of the table
  handledBy: text(by),
  handledAt: momentOrNull(handledAt),
  note: text(note),
  blockedUntil: momentOrNull(blockedUntil),
})

/** A page of incidents, newest first. */
export async function listIncidents(system: System, question: IncidentQuestion): Promise<IncidentLine[]> {
  const asked = [
    ...(question.state ? [{ text: 'i.state = ?', value: question.state }] : []),
    ...(question.severity ? [{ text: 'i.severity = ?', value: question.severity }] : []),
    ...(question.before ? [{ text: 'i.id < ?', value: question.before }] : []),
  ]
  const rows = await system.database.read.query(
    `select ${columns} from ${from} ${asked.length > 0 ? `where ${asked.map((one) => one.text).join(' and ')}` : ''} order by i.id desc limit ${page}`,
    asked.map((one) => one.value),
  )
  return rows.map(lineOf)
}

/** One incident with its evidence, newest first. @throws Failure 'missing' */
export async function readIncident(system: System, id: number): Promise<IncidentPage> {
  const [row] = await system.database.read.query(`select ${columns} from ${from} where i.id = ?`, [id])
  if (!row) throw new Failure('missing')
  return { ...lineOf(row), evidence: await listSecurity(system, { incident: id }) }
}
