import { z } from 'zod'
import {
  addDays,
  type Day,
  dayOf,
  Failure,
  type HolderFound,
  invalid,
  isDay,
  momentAt,
  plannedReminders,
  type ReminderPlan,
  reminderPlanSchema,
  type ReminderRights,
  type RemindersAnswer,
} from '../../index.ts'
import { findHolders } from '../access/procedures.ts'
import type { Reading, Writing } from '../context.ts'
import { statement } from '../database/database.ts'
import { allowedOn, type Mutation, type Query } from '../procedure.ts'
import { arm, disarm } from './arm.ts'
import { listReminders, namesOf } from './list.ts'
import type { Reminded, ReminderFacts } from './subject.ts'
import { sendReminder } from './send.ts'
import { closeOccurrence, lockReminder, type StoredReminder } from './table.ts'
import { closeTask } from './todo.ts'

type OfDocument = { documentId: number }

export type ReminderProcedures = {
  list: Query<OfDocument, RemindersAnswer>
  holders: Query<OfDocument & { text: string }, HolderFound[]>
  add: Mutation<OfDocument & { plan: ReminderPlan }, { id: number }>
  edit: Mutation<OfDocument & { id: number; version: number; plan: ReminderPlan }, { id: number }>
  remove: Mutation<OfDocument & { id: number; version: number }, null>
  done: Mutation<OfDocument & { occurrenceId: number }, null>
  /** Until the reminder's own time on that day. */
  snooze: Mutation<OfDocument & { occurrenceId: number; until: Day }, null>
}

interface Subject {
  readonly kind: string
  readonly reminded: Reminded
  /** @throws Failure 'missing' or 'denied' */
  find(ctx: Reading, id: number): Promise<{ readonly code: string | null }>
}

const id = z.number().int().positive()
const snoozedAtMostDays = 366

