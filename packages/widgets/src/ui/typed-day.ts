/** Days as `2026-11-22`, without a zone; the calendar below counts in UTC so that no clock change moves one. */
const at = (iso: string) => new Date(`${iso}T00:00:00.000Z`)
const iso = (date: Date) => date.toISOString().slice(0, 10)
const two = (number: number | string) => String(number).padStart(2, '0')

/**
 * What somebody typed as a day: `22.11.2026`, `22-11-26`, `22/11`, `22112026`, `2026-11-22`.
 *
 * @returns the day as `2026-11-22`; `null` for what is no day
 */
export function readDay(typed: string, today: string): string | null {
  const text = typed.trim()
  const found =
    /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/.exec(text) ??
    /^(?<day>\d{1,2})[./\- ](?<month>\d{1,2})(?:[./\- ](?<year>\d{4}|\d{2}))?\.?$/.exec(text) ??
    /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4}|\d{2})$/.exec(text)
  if (!found?.groups) return null
  const { year = today.slice(0, 4), month = '', day = '' } = found.groups
  const full = `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}`
  const date = at(full)
  return !Number.isNaN(date.getTime()) && iso(date) === full ? full : null
}

/** `22.11.2026`; what is no day stays as it was typed. */
export function writeDay(day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  return parts ? `${parts[3]}.${parts[2]}.${parts[1]}` : day
}

export function stepDays(day: string, count: number): string {
  const date = at(day)
  date.setUTCDate(date.getUTCDate() + count)
  return iso(date)
}

/** The same number in another month, or that month's last. */
export function stepMonths(day: string, count: number): string {
  const [year = 0, month = 1, number = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + count, 0))
  return iso(new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(number, last.getUTCDate()))))
}

/** The six weeks that show a month, Mondays first. */
export function weeksOf(day: string): string[][] {
  const first = `${day.slice(0, 7)}-01`
  const start = stepDays(first, -((at(first).getUTCDay() + 6) % 7))
  return Array.from({ length: 6 }, (_row, week) => Array.from({ length: 7 }, (_cell, weekday) => stepDays(start, week * 7 + weekday)))
}
