import { z } from 'zod'
import { isTime } from '../time/clock-time.ts'
import { isDay } from '../time/day.ts'
import { offDayRules, weekNumbers } from '../time/recurrence.ts'
import { leadUnits, longestLead, type ReminderPlan, roles } from './reminder.ts'
import type { Schema } from '../schema.ts'

const day = z.string('required').refine(isDay, 'not-a-day')
const whole = (min: number, max: number) =>
  z
    .number('not-a-number')
    .int('not-a-number')
    .superRefine((value, ctx) => {
      if (value < min || value > max) ctx.addIssue({ code: 'custom', message: 'out-of-range', params: { min, max } })
    })
const step = whole(1, 366)
const on = z.union([
  z.strictObject({ kind: z.enum(['sameNumber', 'lastDay', 'lastBusinessDay'], 'not-a-choice') }),
  z.strictObject({ kind: z.literal('weekday'), week: z.enum(weekNumbers, 'not-a-choice'), weekday: whole(1, 7) }),
])
const every = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('once') }),
  z.strictObject({ unit: z.literal('day'), step }),
  z.strictObject({ unit: z.literal('week'), step }),
  z.strictObject({ unit: z.literal('month'), step, on }),
  z.strictObject({ unit: z.literal('quarter'), step, on }),
  z.strictObject({ unit: z.literal('year'), step, on }),
])
const calendar = z
  .strictObject({ kind: z.literal('calendar'), startsOn: day, every, endsOn: day.nullable(), count: whole(1, 1_000).nullable() })
  .refine((one) => one.endsOn === null || one.endsOn >= one.startsOn, { path: ['endsOn'], message: 'end-before-start' })
const target = z.union([calendar, z.strictObject({ kind: z.literal('field'), field: z.string('required').min(1).max(60) })])
const recipient = z.string().regex(new RegExp(`^([ug][1-9]\\d{0,9}|${roles.join('|')})$`), 'not-a-choice')

/** Checks the dialog in the browser and the request at the server. */
export const reminderPlanSchema: Schema<ReminderPlan> = z
  .strictObject({
    about: z.string('required').trim().min(1).max(200),
    target,
    leads: z
      .array(whole(-longestLead, longestLead))
      .min(1)
      .max(10)
      .transform((leads) => [...new Set(leads)].sort((a, b) => b - a)),
    leadUnit: z.enum(leadUnits, 'not-a-choice'),
    offDays: z.enum(offDayRules, 'not-a-choice'),
    time: z.string('required').refine(isTime, 'not-a-time'),
    recipients: z.array(recipient).min(1).max(30),
    escalateFrom: whole(1, 10).nullable(),
  })
  .refine((plan) => plan.escalateFrom === null || plan.escalateFrom <= plan.leads.length, { path: ['escalateFrom'], message: 'not-a-choice' })
