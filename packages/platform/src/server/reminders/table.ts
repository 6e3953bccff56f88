import { type Day, dayOf, type OccurrenceState, type ReminderPlan } from '../../index.ts'
import type { Cell } from '../database/read-pool.ts'
import { statement } from '../database/database.ts'

export interface StoredReminder {
  readonly id: number
  readonly kind: string
  readonly recordId: number
  readonly version: number
  readonly plan: ReminderPlan
}

export interface StoredOccurrence {
  readonly id: number
  readonly targetOn: Day
  readonly dueAt: Date | null
  readonly state: OccurrenceState
}

interface Row {
  id: number
  kind: string
  record_id: number
  version: number
  plan: ReminderPlan | string
}

// What the procedures wrote, after the schema.
export const planOf = (cell: Cell | ReminderPlan): ReminderPlan => (typeof cell === 'string' ? (JSON.parse(cell) as ReminderPlan) : (cell as ReminderPlan))

const stored = ({ record_id: recordId, plan, ...row }: Row): StoredReminder => ({ ...row, recordId, plan: planOf(plan) })
const columns = 'select id, kind, record_id, version, plan from platform_reminder'

/** The reminders of a document, locked. */
export const lockReminders = async ({ kind, recordId }: { kind: string; recordId: number }): Promise<StoredReminder[]> =>
  (await statement<Row[]>(`${columns} where kind = ? and record_id = ? and ended_at is null order by id for update`, [kind, recordId])).map(stored)

/** One that is not removed, locked. */
export async function lockReminder(id: number): Promise<StoredReminder | null> {
  const [row] = await statement<Row[]>(`${columns} where id = ? and ended_at is null for update`, [id])
  return row ? stored(row) : null
}

/** The occurrences of a reminder that are open, or aim at a day from `from` on. */
export async function occurrencesOf(reminderId: number, { from }: { from: Day }): Promise<StoredOccurrence[]> {
  const rows = await statement<{ id: number; target_on: Date | string; due_at: Date | null; state: OccurrenceState }[]>(
    "select id, target_on, due_at, state from platform_reminder_occurrence where reminder_id = ? and (state in ('waiting','sent','snoozed') or target_on >= ?) order by target_on for update",
    [reminderId, from],
  )
  return rows.map((row) => ({ id: Number(row.id), targetOn: dayIn(row.target_on), dueAt: row.due_at, state: row.state }))
}

/** A day column as the driver of transactions gives it. */
const dayIn = (value: Date | string): Day => (typeof value === 'string' ? value : value.toISOString().slice(0, 10))

/** Aim at a day: a new occurrence, or the one that was void. @returns its id */
export async function openOccurrence(reminderId: number, { targetOn, dueAt }: { targetOn: Day; dueAt: Date }): Promise<number> {
  const { insertId } = await statement(
    "insert into platform_reminder_occurrence (reminder_id, target_on, due_at, state) values (?,?,?,'waiting') on duplicate key update id = last_insert_id(id), due_at = values(due_at), state = 'waiting', closed_by = null, closed_at = null",
    [reminderId, targetOn, dueAt],
  )
  return insertId
}

export const setDue = (id: number, dueAt: Date | null): Promise<unknown> => statement('update platform_reminder_occurrence set due_at = ? where id = ?', [dueAt, id])

export const closeOccurrence = (id: number, how: { state: 'done' | 'passed' | 'void'; by: number | null; at: Date }): Promise<unknown> =>
  statement('update platform_reminder_occurrence set state = ?, due_at = null, closed_by = ?, closed_at = ? where id = ?', [how.state, how.by, how.at, id])

export const today = ({ now }: { now: Date }): Day => dayOf(now)
