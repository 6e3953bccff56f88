import { type Day, zone } from './day.ts'

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** What a clock in Warsaw shows at a moment, `2026-03-29T03:00`. */
export function clockAt(moment: Date): string {
  const parts = Object.fromEntries(clock.formatToParts(moment).map((part) => [part.type, part.value]))
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`
}

const hourMs = 3_600_000

/**
 * The moment at which a clock in Warsaw shows a time, `'02:30'`. A time that spring skips is the moment at which it is skipped;
 * of a time that autumn shows twice, the first.
 */
export function momentAt(day: Day, time: string): Date {
  const shown = `${day}T${time}`
  const asUtc = new Date(`${shown}:00.000Z`).getTime()
  const [summer, winter] = [new Date(asUtc - 2 * hourMs), new Date(asUtc - hourMs)]
  if (clockAt(summer) === shown) return summer
  return clockAt(winter) === shown ? winter : new Date(Math.floor(winter.getTime() / hourMs) * hourMs)
}

/** Whether the text is a time of day, `'09:00'`. */
export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