/** What can be done with the reminders of one kind's documents; whoever may not see the document sees none of them. */
export function reminderProcedures(subject: Subject, rights: ReminderRights): ReminderProcedures {
  const { kind, find } = subject
  const plan = z.unknown().transform((given) => reminderPlanSchema.parse(given))

  const open = async (ctx: Writing, documentId: number): Promise<{ entry: { document: string; documentCode: string | null }; facts: ReminderFacts }> => {
    const { code } = await find(ctx, documentId)
    const facts = (await subject.reminded.facts(ctx.system, [documentId])).get(documentId)
    if (!facts) throw new Failure('missing')
    return { entry: { document: `${kind}:${documentId}`, documentCode: code }, facts }
  }
  const locked = async (given: { documentId: number; id: number; version?: number }): Promise<StoredReminder> => {
    const reminder = await lockReminder(given.id)
    if (!reminder || reminder.kind !== kind || reminder.recordId !== given.documentId) throw new Failure('missing')
    if (given.version !== undefined && reminder.version !== given.version) throw new Failure('stale', { version: reminder.version, changedFields: [] })
    return reminder
  }
  /** An occurrence that is still open, with its reminder. */
  const answering = async ({ documentId, occurrenceId }: OfDocument & { occurrenceId: number }): Promise<StoredReminder> => {
    const [row] = await statement<{ reminder_id: number }[]>('select reminder_id from platform_reminder_occurrence where id = ?', [occurrenceId])
    const reminder = await locked({ documentId, id: row?.reminder_id ?? 0 })
    const [held] = await statement<{ id: number }[]>("select id from platform_reminder_occurrence where id = ? and state in ('waiting','sent','snoozed') for update", [
      occurrenceId,
    ])
    if (!held) throw new Failure('missing')
    return reminder
  }

  return {
    list: allowedOn(rights.view)
      .input(z.strictObject({ documentId: id }))
      .query(async ({ ctx, input }) => {
        await find(ctx, input.documentId)
        return listReminders(ctx.system, subject, input.documentId)
      }),
    holders: allowedOn(rights.set)
      .input(z.strictObject({ documentId: id, text: z.string().max(100) }))
      .query(async ({ ctx, input }) => {
        await find(ctx, input.documentId)
        return findHolders(ctx, input.text)
      }),
    add: allowedOn(rights.set)
      .input<OfDocument & { plan: ReminderPlan }>(z.strictObject({ documentId: id, plan }))
      .mutation(async ({ ctx, input }) => {
        const { entry, facts } = await open(ctx, input.documentId)
        await check(ctx, subject, input.plan, facts)
        const reminderId = await insertReminder(ctx, { kind, recordId: input.documentId, plan: input.plan })
        await arm(ctx, await locked({ documentId: input.documentId, id: reminderId }), facts)
        // What is due already does not wait for the next minute.
        await ctx.send(sendReminder, { reminderId })
        await ctx.journal({ ...entry, changes: { reminder: [null, input.plan.about] } })
        return { id: reminderId }
      }),
    edit: allowedOn(rights.set)
      .input<OfDocument & { id: number; version: number; plan: ReminderPlan }>(z.strictObject({ documentId: id, id, version: id, plan }))
      .mutation(async ({ ctx, input }) => {
        const { entry, facts } = await open(ctx, input.documentId)
        const before = await locked(input)
        await check(ctx, subject, input.plan, facts)
        await statement('update platform_reminder set plan = ?, version = version + 1 where id = ?', [JSON.stringify(input.plan), input.id])
        await arm(ctx, { ...before, plan: input.plan }, facts)
        await ctx.send(sendReminder, { reminderId: input.id })
        await ctx.journal({ ...entry, changes: { reminder: [before.plan.about, input.plan.about] } })
        return { id: input.id }
      }),
    remove: allowedOn(rights.remove)
      .input(z.strictObject({ documentId: id, id, version: id }))
      .mutation(async ({ ctx, input }) => {
        const { entry } = await open(ctx, input.documentId)
        const reminder = await locked(input)
        await disarm(ctx, reminder)
        await statement('update platform_reminder set ended_at = ? where id = ?', [ctx.now, input.id])
        await ctx.journal({ ...entry, changes: { reminder: [reminder.plan.about, null] } })
        return null
      }),
    done: allowedOn(rights.done)
      .input(z.strictObject({ documentId: id, occurrenceId: id }))
      .mutation(async ({ ctx, input }) => {
        const { entry, facts } = await open(ctx, input.documentId)
        const reminder = await answering(input)
        await closeOccurrence(input.occurrenceId, { state: 'done', by: ctx.user.id, at: ctx.now })
        await closeTask(ctx, input.occurrenceId)
        await arm(ctx, reminder, facts)
        await ctx.journal({ ...entry, note: reminder.plan.about })
        return null
      }),
    snooze: allowedOn(rights.snooze)
      .input(z.strictObject({ documentId: id, occurrenceId: id, until: z.string('required').refine(isDay, 'not-a-day') }))
      .mutation(async ({ ctx, input }) => {
        const { entry } = await open(ctx, input.documentId)
        const { plan } = await answering(input)
        const at = momentAt(input.until, plan.time)
        if (at <= ctx.now || input.until > addDays(dayOf(ctx.now), snoozedAtMostDays)) throw invalid({ path: 'until', code: 'not-later' })
        await statement("update platform_reminder_occurrence set state = 'snoozed', due_at = ? where id = ?", [at, input.occurrenceId])
        await closeTask(ctx, input.occurrenceId)
        await ctx.journal({ ...entry, changes: { reminder: [plan.about, plan.about], until: [null, input.until] } })
        return null
      }),
  }
}

/** A reminder of a document, not armed yet. */
export async function insertReminder(
  ctx: Writing,
  { kind, recordId, plan, isDefault = false }: { kind: string; recordId: number; plan: ReminderPlan; isDefault?: boolean },
): Promise<number> {
  const { insertId } = await statement('insert into platform_reminder (kind, record_id, plan, is_default, made_by, made_at) values (?,?,?,?,?,?)', [
    kind,
    recordId,
    JSON.stringify(plan),
    isDefault,
    isDefault ? null : ctx.user.id,
    ctx.now,
  ])
  return insertId
}

/** What the schema cannot know: the document's fields, people and groups that exist, days that are still to come. */
async function check(ctx: Writing, { reminded }: Subject, plan: ReminderPlan, facts: ReminderFacts): Promise<void> {
  const { target, recipients } = plan
  if (target.kind === 'field' && !reminded.dayFields.includes(target.field)) throw invalid({ path: 'target.field', code: 'not-a-choice' })
  // A field may be empty, or its day may have passed: it will move. A calendar without a day ahead never reminds.
  if (target.kind === 'calendar' && plannedReminders(plan, facts.days, { now: ctx.now, limit: 1 }).length === 0) throw invalid({ path: 'target.startsOn', code: 'no-days' })
  const known = await namesOf(ctx.system, recipients)
  const unknown = recipients.findIndex((one) => /^[ug]\d/.test(one) && !(one in known))
  if (unknown >= 0) throw invalid({ path: `recipients.${unknown}`, code: 'not-a-choice' })
}
