import { addDays, type Day, dayOf } from '../index.ts'

/** The first moment after a day in Warsaw, whose midnight is one or two hours before that of UTC. */
export function endOfDay(day: Day): Date {
  const next = addDays(day, 1)
  const early = new Date(`${day}T22:00:00Z`)
  return dayOf(early) === next ? early : new Date(`${day}T23:00:00Z`)
}
