import { dayOf, type MyReminder, openStates } from '../../index.ts'
import { visibleKeys } from '../access/access.ts'
import type { Reading, System, User } from '../context.ts'
import type { Cell } from '../database/read-pool.ts'
import { principalsOf } from '../rights/substitution.ts'
import { occurrenceIn } from './list.ts'
import { rolesOver } from './recipients.ts'
import { remindedKind, type ReminderFacts } from './subject.ts'
import { planOf } from './table.ts'

/** So many open occurrences are looked through, the nearest first. */
const looked = 2_000

const columns = 'o.id, o.target_on, o.due_at, o.state, o.is_late, r.kind, r.record_id, r.plan, r.id'
const from = 'from platform_reminder_occurrence o join platform_reminder r on r.id = o.reminder_id'

interface OpenReminder {
  readonly reminderId: number
  readonly line: Omit<MyReminder, 'can' | 'insteadOf'>
  readonly plan: ReturnType<typeof planOf>
  readonly facts: ReminderFacts
}

/** One's own open reminders and those of whom one stands in for: sent ones and coming ones, of documents that are there for the reader now. */
export async function myReminders(ctx: Reading): Promise<MyReminder[]> {
  const principals = await principalsOf(ctx.system, { userId: ctx.user.id, day: dayOf(ctx.now) })
  const own = await openRemindersOf(ctx.system, ctx.user, ctx.user.id)
  const mine = own.map(({ line }): MyReminder => ({ ...line, insteadOf: null, can: canOf(ctx.user, line.kind) }))
  for (const { userId, name, apps } of principals)
    for (const { line } of await openRemindersOf(ctx.system, ctx.user, userId))
      if ((apps === null || apps.includes(line.kind.split('.')[0] ?? '')) && !mine.some((one) => one.id === line.id))
        mine.push({ ...line, insteadOf: name, can: canOf(ctx.user, line.kind) })
  return mine.sort((a, b) => (a.targetOn < b.targetOn ? -1 : a.targetOn > b.targetOn ? 1 : a.id - b.id))
}

/** What a person was told of and is open, and what they would be told of next, as far as `reader` may see it. */
export async function openRemindersOf(system: System, reader: User, userId: number): Promise<OpenReminder[]> {
  const { read } = system.database
  const [told, coming] = await Promise.all([
    read.query(
      `select distinct ${columns} ${from} join platform_reminder_sending s on s.occurrence_id = o.id join platform_reminder_told t on t.sending_id = s.id
       where ? in (t.user_id, t.instead_of) and o.state in (?) and r.ended_at is null limit ${looked}`,
      [userId, openStates],
    ),
    read.query(`select ${columns} ${from} where o.due_at is not null and r.ended_at is null order by o.due_at limit ${looked}`),
  ])
  const rows = [...new Map([...told, ...coming].map((row) => [Number(row[0]), row])).values()]
  const isTold = new Set(told.map(([id]) => Number(id)))
  const documents = await factsOfRows(system, rows)
  const open = rows.map((row) => openIn(system, row, documents)).filter((one) => one !== null)
  const [inRole, groups] = await Promise.all([
    rolesOver(
      system,
      open.map(({ facts }) => facts),
    ),
    read.query('select group_id from platform_group_member where user_id = ?', [userId]),
  ])
  const holders = new Set([`u${userId}`, ...groups.map(([id]) => `g${id}`)])
  const found = open.filter(({ line, plan, facts }) => isTold.has(line.id) || plan.recipients.some((one) => holders.has(one) || inRole(one, facts) === userId))
  const seen = await visibleKeys(system, reader, [...new Set(found.map(({ line }) => `${line.kind}:${line.documentId}`))])
  return found.filter(({ line }) => seen.has(`${line.kind}:${line.documentId}`))
}

type Facts = ReadonlyMap<string, ReadonlyMap<number, ReminderFacts>>

async function factsOfRows(system: System, rows: readonly Cell[][]): Promise<Facts> {
  const known = new Map<string, ReadonlyMap<number, ReminderFacts>>()
  for (const [kind, group] of Map.groupBy(rows, (row) => String(row[5])))
    known.set(kind, (await remindedKind(system, kind)?.reminded.facts(system, [...new Set(group.map((row) => Number(row[6])))])) ?? new Map())
  return known
}

function openIn(system: System, row: Cell[], documents: Facts): OpenReminder | null {
  const [kind, documentId, plan] = [String(row[5]), Number(row[6]), planOf(row[7] ?? null)]
  const facts = documents.get(kind)?.get(documentId)
  if (!facts?.isCurrent) return null
  return {
    reminderId: Number(row[8]),
    plan,
    facts,
    line: { ...occurrenceIn(row), kind, documentId, code: facts.code, path: `${remindedKind(system, kind)?.path ?? ''}/${documentId}?tab=reminders`, about: plan.about },
  }
}

const canOf = (user: User, kind: string): string[] => ['done', 'snooze'].filter((one) => !user.seenBy && user.rights.has(`${kind}.reminders.${one}`))
