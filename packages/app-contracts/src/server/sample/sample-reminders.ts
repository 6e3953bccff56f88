import { addDays, dayOf, type ReminderPlan } from '@crm/platform'
import { insertReminder, type Writing } from '@crm/platform/server'
import type { AnyRegister } from '@crm/register'
import { findRecord, remindAnew } from '@crm/register/server'
import { defaultReminder } from '../default-reminder.ts'

const plan = (given: Pick<ReminderPlan, 'about' | 'target'> & Partial<ReminderPlan>): ReminderPlan => ({
  leads: [0],
  leadUnit: 'days',
  offDays: 'keep',
  time: '08:00',
  recipients: ['owner'],
  escalateFrom: null,
  ...given,
})

/** Of each kind some: what is due today, what was missed, what recurs. */
const samples = (today: string): readonly ReminderPlan[] => [
  plan({ about: 'Zadzwonić w sprawie cennika', target: { kind: 'calendar', startsOn: today, every: { unit: 'once' }, endsOn: null, count: null }, time: '00:05' }),
  plan({
    about: 'Sprawdzić protokoły odbioru',
    target: { kind: 'calendar', startsOn: addDays(today, -60), every: { unit: 'month', step: 1, on: { kind: 'lastBusinessDay' } }, endsOn: null, count: null },
    leads: [3, 0],
    leadUnit: 'businessDays',
    recipients: ['owner', 'head'],
  }),
  plan({ about: 'Odebrać brakujący załącznik', target: { kind: 'calendar', startsOn: addDays(today, -2), every: { unit: 'once' }, endsOn: null, count: null } }),
  plan({
    about: 'Spotkanie kwartalne z kontrahentem',
    target: { kind: 'calendar', startsOn: addDays(today, -10), every: { unit: 'quarter', step: 1, on: { kind: 'weekday', week: 'second', weekday: 2 } }, endsOn: null, count: 8 },
    leads: [14, 7, 1],
    offDays: 'previous',
    escalateFrom: 3,
  }),
  plan({
    about: 'Przed końcem umowy: zwrot kluczy i kart',
    target: { kind: 'field', field: 'nextEndOn' },
    leads: [60, 14, 3],
    offDays: 'previous',
    recipients: ['owner', 'supervisor'],
  }),
]

/** One contract in so many has a reminder that a person set. */
const every = 9

/** The reminder of each contract with a deadline, and some that people set days ago: the worker sends what was missed since. */
export async function sampleReminders(ctx: Writing, register: AnyRegister, { id, at }: { id: number; at: number }): Promise<void> {
  // As it is after its annexes.
  const record = await findRecord(ctx.system, register, { id, isLocked: true })
  if (!record) return
  await defaultReminder(register).created?.(ctx, record)
  if (at % every !== 0 || record.values.status === 'ended') return
  const all = samples(dayOf(ctx.now))
  const chosen = all[(at / every) % all.length]
  if (!chosen) return
  const recipients = at === 0 ? [...chosen.recipients, `u${ctx.user.id}`] : chosen.recipients
  const daysAgo = { ...ctx, now: new Date(ctx.now.getTime() - 3 * 86_400_000) }
  await insertReminder(daysAgo, { kind: register.id, recordId: id, plan: { ...chosen, recipients } })
  await remindAnew(daysAgo, register, record)
}
