/** A legal day without zone, `'2026-11-22'`, as the calendar in Warsaw shows it. */
export type Day = string

/** The zone of the office: legal days, the clock of screens and of schedules. */
export const zone = 'Europe/Warsaw'

const warsaw = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })

/** The day in Warsaw at a moment. Put together from its parts: engines do not agree on how a locale writes a date. */
export function dayOf(moment: Date): Day {
  const parts = Object.fromEntries(warsaw.formatToParts(moment).map((part) => [part.type, part.value]))
  return `${parts.year}-${parts.month}-${parts.day}`
}

/** Whether the text is a day that exists: `2026-02-29` is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = utc(text)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

export function addDays(day: Day, count: number): Day {
  const at = utc(day)
  at.setUTCDate(at.getUTCDate() + count)
  return format(at)
}

/**
 * The same-numbered day some months away, clamped to the month's end: 31 January + 1 month is 28 February.
 *
 * @see Civil Code art. 112
 */
export function addMonths(day: Day, count: number): Day {
  const at = utc(day)
  const number = at.getUTCDate()
  at.setUTCDate(1)
  at.setUTCMonth(at.getUTCMonth() + count)
  at.setUTCDate(Math.min(number, lastNumber(at)))
  return format(at)
}

/** The last day of the day's month. */
export function endOfMonth(day: Day): Day {
  const at = utc(day)
  at.setUTCDate(lastNumber(at))
  return format(at)
}

export function endOfQuarter(day: Day): Day {
  const month = Number(day.slice(5, 7))
  return endOfMonth(addMonths(`${day.slice(0, 7)}-01`, (3 - (month % 3)) % 3))
}

/** How many days lie between; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000)

const utc = (day: Day) => new Date(`${day}T00:00:00.000Z`)
const format = (at: Date) => at.toISOString().slice(0, 10)
const lastNumber = (at: Date) => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()

/** The moment at which a day begins in Warsaw: one or two hours before midnight UTC. */
export function startOfDay(day: Day): Date {
  const summer = new Date(utc(day).getTime() - 2 * 3_600_000)
  return dayOf(summer) === day ? summer : new Date(utc(day).getTime() - 3_600_000)
}
