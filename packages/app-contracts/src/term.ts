import { addDays, addMonths, businessDaysBefore, type Day, endOfMonth, endOfQuarter, type Money, timesMoney } from '@crm/platform'

export const termKinds = ['fixed', 'open', 'tacit', 'express'] as const
type TermKind = (typeof termKinds)[number]

export const noticeUnits = ['days', 'months', 'monthEnd', 'quarterEnd'] as const
type NoticeUnit = (typeof noticeUnits)[number]

export const periods = ['oneOff', 'monthly', 'quarterly', 'yearly'] as const
export type Period = (typeof periods)[number]

/** How long a contract binds. Days are inclusive, in Europe/Warsaw. */
export interface Term {
  readonly kind: TermKind
  /** The last day of the first term; `null` for an open contract. */
  readonly endsOn: Day | null
  /** One tacit renewal; a number of its own, because the first term is often longer. */
  readonly renewalMonths: number | null
  /** How many times it renews by itself; `null` is without limit. */
  readonly renewalCount: number | null
}

export interface Notice {
  readonly count: number
  readonly unit: NoticeUnit
}

/** A letter needs its days: a decision on the deadline itself comes too late. */
const postingDays = 5

/**
 * The day on which the contract ends unless it renews again, as it stands on `today`.
 *
 * @returns the last day of the running term; past its last renewal, the day on which it ended; `null` for an open contract
 */
export function nextEnd(term: Term, today: Day): Day | null {
  if (term.kind === 'open' || !term.endsOn) return null
  if (term.kind !== 'tacit' || !term.renewalMonths) return term.endsOn
  const limit = term.renewalCount ?? Number.POSITIVE_INFINITY
  // Reckoned from the first end each time: adding to a clamped end would lose the 31st for good.
  for (let renewals = 0; ; renewals += 1) {
    const end = endAfter(term.endsOn, renewals * term.renewalMonths)
    if (end >= today || renewals >= limit) return end
  }
}

/** A term in months ends on the day before the same-numbered day. @see Civil Code art. 112 */
const endAfter = (endsOn: Day, months: number): Day => addDays(addMonths(addDays(endsOn, 1), months), -1)

/** The last day on which notice still ends the contract at `end`. */
export function noticeDeadline(end: Day, notice: Notice): Day {
  if (notice.unit === 'days') return addDays(end, -notice.count)
  return monthsBefore(effectiveEnd(end, notice.unit), notice.count)
}

/** Notice "to the end of a month" takes effect on such an end only: the last one that is not after the contract's. */
function effectiveEnd(end: Day, unit: NoticeUnit): Day {
  if (unit === 'monthEnd') return endOfMonth(end) === end ? end : addDays(`${end.slice(0, 7)}-01`, -1)
  if (unit === 'quarterEnd') return endOfQuarter(end) === end ? end : addDays(addMonths(`${endOfQuarter(end).slice(0, 7)}-01`, -2), -1)
  return end
}

/** The latest day from which so many months are over by `end`: 28 February less a month is 31 January. */
function monthsBefore(end: Day, count: number): Day {
  let day = addMonths(end, -count)
  while (addMonths(addDays(day, 1), count) <= end) day = addDays(day, 1)
  return day
}

/** The last safe day to decide: the deadline less the time a letter takes, in business days. */
export const decideBy = (deadline: Day): Day => businessDaysBefore(deadline, postingDays)

const timesPerYear: Record<Exclude<Period, 'oneOff'>, number> = { monthly: 12, quarterly: 4, yearly: 1 }

/** What the contract costs or brings in a year; a one-off payment has no yearly value. */
export const valuePerYear = (value: Money, period: Period): Money | null => (period === 'oneOff' ? null : timesMoney(value, timesPerYear[period]))
