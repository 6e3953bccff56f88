import { describe, expect, it } from 'vitest'
import { readDay, stepDays, stepMonths, weeksOf, writeDay } from './typed-day.ts'

describe('a typed day', () => {
  it.each([
    ['22.11.2026', '2026-11-22'],
    ['2.1.2026', '2026-01-02'],
    [' 22-11-26 ', '2026-11-22'],
    ['22/11', '2025-11-22'],
    ['22 11 2026', '2026-11-22'],
    ['22112026', '2026-11-22'],
    ['221126', '2026-11-22'],
    ['2026-11-22', '2026-11-22'],
    ['29.02.2028', '2028-02-29'],
  ])('%s is %s', (typed, day) => expect(readDay(typed, '2025-06-01')).toBe(day))

  it.each(['29.02.2026', '31.04.2026', '0.1.2026', '22.13.2026', '22.11.026', 'jutro', '', '22.11.2026 r.'])('"%s" is none', (typed) =>
    expect(readDay(typed, '2025-06-01')).toBeNull(),
  )

  it('is written as the office writes it, and left alone when it is none', () => {
    expect([writeDay('2026-11-02'), writeDay('31.02'), writeDay('')]).toEqual(['02.11.2026', '31.02', ''])
  })
})

describe('the calendar', () => {
  it('steps over months, leap days and changes of the clock', () => {
    expect([
      stepDays('2026-03-28', 2),
      stepDays('2027-01-01', -1),
      stepMonths('2027-01-31', 1),
      stepMonths('2028-01-31', 1),
      stepMonths('2026-03-31', -1),
      stepMonths('2026-11-15', 14),
    ]).toEqual(['2026-03-30', '2026-12-31', '2027-02-28', '2028-02-29', '2026-02-28', '2028-01-15'])
  })

  it('shows six weeks from a Monday', () => {
    const weeks = weeksOf('2026-11-22')
    expect([weeks.length, weeks[0]?.[0], weeks[0]?.[6], weeks[5]?.[6]]).toEqual([6, '2026-10-26', '2026-11-01', '2026-12-06'])
  })
})
