import { businessDaysBefore, isBusinessDay } from './business-day.ts'
import { addDays, addMonths, type Day, daysBetween, endOfMonth } from './day.ts'

export const offDayRules = ['keep', 'previous', 'next'] as const
/** What happens to a day that is no business day: it stays, or the nearest business day before or after it takes its place. */
export type OffDays = (typeof offDayRules)[number]

export const weekNumbers = ['first', 'second', 'third', 'fourth', 'last'] as const
type WeekNumber = (typeof weekNumbers)[number]

/** Which day of its month: the number of the first day (kept: the 31st comes back after February), an end, or a weekday counted within the month. */
export type DayInMonth =
  | { readonly kind: 'sameNumber' | 'lastDay' | 'lastBusinessDay' }
  /** Monday is 1, Sunday is 7. */
  | { readonly kind: 'weekday'; readonly week: WeekNumber; readonly weekday: number }

export const monthUnits = ['month', 'quarter', 'year'] as const
type MonthUnit = (typeof monthUnits)[number]

export type Every =
  | { readonly unit: 'once' }
  | { readonly unit: 'day'; readonly step: number }
  | { readonly unit: 'week'; readonly step: number }
  | { readonly unit: MonthUnit; readonly step: number; readonly on: DayInMonth }

/** A rule of days in the calendar of Warsaw. Days are inclusive. */
export interface Recurrence {
  readonly startsOn: Day
  readonly every: Every
  /** No day after it, before off days are moved; `null` goes on. */
  readonly endsOn: Day | null
  /** At most so many days; `null` is without limit. */
  readonly count: number | null
  readonly offDays: OffDays
}

const monthsIn: Record<MonthUnit, number> = { month: 1, quarter: 3, year: 12 }

/** A rule that names days which hardly ever exist ends here instead of turning for ever. */
const walkLimit = 20_000

/**
 * The days of a rule, each once, ascending; without an end or a count it goes on for ever.
 * Two days that are moved to the same business day are one.
 */
export function* recurring(rule: Recurrence): Generator<Day, void, undefined> {
  const { endsOn, count, offDays, every } = rule
  let [given, last] = [0, '']
  for (let turn = 0; turn < walkLimit && given < (count ?? Number.POSITIVE_INFINITY); turn += 1) {
    const plain = plainDay(rule, turn)
    if (endsOn !== null && plain > endsOn) return
    if (plain < rule.startsOn) continue
    const day = moved(plain, offDays)
    if (day > last) {
      yield day
      ;[given, last] = [given + 1, day]
    }
    if (every.unit === 'once') return
  }
}

/** The days of a rule from a day on, one after another. */
export function* onward(rule: Recurrence, from: Day): Generator<Day, void, undefined> {
  // A rule that counts must be walked from its start; any other may begin near the day asked for.
  for (const day of recurring(rule.count === null ? skipped(rule, from) : rule)) if (day >= from) yield day
}

/** The first of them, `limit` at most. */
export const upcoming = (rule: Recurrence, { from, limit }: { from: Day; limit: number }): Day[] => [...first(onward(rule, from), limit)]

/** The first of many, `limit` at most: a rule may go on for ever. */
export function* first<Item>(items: Iterable<Item>, limit: number): Generator<Item, void, undefined> {
  let given = 0
  for (const item of items) {
    if (given >= limit) return
    yield item
    given += 1
  }
}

/** A business day instead of one that is none. */
export function moved(day: Day, rule: OffDays): Day {
  if (rule === 'keep' || isBusinessDay(day)) return day
  if (rule === 'previous') return businessDaysBefore(day, 0)
  let at = day
  while (!isBusinessDay(at)) at = addDays(at, 1)
  return at
}

/** The business day that lies `count` business days after a day; with 0, the day itself or the first business day after it. */
export function businessDaysAfter(day: Day, count: number): Day {
  let at = moved(day, 'next')
  for (let left = count; left > 0; left -= 1) at = moved(addDays(at, 1), 'next')
  return at
}

/** The turn's day before the rule's start, end and off days are looked at. Reckoned from the start each time: adding to a clamped day would lose the 31st for good. */
function plainDay({ startsOn, every }: Recurrence, turn: number): Day {
  if (every.unit === 'once') return startsOn
  if (every.unit === 'day') return addDays(startsOn, turn * every.step)
  if (every.unit === 'week') return addDays(startsOn, turn * every.step * 7)
  const months = turn * every.step * monthsIn[every.unit]
  return every.on.kind === 'sameNumber' ? addMonths(startsOn, months) : dayInMonth(addMonths(`${startsOn.slice(0, 7)}-01`, months), every.on)
}

function dayInMonth(first: Day, on: DayInMonth): Day {
  const last = endOfMonth(first)
  if (on.kind === 'lastBusinessDay') return businessDaysBefore(last, 0)
  if (on.kind !== 'weekday') return last
  if (on.week === 'last') return addDays(last, -((weekdayOf(last) - on.weekday + 7) % 7))
  return addDays(first, ((on.weekday - weekdayOf(first) + 7) % 7) + weekNumbers.indexOf(on.week) * 7)
}

/** Monday is 1. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

/** The same rule, begun so many whole turns later that nothing before the day is lost: off days move by less than the two weeks kept. */
function skipped(rule: Recurrence, from: Day): Recurrence {
  const { every, startsOn } = rule
  if (every.unit !== 'day' && every.unit !== 'week') return rule
  const length = every.step * (every.unit === 'week' ? 7 : 1)
  const turns = Math.floor((daysBetween(startsOn, from) - 14) / length)
  return turns > 0 ? { ...rule, startsOn: addDays(startsOn, turns * length) } : rule
}
