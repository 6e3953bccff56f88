import { businessDaysBefore } from '../time/business-day.ts'
import { momentAt } from '../time/clock-time.ts'
import { addDays, type Day, dayOf } from '../time/day.ts'
import { businessDaysAfter, first, moved, type OffDays, onward, type Recurrence } from '../time/recurrence.ts'

export const leadUnits = ['days', 'businessDays'] as const
type LeadUnit = (typeof leadUnits)[number]

/** Of what a reminder reminds: a day of the calendar, or a field of its document whatever day stands in it. */
export type ReminderTarget = ({ readonly kind: 'calendar' } & Omit<Recurrence, 'offDays'>) | { readonly kind: 'field'; readonly field: string }

export const roles = ['owner', 'supervisor', 'head'] as const
/** Somebody by what they are for the document: its owner, the owner's supervisor, the head of its department. */
export type Role = (typeof roles)[number]

/** `u12`, `g3`, or a role; who that is, is found out when it is sent. */
export type ReminderRecipient = string

/** What a person sets: when, to whom, about what. The browser's preview and the server read it by the same functions. */
export interface ReminderPlan {
  readonly about: string
  readonly target: ReminderTarget
  /** How many days before the day aimed at: 30, 14, 7; after it they are negative. */
  readonly leads: readonly number[]
  readonly leadUnit: LeadUnit
  readonly offDays: OffDays
  /** In Warsaw, `'09:00'`. */
  readonly time: string
  readonly recipients: readonly ReminderRecipient[]
  /** From which reminder of the ladder on the supervisors hear too, counted from one; `null` is never. */
  readonly escalateFrom: number | null
}

/** One sending of a ladder. */
export interface ReminderStep {
  readonly lead: number
  readonly at: Date
}

export const longestLead = 730

/** When is reminded of a day, in order; two that fall on the same business day are one. */
export function stepsOf(plan: Pick<ReminderPlan, 'leads' | 'leadUnit' | 'offDays' | 'time'>, target: Day): ReminderStep[] {
  const steps = plan.leads.map((lead) => ({ lead, day: moved(ledTo(target, lead, plan.leadUnit), plan.offDays) })).sort((a, b) => b.lead - a.lead)
  return steps.filter(({ day }, at) => day !== steps[at + 1]?.day).map(({ lead, day }) => ({ lead, at: momentAt(day, plan.time) }))
}

function ledTo(target: Day, lead: number, unit: LeadUnit): Day {
  if (lead === 0) return target
  if (unit === 'days') return addDays(target, -lead)
  return lead > 0 ? businessDaysBefore(target, lead) : businessDaysAfter(target, -lead)
}

/** The days that a plan aims at, from a day on: of the calendar one after another, or the one that stands in the field. */
export function* targetsOf(plan: Pick<ReminderPlan, 'target' | 'offDays'>, fields: Readonly<Record<string, Day | null>>, from: Day): Generator<Day, void, undefined> {
  if (plan.target.kind === 'calendar') return yield* onward({ ...plan.target, offDays: plan.offDays }, from)
  const day = fields[plan.target.field] ?? null
  if (day !== null && day >= from) yield day
}

/** How far after a day its last reminder may come: two days for each business day, and the longest row of free days. */
export const latestAfter = ({ leads }: Pick<ReminderPlan, 'leads'>): number => Math.max(0, -Math.min(0, ...leads)) * 2 + 14

export interface PlannedReminder extends ReminderStep {
  readonly target: Day
}

/** The next reminders of a plan, in order: what the dialog shows and what will be sent. */
export function plannedReminders(
  plan: Omit<ReminderPlan, 'about' | 'recipients' | 'escalateFrom'>,
  fields: Readonly<Record<string, Day | null>>,
  { now, limit }: { now: Date; limit: number },
): PlannedReminder[] {
  // A daily rule with a long lead: its first days' reminders have passed, so as many days more are looked at.
  const further = Math.max(0, ...plan.leads) * 2
  const targets = first(targetsOf(plan, fields, addDays(dayOf(now), -latestAfter(plan))), limit + further + latestAfter(plan))
  return [...targets]
    .flatMap((target) => stepsOf(plan, target).map((step) => ({ ...step, target })))
    .filter(({ at }) => at > now)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .slice(0, limit)
}
