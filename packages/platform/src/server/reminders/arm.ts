import { addDays, type Day, latestAfter, openStates, type ReminderPlan, stepsOf, targetsOf } from '../../index.ts'
import type { Writing } from '../context.ts'
import type { ReminderFacts } from './subject.ts'
import { closeOccurrence, lockReminders, occurrencesOf, openOccurrence, setDue, type StoredOccurrence, type StoredReminder, today } from './table.ts'
import { closeTask } from './todo.ts'

/** What a change, and a job, have in common. */
export type Here = Pick<Writing, 'system' | 'now' | 'journal'>

type Arming = Pick<ReminderFacts, 'days' | 'isCurrent'>

/** A document changed in the running transaction: what its reminders aim at follows. */
export async function rearm(ctx: Here, document: { kind: string; recordId: number }, facts: Arming): Promise<void> {
  for (const reminder of await lockReminders(document)) await arm(ctx, reminder, facts)
}

/** So many days of a calendar are looked at for the next one; further ones are found when these have passed. */
const lookAhead = 500

/**
 * Make a locked reminder aim at the days that follow from its plan and its document as they are now. May be run any number of times:
 * what is done stays done, what was sent is not sent again, a day that moved is void. Nothing is sent late for what passed before it was armed.
 */
export async function arm(ctx: Here, reminder: StoredReminder, { days, isCurrent }: Arming): Promise<void> {
  const { plan } = reminder
  const from = addDays(today(ctx), -latestAfter(plan))
  const known = new Map((await occurrencesOf(reminder.id, { from })).map((one) => [one.targetOn, one]))
  const kept = new Set<Day>()
  for (const target of isCurrent ? targetsOf(plan, days, { from, limit: lookAhead }) : []) {
    const steps = stepsOf(plan, target)
    const next = steps.find(({ at }) => at > ctx.now)?.at ?? null
    kept.add(target)
    const isOpen = await aim(ctx, reminder, { target, next, occurrence: known.get(target) })
    if (isOpen && steps[0] && steps[0].at > ctx.now) break
  }
  for (const one of known.values()) if (isOpen(one) && !kept.has(one.targetOn) && isMoot(plan, one, isCurrent)) await drop(ctx, one)
}

/** @returns whether the day is still ahead: one that is done does not keep the next from being armed */
async function aim(
  ctx: Here,
  { id, plan }: StoredReminder,
  { target, next, occurrence }: { target: Day; next: Date | null; occurrence: StoredOccurrence | undefined },
): Promise<boolean> {
  if (occurrence && isOpen(occurrence)) {
    const isOverdue = occurrence.state === 'waiting' && occurrence.dueAt !== null && occurrence.dueAt <= ctx.now
    if (!isOverdue && occurrence.state !== 'snoozed' && occurrence.dueAt?.getTime() !== next?.getTime()) await setDue(occurrence.id, next)
    return true
  }
  if (occurrence && occurrence.state !== 'void') return false
  // The day in the field is near and every step has passed, so nobody was warned of it: at once.
  const due = next ?? (plan.target.kind === 'field' && target >= today(ctx) ? ctx.now : null)
  if (due) await openOccurrence(id, { targetOn: target, dueAt: due })
  return due !== null
}

/** A day of the calendar that was reminded of stays somebody's task after the rule changed; a day that moved is nobody's. */
const isMoot = (plan: ReminderPlan, one: StoredOccurrence, isCurrent: boolean): boolean => !isCurrent || plan.target.kind === 'field' || one.state === 'waiting'

const isOpen = ({ state }: StoredOccurrence): boolean => openStates.some((open) => open === state)

async function drop(ctx: Here, one: StoredOccurrence): Promise<void> {
  await closeOccurrence(one.id, { state: 'void', by: null, at: ctx.now })
  await closeTask(ctx, one.id)
}

/** The reminder is gone, and every day of it. */
export async function disarm(ctx: Here, reminder: StoredReminder): Promise<void> {
  for (const one of await occurrencesOf(reminder.id, { from: '9999-12-31' })) await drop(ctx, one)
}
