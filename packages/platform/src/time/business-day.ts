import { addDays, type Day } from './day.ts'

const fixed = ['01-01', '01-06', '05-01', '05-03', '08-15', '11-01', '11-11', '12-25', '12-26']

/** Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher). */
function computeEaster(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const number = ((h + l - 7 * m + 114) % 31) + 1
  return `${year}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`
}

const easters = new Map<number, Day>()

function easter(year: number): Day {
  const known = easters.get(year)
  if (known) return known
  const made = computeEaster(year)
  easters.set(year, made)
  return made
}

/**
 * Whether the day is free by law.
 *
 * @see Act of 18 January 1951 on days free from work; Christmas Eve since 2025
 */
export function isHoliday(day: Day): boolean {
  const year = Number(day.slice(0, 4))
  const number = day.slice(5)
  if (fixed.includes(number) || (number === '12-24' && year >= 2025)) return true
  const sunday = easter(year)
  return [0, 1, 49, 60].some((offset) => addDays(sunday, offset) === day)
}

export function isBusinessDay(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !isHoliday(day)
}

/** The business day that lies `count` business days before a day; with 0, the day itself or the last business day before it. */
export function businessDaysBefore(day: Day, count: number): Day {
  let at = day
  while (!isBusinessDay(at)) at = addDays(at, -1)
  for (let left = count; left > 0; left -= 1) {
    do at = addDays(at, -1)
    while (!isBusinessDay(at))
  }
  return at
}
