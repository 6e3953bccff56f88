import type { Severity } from '../../index.ts'
import { incidentOpened, incidentSeen } from '../../notices.ts'
import { rights } from '../../rights.ts'
import type { SecurityRule } from '../account/attacks/security-event.ts'
import { statement } from '../database/database.ts'
import type { JobContext } from '../jobs/handler.ts'
import { noticeTo, notify } from '../notices/notify.ts'
import { holdSeries, nextNumber } from '../database/series.ts'
import { attackOf } from './attack.ts'

const series = 'INC/{yyyy}/{nnnn}'
/** What comes within a day of the last sign is the same attack, decided or not. */
const sameHours = 24
const severe: Readonly<Record<Severity, number>> = { info: 0, warn: 1, critical: 2 }

interface Event {
  id: number
  at: Date
  rule: SecurityRule
  severity: Severity
  address: string
  network: string
  user_id: number | null
  session: string | null
  sample: string | null
  incident_id: number | null
}

interface Known {
  id: number
  code: string
  severity: Severity
}

/** Gathered one after another: two events of one attack must not open two incidents. */
export async function gather(ctx: JobContext, eventId: number): Promise<void> {
  const year = ctx.now.getUTCFullYear()
  await holdSeries({ series, year })
  const [event] = await statement<Event[]>('select id, at, rule, severity, address, network, user_id, session, sample, incident_id from platform_security_event where id = ?', [
    eventId,
  ])
  if (!event || event.incident_id !== null) return
  const attack = attackOf({ rule: event.rule, network: event.network, userId: event.user_id, hasSession: event.session !== null, sample: event.sample })
  const [known] = await statement<Known[]>(
    'select id, code, severity from platform_incident where attack = ? and last_at > ? - interval ? hour order by id desc limit 1 for update',
    [attack, event.at, sameHours],
  )
  const incident = known ? await grown(known, event) : await opened(event, { attack, code: await nextNumber({ series, year }) })
  await statement('update platform_security_event set incident_id = ?, notified_at = ? where id = ?', [incident.id, ctx.now, event.id])
  if (known && severe[event.severity] <= severe[known.severity]) return
  await tell(ctx, incident)
  await ctx.journal({ document: `platform.incident:${incident.id}`, documentCode: incident.code, note: `${event.rule} ${attack}` })
}

async function opened(event: Event, { attack, code }: { attack: string; code: string }): Promise<Known> {
  const { insertId } = await statement('insert into platform_incident (code, attack, rule, severity, address, user_id, opened_at, last_at, count) values (?,?,?,?,?,?,?,?,1)', [
    code,
    attack,
    event.rule,
    event.severity,
    event.address,
    event.user_id,
    event.at,
    event.at,
  ])
  return { id: insertId, code, severity: event.severity }
}

/** The gravest rule names it; the counter grows. */
async function grown(known: Known, event: Event): Promise<Known> {
  const isGraver = severe[event.severity] > severe[known.severity]
  await statement('update platform_incident set count = count + 1, last_at = greatest(last_at, ?), severity = ?, rule = if(?, ?, rule) where id = ?', [
    event.at,
    isGraver ? event.severity : known.severity,
    isGraver,
    event.rule,
    known.id,
  ])
  return { ...known, severity: isGraver ? event.severity : known.severity }
}

/** Whoever looks after incidents: at once by letter when it is critical, in the bell otherwise. */
async function tell(ctx: JobContext, { id, code, severity }: Known): Promise<void> {
  const watchers = await statement<{ user_id: number }[]>(
    'select r.user_id from platform_user_right r join platform_user u on u.id = r.user_id and u.is_active = 1 where r.right_id = ?',
    [rights.incidents.view.id],
  )
  const kind = severity === 'critical' ? incidentOpened : incidentSeen
  for (const { user_id } of watchers) await ctx.send(notify, noticeTo(user_id, kind, { params: { code }, path: `/admin/incidents/${id}` }))
}
