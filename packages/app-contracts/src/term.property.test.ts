import { addDays, addMonths, type Day, endOfMonth, endOfQuarter, isBusinessDay } from '@crm/platform'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { termsAsOf } from './annex.ts'
import { decideBy, type Notice, nextEnd, noticeDeadline, noticeUnits, type Term } from './term.ts'

const days = fc.integer({ min: 0, max: 1_500 }).map((count) => addDays('2023-12-20', count))
const tacit = fc.record({
  kind: fc.constant('tacit' as const),
  endsOn: days,
  renewalMonths: fc.integer({ min: 1, max: 30 }),
  renewalCount: fc.option(fc.integer({ min: 1, max: 12 })),
})
const notices = fc.record({ count: fc.integer({ min: 0, max: 14 }), unit: fc.constantFrom(...noticeUnits) })

/** The end by walking the calendar: one day after another, a month is over when its number comes round, or the month is too short for it. */
function walkedEnd({ endsOn, renewalMonths, renewalCount }: { endsOn: Day; renewalMonths: number; renewalCount: number | null }, today: Day): Day {
  const anchor = Number(addDays(endsOn, 1).slice(8))
  let [end, at, months] = [endsOn, addDays(endsOn, 1), 0]
  for (let renewals = 0; end < today && renewals < (renewalCount ?? 1_000); renewals += 1) {
    for (const until = months + renewalMonths; months < until; ) {
      at = addDays(at, 1)
      if (Number(at.slice(8)) === Math.min(anchor, Number(endOfMonth(at).slice(8)))) months += 1
    }
    end = addDays(at, -1)
  }
  return end
}

/** The deadline by trying one day after another, from the end back. */
function walkedDeadline(end: Day, { count, unit }: Notice): Day {
  const over = (given: Day): Day => {
    if (unit === 'days') return addDays(given, count)
    const months = addMonths(given, count)
    return unit === 'monthEnd' ? endOfMonth(months) : unit === 'quarterEnd' ? endOfQuarter(months) : months
  }
  let day = end
  while (over(day) > end) day = addDays(day, -1)
  return day
}

describe('a term that renews by itself', () => {
  it('ends where a walk through the calendar ends', () => fc.assert(fc.property(tacit, days, (term, today) => void expect(nextEnd(term, today)).toBe(walkedEnd(term, today)))))
  it('is never over while it may renew again', () =>
    fc.assert(
      fc.property(tacit, days, (term, today) => {
        const end = nextEnd(term, today)
        if (term.renewalCount === null) expect(end !== null && end >= today).toBe(true)
      }),
    ))
  it('never ends earlier as days pass', () =>
    fc.assert(fc.property(tacit, days, fc.nat(900), (term, today, later) => void expect(String(nextEnd(term, addDays(today, later))) >= String(nextEnd(term, today))).toBe(true))))
})

describe('notice', () => {
  it('has the deadline that trying day by day finds', () =>
    fc.assert(fc.property(days, notices, (end, notice) => void expect(noticeDeadline(end, notice)).toBe(walkedDeadline(end, notice)))))
  it('is never later than the end, and longer notice never has a later deadline', () =>
    fc.assert(
      fc.property(days, notices, (end, notice) => {
        expect(noticeDeadline(end, notice) <= end).toBe(true)
        expect(noticeDeadline(end, { ...notice, count: notice.count + 1 }) <= noticeDeadline(end, notice)).toBe(true)
      }),
    ))
  it('is decided on a business day that is not later than the deadline', () =>
    fc.assert(
      fc.property(days, (deadline) => {
        expect(decideBy(deadline) <= deadline).toBe(true)
        expect(isBusinessDay(decideBy(deadline))).toBe(true)
      }),
    ))
})

describe('an annex over a term', () => {
  const row = { termKind: 'tacit', endsOn: '2026-01-30', renewalMonths: 1, renewalCount: null } as const
  const termOf = ({ termKind, ...rest }: Omit<typeof row, 'termKind' | 'endsOn'> & { termKind: Term['kind']; endsOn: Day | null }): Term => ({ kind: termKind, ...rest })
  const annex = (given: object) => ({ number: '1', signedOn: '2026-02-01', startsOn: '2026-02-01', endsOn: null, changes: {}, ...given })

  it('from 31 January through February and March loses no day', () =>
    expect(['2026-02-15', '2026-03-15', '2026-04-15'].map((today) => nextEnd(termOf(row), today))).toEqual(['2026-02-27', '2026-03-30', '2026-04-29']))
  it('ends it early', () => {
    const early = annex({ changes: { termKind: 'fixed', endsOn: '2026-05-10' } })
    expect(nextEnd(termOf(termsAsOf(row, [early], '2026-06-01')), '2026-06-01')).toBe('2026-05-10')
  })
  it('prolongs it, also when it is signed after the day from which it counts', () => {
    const late = annex({ signedOn: '2026-09-01', startsOn: '2026-02-01', changes: { termKind: 'fixed', endsOn: '2028-02-29' } })
    expect(nextEnd(termOf(termsAsOf(row, [late], '2026-03-01')), '2026-03-01')).toBe('2028-02-29')
  })
  it('renews a contract that is renewed by annexes only', () => {
    const express = { ...row, termKind: 'express' as const }
    expect(nextEnd(termOf(termsAsOf(express, [annex({ changes: { endsOn: '2027-01-30' } })], '2026-03-01')), '2026-03-01')).toBe('2027-01-30')
  })
})
