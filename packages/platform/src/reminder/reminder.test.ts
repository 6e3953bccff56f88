import { describe, expect, it } from 'vitest'
import { plannedReminders, type ReminderPlan, stepsOf } from './reminder.ts'
import { reminderPlanSchema } from './reminder-schema.ts'
import { issuesOfZod } from '../zod-issues.ts'
import { z } from 'zod'

const plan = (given: Partial<ReminderPlan> = {}): ReminderPlan => ({
  about: 'Wypowiedzenie',
  target: { kind: 'field', field: 'decideByOn' },
  leads: [30, 14, 7],
  leadUnit: 'days',
  offDays: 'keep',
  time: '09:00',
  recipients: ['owner'],
  escalateFrom: null,
  ...given,
})
const shown = (given: Partial<ReminderPlan>, target: string) => stepsOf(plan(given), target).map(({ lead, at }) => [lead, at.toISOString()])

describe('a ladder', () => {
  it.each<[string, Partial<ReminderPlan>, [number, string][]]>([
    [
      'of days before',
      {},
      [
        [30, '2026-11-21T08:00:00.000Z'],
        [14, '2026-12-07T08:00:00.000Z'],
        [7, '2026-12-14T08:00:00.000Z'],
      ],
    ],
    [
      'moved to business days',
      { offDays: 'previous' },
      [
        [30, '2026-11-20T08:00:00.000Z'],
        [14, '2026-12-07T08:00:00.000Z'],
        [7, '2026-12-14T08:00:00.000Z'],
      ],
    ],
    [
      'of business days before and after',
      { leads: [2, 0, -5], leadUnit: 'businessDays' },
      [
        [2, '2026-12-17T08:00:00.000Z'],
        [0, '2026-12-21T08:00:00.000Z'],
        [-5, '2026-12-30T08:00:00.000Z'],
      ],
    ],
    ['whose steps meet on one day', { leads: [2, 1], offDays: 'previous' }, [[1, '2026-12-18T08:00:00.000Z']]],
  ])('%s', (_name, given, steps) => expect(shown(given, '2026-12-21')).toEqual(steps))
})

describe('what is planned', () => {
  const now = new Date('2026-11-25T09:00:00Z')
  const planned = (given: Partial<ReminderPlan>, fields = {}, limit = 12) => plannedReminders(plan(given), fields, { now, limit }).map(({ at }) => at.toISOString().slice(0, 16))
  it('is every step that has not passed', () => expect(planned({}, { decideByOn: '2026-12-21' })).toEqual(['2026-12-07T08:00', '2026-12-14T08:00']))
  it('is nothing while the field is empty', () => expect(planned({}, { decideByOn: null })).toEqual([]))
  it('is in order where ladders of two days overlap', () =>
    expect(planned({ target: { kind: 'calendar', startsOn: '2026-11-30', every: { unit: 'week', step: 1 }, endsOn: null, count: null }, leads: [10, 0] }, {}, 5)).toEqual([
      '2026-11-27T08:00',
      '2026-11-30T08:00',
      '2026-12-04T08:00',
      '2026-12-07T08:00',
      '2026-12-11T08:00',
    ]))
  it('is twelve days of a daily rule that begins a year ahead of its day', () =>
    expect(planned({ target: { kind: 'calendar', startsOn: '2026-01-01', every: { unit: 'day', step: 1 }, endsOn: null, count: null }, leads: [365] })).toHaveLength(12))
})

describe('the form', () => {
  it.each<[string, object, string, string]>([
    ['without a subject', { about: '  ' }, 'about', 'required'],
    ['to nobody', { recipients: [] }, 'recipients', 'required'],
    ['to something that is nobody', { recipients: ['x1'] }, 'recipients.0', 'not-a-choice'],
    ['at no time of day', { time: '25:00' }, 'time', 'not-a-time'],
    ['without a lead', { leads: [] }, 'leads', 'required'],
    ['three years ahead', { leads: [1_000] }, 'leads.0', 'out-of-range'],
    ['that escalates after its last step', { escalateFrom: 4 }, 'escalateFrom', 'not-a-choice'],
  ])('%s is refused at its place', (_name, given, path, code) => {
    try {
      reminderPlanSchema.parse({ ...plan(), ...given })
      expect.unreachable()
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error
      expect(issuesOfZod(error)).toMatchObject([{ path, code }])
    }
  })
  it('puts the steps in order, each once', () => expect(reminderPlanSchema.parse(plan({ leads: [7, 30, 7, 14] })).leads).toEqual([30, 14, 7]))
})
