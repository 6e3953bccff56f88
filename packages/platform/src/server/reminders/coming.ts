import { type Day, openStates } from '../../index.ts'
import type { System } from '../context.ts'
import { planOf } from './table.ts'

/** An open day of a reminder as a page of something else shows it. */
export interface ComingReminder {
  readonly document: string
  readonly about: string
  readonly targetOn: Day
}

/** The nearest open reminders of some documents of one kind, which the reader was found to see, and how many there are. */
export async function comingReminders(
  system: System,
  { kind, ids, limit }: { kind: string; ids: readonly number[]; limit: number },
): Promise<{ count: number; lines: ComingReminder[] }> {
  if (ids.length === 0) return { count: 0, lines: [] }
  const from =
    'from platform_reminder_occurrence o join platform_reminder r on r.id = o.reminder_id where r.kind = ? and r.record_id in (?) and r.ended_at is null and o.state in (?)'
  const { read } = system.database
  const [[total], rows] = await Promise.all([
    read.query(`select count(*) ${from}`, [kind, ids, openStates]),
    read.query(`select r.record_id, r.plan, o.target_on ${from} order by o.target_on, o.id limit ?`, [kind, ids, openStates, limit]),
  ])
  return {
    count: Number(total?.[0]),
    lines: rows.map(([id, plan, targetOn]) => ({ document: `${kind}:${Number(id)}`, about: planOf(plan ?? null).about, targetOn: String(targetOn) })),
  }
}
