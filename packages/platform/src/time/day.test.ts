import { expect, it } from 'vitest'
import { addDays, addMonths, dayOf, daysBetween, endOfMonth, endOfQuarter, isDay } from './day.ts'

it.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-11-22', 3, '2027-02-22'],
])('%s and %i months is %s', (from, months, to) => expect(addMonths(from, months)).toBe(to))

it('knows days that exist', () => {
  expect(isDay('2028-02-29')).toBe(true)
  for (const wrong of ['2026-02-29', '2026-13-01', '22.11.2026', '']) expect(isDay(wrong)).toBe(false)
})

it('does not slip at the change of the clock', () => {
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
})

it('takes the day from Warsaw, not from Greenwich', () => expect(dayOf(new Date('2026-11-22T23:30:00Z'))).toBe('2026-11-23'))

it('ends months and quarters', () => {
  expect(endOfMonth('2026-02-10')).toBe('2026-02-28')
  expect([endOfQuarter('2026-01-31'), endOfQuarter('2026-06-30'), endOfQuarter('2026-11-01')]).toEqual(['2026-03-31', '2026-06-30', '2026-12-31'])
})
