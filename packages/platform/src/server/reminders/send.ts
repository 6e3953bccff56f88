import { z } from 'zod'
import { addDays, type Day, defineJob, stepsOf, targetsOf } from '../../index.ts'
import { reminderEscalated, reminderNotice, reminderTodo } from '../../notices.ts'
import { statement } from '../database/database.ts'
import type { JobContext } from '../jobs/handler.ts'
import { noticeTo, notify } from '../notices/notify.ts'
import { putTodo } from '../todo/todo.ts'
import { arm } from './arm.ts'
import { recipientsOf, type Told } from './recipients.ts'
import { factsOf, remindedKind, type ReminderFacts } from './subject.ts'
import { closeOccurrence, lockReminder, occurrencesOf, openOccurrence, type StoredReminder, today } from './table.ts'
import { taskOf } from './todo.ts'

/** Wakes every minute and hands out what is due; a missed minute loses nothing, because what is due stands in the table. */
export const sendReminders = defineJob('platform.send-reminders', z.object({}).loose())

/** What is due of one reminder: a job of its own, so that one that fails keeps nobody else's back. */
export const sendReminder = defineJob('platform.send-reminder', z.object({ reminderId: z.number().int() }))

const batch = 500
/** A reminder that was handed out is not handed out again within it, unless its job never ran. */
const takenMs = 10 * 60_000
/** Later than this after its time, a reminder is marked late: the system was down. */
const lateMs = 15 * 60_000

export async function handOutDue(ctx: JobContext): Promise<void> {
  const due = await statement<{ id: number }[]>(
    `select r.id from platform_reminder r where (r.taken_until is null or r.taken_until <= ?)
       and r.id in (select o.reminder_id from platform_reminder_occurrence o where o.due_at <= ?) limit ${batch} for update skip locked`,
    [ctx.now, ctx.now],
  )
  if (due.length === 0) return
  await statement('update platform_reminder set taken_until = ? where id in (?)', [new Date(ctx.now.getTime() + takenMs), due.map(({ id }) => id)])
  for (const { id } of due) await ctx.send(sendReminder, { reminderId: id })
}

/**
 * Send what is due of one reminder and arm its next day. Rows, notices, tasks and letters are of one transaction, so a worker that is killed
 * half-way has sent nothing, and one that runs twice finds nothing due.
 */
export async function sendDue(ctx: JobContext, reminderId: number): Promise<void> {
  const reminder = await lockReminder(reminderId)
  await statement('update platform_reminder set taken_until = null where id = ?', [reminderId])
  const facts = reminder && (await factsOf(ctx.system, reminder))
  if (!reminder || !facts) return void (await statement('update platform_reminder_occurrence set due_at = null where reminder_id = ?', [reminderId]))
  if (facts.isCurrent) for (const one of await dueOf(ctx, reminder, facts)) await send(ctx, { reminder, facts, ...one })
  await arm(ctx, reminder, facts)
}

interface Due {
  readonly occurrenceId: number
  readonly targetOn: Day
  readonly dueAt: Date
}

/** Of days that passed while nothing ran only the last is reminded of; the ones before it are passed over. */
async function dueOf(ctx: JobContext, reminder: StoredReminder, facts: ReminderFacts): Promise<Due[]> {
  const known = await occurrencesOf(reminder.id, { from: addDays(today(ctx), -30) })
  const due = known.flatMap(({ id, targetOn, dueAt, state }) => (dueAt && dueAt <= ctx.now ? [{ occurrenceId: id, targetOn, dueAt, state }] : []))
  const missed = reminder.plan.target.kind === 'calendar' && due.length > 0 ? await missedAfter(ctx, reminder, { last: known.at(-1)?.targetOn ?? '', facts }) : null
  const all = missed ? [...due, { ...missed, state: 'waiting' as const }] : due
  const passed = all.filter(({ state, targetOn }) => state === 'waiting' && targetOn <= today(ctx)).slice(0, -1)
  for (const one of passed) await closeOccurrence(one.occurrenceId, { state: 'passed', by: null, at: ctx.now })
  return all.filter((one) => !passed.includes(one))
}

/** The latest day after the known ones whose reminder should have gone out by now. */
async function missedAfter(ctx: JobContext, { id, plan }: StoredReminder, { last, facts }: { last: Day; facts: ReminderFacts }): Promise<Due | null> {
  let found: { targetOn: Day; dueAt: Date } | null = null
  for (const targetOn of targetsOf(plan, facts.days, addDays(last, 1))) {
    const passed = stepsOf(plan, targetOn).filter(({ at }) => at <= ctx.now)
    const dueAt = passed.at(-1)?.at
    if (!dueAt) break
    found = { targetOn, dueAt }
  }
  return found && { ...found, occurrenceId: await openOccurrence(id, found) }
}

async function send(ctx: JobContext, { reminder, facts, occurrenceId, targetOn, dueAt }: { reminder: StoredReminder; facts: ReminderFacts } & Due): Promise<void> {
  const { plan, kind, recordId } = reminder
  const steps = stepsOf(plan, targetOn)
  const isLate = ctx.now.getTime() - dueAt.getTime() > lateMs
  const sentCount = Math.max(1, steps.filter(({ at }) => at <= ctx.now).length)
  const told = await recipientsOf(ctx.system, { plan, kind, recordId, facts, now: ctx.now, isEscalated: plan.escalateFrom !== null && sentCount >= plan.escalateFrom })
  const { insertId } = await statement('insert into platform_reminder_sending (occurrence_id, due_at, sent_at, is_late, is_escalated) values (?,?,?,?,?)', [
    occurrenceId,
    dueAt,
    ctx.now,
    isLate,
    told.some((one) => one.isEscalated),
  ])
  await statement("update platform_reminder_occurrence set state = 'sent', is_late = (is_late or ?), due_at = ? where id = ?", [
    isLate,
    steps.find(({ at }) => at > ctx.now)?.at ?? null,
    occurrenceId,
  ])
  for (const one of told) await tell(ctx, one, { reminder, facts, occurrenceId, targetOn, sendingId: insertId })
  await ctx.journal({
    document: `${kind}:${recordId}`,
    documentCode: facts.code,
    changes: { reminder: [null, plan.about], remindedOf: [null, targetOn], told: [null, told.map(({ actingId }) => ({ id: actingId, of: 'directory.person' }))] },
    ...(isLate ? { note: 'late' } : {}),
  })
}

interface Telling {
  readonly reminder: StoredReminder
  readonly facts: ReminderFacts
  readonly occurrenceId: number
  readonly targetOn: Day
  readonly sendingId: number
}

async function tell(
  ctx: JobContext,
  { userId, actingId, isEscalated }: Told,
  { reminder: { kind, recordId, plan }, facts, occurrenceId, targetOn, sendingId }: Telling,
): Promise<void> {
  await statement('insert ignore into platform_reminder_told (sending_id, user_id, instead_of) values (?,?,?)', [sendingId, actingId, actingId === userId ? null : userId])
  const path = `${remindedKind(ctx.system, kind)?.path ?? ''}/${recordId}?tab=reminders`
  const params = { about: plan.about, code: facts.code ?? '', on: targetOn }
  await ctx.send(notify, noticeTo(actingId, isEscalated ? reminderEscalated : reminderNotice, { params, path, document: `${kind}:${recordId}` }))
  // On the list of whose it is; who stands in for them sees it there.
  await putTodo(ctx, reminderTodo, { userId, document: taskOf(occurrenceId), params, path, dueOn: targetOn })
}
