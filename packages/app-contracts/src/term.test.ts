import { describe, expect, it } from 'vitest'
import { decideBy, type Notice, nextEnd, noticeDeadline, type Term, valuePerYear } from './term.ts'

const term = (given: Partial<Term>): Term => ({ kind: 'fixed', endsOn: '2026-12-31', renewalMonths: null, renewalCount: null, ...given })

describe('next end', () => {
  it.each<[string, Partial<Term>, string, string | null]>([
    ['is the end of a fixed term', {}, '2026-01-01', '2026-12-31'],
    ['stays in the past for a fixed term', {}, '2028-01-01', '2026-12-31'],
    ['does not exist without an end', { kind: 'open', endsOn: null }, '2026-01-01', null],
    ['is the first end on that very day', { kind: 'tacit', renewalMonths: 12 }, '2026-12-31', '2026-12-31'],
    ['moves by one renewal on the day after', { kind: 'tacit', renewalMonths: 12 }, '2027-01-01', '2027-12-31'],
    ['moves by as many renewals as have passed', { kind: 'tacit', endsOn: '2020-03-31', renewalMonths: 3 }, '2026-11-24', '2026-12-31'],
    ['stops after the last renewal', { kind: 'tacit', renewalMonths: 12, renewalCount: 2 }, '2040-01-01', '2028-12-31'],
    ['waits for a written renewal', { kind: 'express', renewalMonths: 12 }, '2027-06-01', '2026-12-31'],
    ['keeps the month end through February', { kind: 'tacit', endsOn: '2025-12-31', renewalMonths: 1 }, '2026-02-10', '2026-02-28'],
    ['and after it', { kind: 'tacit', endsOn: '2025-12-31', renewalMonths: 1 }, '2026-03-10', '2026-03-31'],
    ['clamps the 30th in February only', { kind: 'tacit', endsOn: '2026-01-29', renewalMonths: 1 }, '2026-03-10', '2026-03-29'],
    ['knows 29 February', { kind: 'tacit', endsOn: '2024-02-29', renewalMonths: 12 }, '2028-01-01', '2028-02-29'],
  ])('%s', (_name, given, today, end) => expect(nextEnd(term(given), today)).toBe(end))
})

describe('notice deadline', () => {
  it.each<[string, string, Notice, string]>([
    ['counts days', '2026-12-31', { count: 30, unit: 'days' }, '2026-12-01'],
    ['counts months', '2026-12-31', { count: 3, unit: 'months' }, '2026-09-30'],
    ['is the latest day whose month is over', '2026-02-28', { count: 1, unit: 'months' }, '2026-01-31'],
    ['keeps the day within longer months', '2026-05-15', { count: 2, unit: 'months' }, '2026-03-15'],
    ['to a month end goes back to one', '2026-12-15', { count: 1, unit: 'monthEnd' }, '2026-10-31'],
    ['to a month end takes the end itself', '2026-12-31', { count: 1, unit: 'monthEnd' }, '2026-11-30'],
    ['to a quarter end goes back to one', '2026-11-30', { count: 3, unit: 'quarterEnd' }, '2026-06-30'],
    ['to a quarter end takes the end itself', '2026-12-31', { count: 3, unit: 'quarterEnd' }, '2026-09-30'],
    ['of zero is the end', '2026-12-31', { count: 0, unit: 'days' }, '2026-12-31'],
  ])('%s', (_name, end, notice, deadline) => expect(noticeDeadline(end, notice)).toBe(deadline))
})

it('leaves five business days for the letter', () => expect(decideBy('2026-12-31')).toBe('2026-12-22'))
it.each([
  ['monthly', '12006.00'],
  ['quarterly', '4002.00'],
  ['yearly', '1000.50'],
  ['oneOff', null],
] as const)('values a year paid %s', (period, value) => expect(valuePerYear('1000.50', period)).toBe(value))
