import { expect, it } from 'vitest'
import type { ReminderPlan } from './reminder.ts'
import { sayPlan } from './say-reminder.ts'

const plan = (given: Partial<ReminderPlan>): ReminderPlan => ({
  about: 'x',
  target: { kind: 'field', field: 'decideByOn' },
  leads: [0],
  leadUnit: 'days',
  offDays: 'keep',
  time: '09:00',
  recipients: ['owner'],
  escalateFrom: null,
  ...given,
})
const rule = (every: Extract<ReminderPlan['target'], { kind: 'calendar' }>['every'], more: object = {}): ReminderPlan['target'] => ({
  kind: 'calendar',
  startsOn: '2026-01-31',
  endsOn: null,
  count: null,
  every,
  ...more,
})

it.each<[Partial<ReminderPlan>, string, string]>([
  [
    { target: rule({ unit: 'month', step: 3, on: { kind: 'lastBusinessDay' } }), leads: [30, 14, 7] },
    'co 3 miesiące, ostatniego dnia roboczego, od 2026-01-31, 30/14/7 dni przed, o 9:00',
    'every 3 months, on the last business day, from 2026-01-31, 30/14/7 days before, at 9:00',
  ],
  [{ target: rule({ unit: 'once' }) }, 'raz, 2026-01-31, o 9:00', 'once, 2026-01-31, at 9:00'],
  [
    { leads: [1, 0, -5], leadUnit: 'businessDays' },
    'według pola „decideByOn”, dzień roboczy przed, w tym dniu, 5 dni roboczych po, o 9:00',
    'by the field “decideByOn”, a business day before, on the day, 5 business days after, at 9:00',
  ],
  [
    { target: rule({ unit: 'month', step: 1, on: { kind: 'weekday', week: 'second', weekday: 3 } }, { count: 22 }), offDays: 'previous' },
    'co miesiąc, w drugą środę, od 2026-01-31, 22 razy, z dnia wolnego na poprzedni roboczy, o 9:00',
    'monthly, on the second Wednesday, from 2026-01-31, 22 times, from a free day to the business day before, at 9:00',
  ],
  [
    { target: rule({ unit: 'year', step: 5, on: { kind: 'sameNumber' } }, { endsOn: '2041-01-01' }) },
    'co 5 lat, 31 stycznia, od 2026-01-31, do 2041-01-01, o 9:00',
    'every 5 years, on 31 January, from 2026-01-31, until 2041-01-01, at 9:00',
  ],
  [
    { target: rule({ unit: 'month', step: 1, on: { kind: 'sameNumber' } }), time: '14:30' },
    'co miesiąc, 31. dnia, od 2026-01-31, o 14:30',
    'monthly, on day 31, from 2026-01-31, at 14:30',
  ],
])('says a plan', (given, pl, en) => {
  const say = (language: 'pl' | 'en') => sayPlan(plan(given), { language, dayWords: (day) => day, fieldName: (field) => field })
  expect([say('pl'), say('en')]).toEqual([pl, en])
})
