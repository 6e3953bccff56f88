import { expect, it } from 'vitest'
import { businessDaysBefore, isHoliday } from './business-day.ts'

it.each(['2026-04-05', '2026-04-06', '2026-05-24', '2026-06-04', '2026-11-11', '2025-12-24'])('%s is free by law', (day) => expect(isHoliday(day)).toBe(true))
it.each(['2024-12-24', '2026-04-07', '2026-11-12'])('%s is not', (day) => expect(isHoliday(day)).toBe(false))

it.each([
  ['2026-11-13', 2, '2026-11-10'],
  ['2026-11-15', 0, '2026-11-13'],
  ['2027-01-04', 5, '2026-12-23'],
])('%s less %i business days is %s', (day, count, before) => expect(businessDaysBefore(day, count)).toBe(before))
