import { type Occurrence, openStates, type ReminderLine, type RemindersAnswer, type SendingLine } from '../../index.ts'
import type { System } from '../context.ts'
import type { Cell } from '../database/read-pool.ts'
import type { Reminded } from './subject.ts'
import { planOf } from './table.ts'
import { momentOf, momentOrNull } from '../database/moment.ts'

const sendingsShown = 50

/** The reminders of a document with what is open of each, and the last sendings. */
export async function listReminders(system: System, { kind, reminded }: { kind: string; reminded: Reminded }, documentId: number): Promise<RemindersAnswer> {
  const { read } = system.database
  const [rows, occurrences, sendings, facts] = await Promise.all([
    read.query(
      'select r.id, r.version, r.plan, r.is_default, u.name from platform_reminder r left join platform_user u on u.id = r.made_by where r.kind = ? and r.record_id = ? and r.ended_at is null order by r.id',
      [kind, documentId],
    ),
    read.query(
      `select o.reminder_id, o.id, o.target_on, o.due_at, o.state, o.is_late from platform_reminder_occurrence o join platform_reminder r on r.id = o.reminder_id
       where r.kind = ? and r.record_id = ? and r.ended_at is null and o.state in (?) order by o.target_on limit 500`,
      [kind, documentId, openStates],
    ),
    read.query(
      `select s.id, s.sent_at, json_value(r.plan, '$.about'), o.target_on, s.is_late, s.is_escalated from platform_reminder_sending s
       join platform_reminder_occurrence o on o.id = s.occurrence_id join platform_reminder r on r.id = o.reminder_id
       where r.kind = ? and r.record_id = ? order by s.id desc limit ${sendingsShown}`,
      [kind, documentId],
    ),
    reminded.facts(system, [documentId]),
  ])
  const told = await toldOf(
    system,
    sendings.map(([id]) => Number(id)),
  )
  const openOf = Map.groupBy(occurrences, ([reminderId]) => Number(reminderId))
  const reminders = rows.map(
    ([id, version, plan, isDefault, madeBy]): ReminderLine => ({
      id: Number(id),
      version: Number(version),
      plan: planOf(plan ?? null),
      isDefault: Number(isDefault) === 1,
      madeBy: madeBy === null ? null : String(madeBy),
      open: (openOf.get(Number(id)) ?? []).map(([, ...cells]) => occurrenceIn(cells)),
    }),
  )
  return {
    reminders,
    sendings: sendings.map(
      ([id, at, about, targetOn, isLate, isEscalated]): SendingLine => ({
        at: momentOf(at),
        about: String(about),
        targetOn: String(targetOn),
        isLate: Number(isLate) === 1,
        isEscalated: Number(isEscalated) === 1,
        told: told.get(Number(id)) ?? [],
      }),
    ),
    days: facts.get(documentId)?.days ?? {},
    names: await namesOf(
      system,
      reminders.flatMap(({ plan }) => plan.recipients),
    ),
  }
}

/** Id, day aimed at, next sending, state, late. */
export const occurrenceIn = ([id, targetOn, dueAt, state, isLate]: readonly (Cell | undefined)[]): Occurrence => ({
  id: Number(id),
  targetOn: String(targetOn),
  dueAt: momentOrNull(dueAt),
  state: state as Occurrence['state'], // an enum of the table
  isLate: Number(isLate) === 1,
})

async function toldOf(system: System, sendingIds: readonly number[]): Promise<Map<number, string[]>> {
  if (sendingIds.length === 0) return new Map()
  const rows = await system.database.read.query(
    'select t.sending_id, u.name from platform_reminder_told t join platform_user u on u.id = t.user_id where t.sending_id in (?) order by u.name',
    [sendingIds],
  )
  return new Map([...Map.groupBy(rows, ([id]) => Number(id))].map(([id, group]) => [id, group.map(([, name]) => String(name))]))
}

/** Names of the people and groups among recipients; those that do not exist are not in it. */
export async function namesOf(system: System, recipients: readonly string[]): Promise<Record<string, string>> {
  const ids = (sign: string) => [...new Set(recipients.filter((one) => one.startsWith(sign) && /^.\d/.test(one)).map((one) => Number(one.slice(1))))]
  const [users, groups] = [ids('u'), ids('g')]
  const [people, teams] = await Promise.all([
    users.length === 0 ? [] : system.database.read.query('select id, name from platform_user where id in (?) and is_active = 1', [users]),
    groups.length === 0 ? [] : system.database.read.query('select id, name from platform_group where id in (?)', [groups]),
  ])
  return Object.fromEntries([...people.map(([id, name]) => [`u${id}`, String(name)]), ...teams.map(([id, name]) => [`g${id}`, String(name)])])
}
