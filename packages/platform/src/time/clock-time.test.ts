import fc from 'fast-check'
import { expect, it } from 'vitest'
import { clockAt, momentAt } from './clock-time.ts'
import { addDays } from './day.ts'

it.each([
  ['a winter morning', '2026-01-15', '09:00', '2026-01-15T08:00:00.000Z'],
  ['a summer morning', '2026-07-15', '09:00', '2026-07-15T07:00:00.000Z'],
  ['half past two that spring skips', '2026-03-29', '02:30', '2026-03-29T01:00:00.000Z'],
  ['two that spring skips', '2026-03-29', '02:00', '2026-03-29T01:00:00.000Z'],
  ['three, to which spring skips', '2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
  ['half past two that autumn shows twice: the first', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ['three in that autumn night', '2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
  ['the skip of 2027', '2027-03-28', '02:59', '2027-03-28T01:00:00.000Z'],
  ['the fold of 2027', '2027-10-31', '02:00', '2027-10-31T00:00:00.000Z'],
  ['midnight', '2026-11-25', '00:00', '2026-11-24T23:00:00.000Z'],
])('%s', (_name, day, time, moment) => expect(momentAt(day, time).toISOString()).toBe(moment))

const times = fc.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })

it('shows what was asked for, unless spring skipped it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000 }), times, (count, { hour, minute }) => {
      const day = addDays('2024-01-01', count)
      const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
      const shown = clockAt(momentAt(day, time))
      expect(shown === `${day}T${time}` || (time.startsWith('02:') && shown === `${day}T03:00`)).toBe(true)
    }),
  )
})
