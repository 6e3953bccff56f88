import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBusinessDay, isHoliday } from './business-day.ts'
import { addDays, type Day, endOfMonth } from './day.ts'
import { businessDaysAfter, type DayInMonth, moved, offDayRules, type Recurrence, recurring, upcoming, weekdayOf, weekNumbers } from './recurrence.ts'

const rule = (given: Partial<Recurrence>): Recurrence => ({ startsOn: '2026-01-31', every: { unit: 'once' }, endsOn: null, count: null, offDays: 'keep', ...given })
const take = (given: Partial<Recurrence>, limit: number) => upcoming(rule(given), { from: '0001-01-01', limit })
const monthly = (on: DayInMonth, step = 1) => ({ unit: 'month', step, on }) as const

describe('a recurring day', () => {
  it.each<[string, Partial<Recurrence>, Day[]]>([
    ['once', {}, ['2026-01-31']],
    ['monthly from the 31st keeps its number', { every: monthly({ kind: 'sameNumber' }) }, ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']],
    ['monthly from the 30th', { startsOn: '2026-01-30', every: monthly({ kind: 'sameNumber' }) }, ['2026-01-30', '2026-02-28', '2026-03-30']],
    [
      'yearly from 29 February',
      { startsOn: '2024-02-29', every: { unit: 'year', step: 1, on: { kind: 'sameNumber' } } },
      ['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29'],
    ],
    ['quarterly', { startsOn: '2025-11-30', every: { unit: 'quarter', step: 1, on: { kind: 'sameNumber' } } }, ['2025-11-30', '2026-02-28', '2026-05-30']],
    ['every three months on the last business day', { every: monthly({ kind: 'lastBusinessDay' }, 3) }, ['2026-04-30', '2026-07-31', '2026-10-30', '2027-01-29']],
    ['on the last day', { startsOn: '2026-02-10', every: monthly({ kind: 'lastDay' }) }, ['2026-02-28', '2026-03-31', '2026-04-30']],
    ['second Tuesday', { startsOn: '2026-01-01', every: monthly({ kind: 'weekday', week: 'second', weekday: 2 }) }, ['2026-01-13', '2026-02-10', '2026-03-10']],
    ['last Friday', { startsOn: '2026-01-01', every: monthly({ kind: 'weekday', week: 'last', weekday: 5 }) }, ['2026-01-30', '2026-02-27', '2026-03-27']],
    ['second Tuesday that has passed in the first month', { startsOn: '2026-01-14', every: monthly({ kind: 'weekday', week: 'second', weekday: 2 }) }, ['2026-02-10']],
    ['a count', { every: { unit: 'week', step: 2 }, count: 3 }, ['2026-01-31', '2026-02-14', '2026-02-28']],
    ['an end, inclusive', { every: { unit: 'day', step: 10 }, endsOn: '2026-02-20' }, ['2026-01-31', '2026-02-10', '2026-02-20']],
    ['26 December before a free day', { startsOn: '2026-12-26', offDays: 'previous' }, ['2026-12-23']],
    ['26 December after free days', { startsOn: '2026-12-26', offDays: 'next' }, ['2026-12-28']],
    ['3 May 2026, a Sunday, before', { startsOn: '2026-05-03', offDays: 'previous' }, ['2026-04-30']],
    ['3 May 2026, a Sunday, after', { startsOn: '2026-05-03', offDays: 'next' }, ['2026-05-04']],
    ['3 May 2027, a holiday, before', { startsOn: '2027-05-03', offDays: 'previous' }, ['2027-04-30']],
    ['3 May 2027, a holiday, after', { startsOn: '2027-05-03', offDays: 'next' }, ['2027-05-04']],
    ['daily over a weekend is one Monday', { startsOn: '2026-11-27', every: { unit: 'day', step: 1 }, offDays: 'next' }, ['2026-11-27', '2026-11-30', '2026-12-01']],
  ])('%s', (_name, given, days) => expect(take(given, days.length)).toEqual(days))

  it('of a count ends with it', () => expect([...recurring(rule({ every: { unit: 'day', step: 1 }, count: 2 }))]).toEqual(['2026-01-31', '2026-02-01']))
  it('is found far from its start', () =>
    expect(upcoming(rule({ startsOn: '1990-01-01', every: { unit: 'day', step: 3 } }), { from: '2026-11-24', limit: 2 })).toEqual(['2026-11-24', '2026-11-27']))
})

it('knows the fourteen days free by law of 2026 and 2027', () => {
  for (const year of [2026, 2027]) {
    const days = Array.from({ length: 365 }, (_, at) => addDays(`${year}-01-01`, at)).filter(isHoliday)
    expect(days.length).toBe(14)
    expect(days).toContain(`${year}-12-24`)
    expect(days).not.toContain(`${year}-05-02`)
  }
})

it.each([
  ['2026-11-13', 2, '2026-11-17'],
  ['2026-11-14', 0, '2026-11-16'],
  ['2026-12-23', 5, '2027-01-04'],
])('%s and %i business days is %s', (day, count, after) => expect(businessDaysAfter(day, count)).toBe(after))

const days = fc.integer({ min: 0, max: 1_200 }).map((count) => addDays('2023-12-20', count))
const inMonth: fc.Arbitrary<DayInMonth> = fc.oneof(
  fc.constantFrom<DayInMonth>({ kind: 'sameNumber' }, { kind: 'lastDay' }, { kind: 'lastBusinessDay' }),
  fc.record({ kind: fc.constant('weekday' as const), week: fc.constantFrom(...weekNumbers), weekday: fc.integer({ min: 1, max: 7 }) }),
)
const every = fc.oneof(
  fc.record({ unit: fc.constantFrom('day', 'week'), step: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ unit: fc.constantFrom('month', 'quarter', 'year'), step: fc.integer({ min: 1, max: 5 }), on: inMonth }),
) as fc.Arbitrary<Recurrence['every']>

/** The same rule by walking every day of the calendar and asking whether it is one of its days. */
function walked({ startsOn, every, endsOn, count, offDays }: Recurrence, until: Day): Day[] {
  const found: Day[] = []
  let months = 0
  for (let [day, at] = [startsOn, 0]; day <= until && (endsOn === null || day <= endsOn); [day, at] = [addDays(day, 1), at + 1]) {
    if (at > 0 && day.endsWith('-01')) months += 1
    if (!isOne(day, { at, months })) continue
    const on = moved(day, offDays)
    if (!found.includes(on)) found.push(on)
    if (found.length === count) break
  }
  return found

  function isOne(day: Day, { at, months }: { at: number; months: number }): boolean {
    if (every.unit === 'once') return at === 0
    if (every.unit === 'day') return at % every.step === 0
    if (every.unit === 'week') return at % (7 * every.step) === 0
    if (months % (every.step * { month: 1, quarter: 3, year: 12 }[every.unit]) !== 0) return false
    const { on } = every
    const number = Number(day.slice(8))
    const last = Number(endOfMonth(day).slice(8))
    if (on.kind === 'weekday') return weekdayOf(day) === on.weekday && (on.week === 'last' ? number + 7 > last : Math.ceil(number / 7) === weekNumbers.indexOf(on.week) + 1)
    if (on.kind === 'sameNumber') return number === Math.min(Number(startsOn.slice(8)), last)
    if (on.kind === 'lastDay') return number === last
    return isBusinessDay(day) && !Array.from({ length: last - number }, (_, more) => addDays(day, more + 1)).some((later) => isBusinessDay(later))
  }
}

it('finds the days that a walk over the calendar finds', () => {
  const until = '2031-12-31'
  fc.assert(
    fc.property(
      fc.record({ startsOn: days, every, endsOn: fc.option(days), count: fc.option(fc.integer({ min: 1, max: 9 })), offDays: fc.constantFrom(...offDayRules) }),
      days,
      (given, from) => {
        const naive = walked(given, until)
        const limit = Math.max(1, Math.min(naive.length - 1, 60)) // the walk's last day may be cut off
        expect(upcoming(given, { from: '0001-01-01', limit }).slice(0, limit)).toEqual(naive.slice(0, limit))
        const later = naive.filter((day) => day >= from).slice(0, 5)
        if (later.length === 5) expect(upcoming(given, { from, limit: 5 })).toEqual(later)
      },
    ),
    { numRuns: 400 },
  )
})
