import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@crm/platform'
import { annexIssues, type AnnexTerms, nextTurn, termsAsOf } from './annex.ts'
import type { ContractRow } from './fields.ts'

const contract = (given: Partial<ContractRow> = {}) =>
  ({ signedOn: '2026-01-02', startsOn: '2026-01-15', termKind: 'fixed', endsOn: '2027-01-14', value: '1000.00', noticeCount: null, noticeUnit: null, ...given }) as ContractRow // the fields that the rule reads
const annex = (given: Partial<AnnexTerms> = {}): AnnexTerms => ({
  number: '1',
  signedOn: '2026-03-01',
  startsOn: '2026-04-01',
  endsOn: null,
  changes: { value: '2000.00' },
  ...given,
})

describe('terms as of a day', () => {
  it('are the contract’s own before an annex and the annex’s from its first day', () => {
    expect(termsAsOf(contract(), [annex()], '2026-03-31').value).toBe('1000.00')
    expect(termsAsOf(contract(), [annex()], '2026-04-01').value).toBe('2000.00')
  })
  it('come back when an annex ends', () => {
    const ending = annex({ endsOn: '2026-06-30' })
    expect(termsAsOf(contract(), [ending], '2026-06-30').value).toBe('2000.00')
    expect(termsAsOf(contract(), [ending], '2026-07-01').value).toBe('1000.00')
  })
  it('come back to the earlier annex when a temporary one over it ends', () => {
    const annexes = [annex(), annex({ number: '2', startsOn: '2026-05-01', endsOn: '2026-05-31', changes: { value: '500.00' } })]
    expect(['2026-04-30', '2026-05-01', '2026-06-01'].map((day) => termsAsOf(contract(), annexes, day).value)).toEqual(['2000.00', '500.00', '2000.00'])
  })
  it('take an annex signed after the day on which it began to count', () =>
    expect(termsAsOf(contract(), [annex({ signedOn: '2026-09-01', startsOn: '2026-02-01' })], '2026-03-01').value).toBe('2000.00'))
  it('may empty a field', () => expect(termsAsOf(contract(), [annex({ changes: { value: null } })], '2026-04-01').value).toBeNull())
})

const days = fc.integer({ min: 0, max: 800 }).map((count) => addDays('2026-01-15', count))
const someAnnexes = fc
  .array(
    fc.record({
      signedOn: days,
      startsOn: days,
      length: fc.option(fc.integer({ min: 0, max: 200 })),
      changes: fc.dictionary(fc.constantFrom('value', 'endsOn', 'period', 'noticeCount'), fc.integer({ min: 0, max: 9 }).map(String), { minKeys: 1 }),
    }),
    { maxLength: 8 },
  )
  .map((list) =>
    list.map(({ length, ...rest }, at): AnnexTerms => ({ ...rest, number: String(at + 1).padStart(2, '0'), endsOn: length === null ? null : addDays(rest.startsOn, length) })),
  )

describe('terms of any annexes', () => {
  it('do not depend on the order of entry', () =>
    fc.assert(
      fc.property(someAnnexes, days, fc.infiniteStream(fc.nat()), (annexes, day, keys) => {
        const shuffled = annexes.map((one) => [keys.next().value, one] as const).sort(([left], [right]) => Number(left) - Number(right))
        expect(
          termsAsOf(
            contract(),
            shuffled.map(([, one]) => one),
            day,
          ),
        ).toEqual(termsAsOf(contract(), annexes, day))
      }),
    ))
  it('change on days that an annex names, and on no other', () =>
    fc.assert(
      fc.property(someAnnexes, days, (annexes, day) => {
        const before = termsAsOf(contract(), annexes, day)
        const after = termsAsOf(contract(), annexes, addDays(day, 1))
        const isTurn = annexes.some((one) => nextTurn(one, day) === addDays(day, 1))
        if (!isTurn) expect(after).toEqual(before)
      }),
    ))
  it('never touch the contract, and equal what the last annex in force says of each field', () =>
    fc.assert(
      fc.property(someAnnexes, days, (annexes, day) => {
        const original = Object.freeze(contract())
        const terms = termsAsOf(original, annexes, day) as unknown as Record<string, unknown>
        for (const field of ['value', 'endsOn', 'period', 'noticeCount'] as const) {
          const rival = annexes
            .filter((one) => field in one.changes && one.startsOn <= day && (one.endsOn === null || one.endsOn >= day))
            .reduce<AnnexTerms | null>(
              (best, one) => (best && `${best.startsOn} ${best.signedOn} ${best.number}` > `${one.startsOn} ${one.signedOn} ${one.number}` ? best : one),
              null,
            )
          expect(terms[field]).toBe(rival ? rival.changes[field] : original[field])
        }
      }),
    ))
})

describe('an annex is refused', () => {
  it.each<[string, Partial<AnnexTerms>, string, string]>([
    ['before the contract was signed', { signedOn: '2026-01-01' }, 'signedOn', 'annex-before-contract'],
    ['when it counts before the contract does', { startsOn: '2026-01-14' }, 'startsOn', 'annex-before-contract'],
    ['when it ends before it begins', { endsOn: '2026-03-31' }, 'endsOn', 'end-before-start'],
    ['without a change', { changes: {} }, 'changes', 'no-change'],
    ['under a number that is there', { number: '7' }, 'number', 'taken'],
    ['when the new end is before the contract’s beginning', { changes: { endsOn: '2026-01-01' } }, 'changes.endsOn', 'end-before-start'],
    ['when it makes the contract renew by nothing', { changes: { termKind: 'tacit' } }, 'changes.renewalMonths', 'required'],
  ])('%s', (_name, given, path, code) => expect(annexIssues(contract(), [annex({ number: '7' })], annex(given))).toContainEqual({ path, code }))
  it('and accepted otherwise', () => expect(annexIssues(contract(), [], annex({ changes: { endsOn: '2028-01-14' } }))).toEqual([]))
})
