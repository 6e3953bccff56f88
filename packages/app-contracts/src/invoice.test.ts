import fc from 'fast-check'
import { addMoney, type Money, money } from '@crm/platform'
import { describe, expect, it } from 'vitest'
import type { ContractRow } from './fields.ts'
import { budgetOf, forecast, type InvoiceEntry, invoicedTotal, invoiceIssues, usedShare } from './invoice.ts'
import { isKsefNumber } from './ksef-number.ts'
import { fromGross, fromNet } from './vat.ts'

const invoice = (given: Partial<InvoiceEntry> = {}): InvoiceEntry => ({
  number: 'FV/1',
  seller: 'Granit',
  ksefNumber: null,
  issuedOn: '2026-11-02',
  dueOn: '2026-11-16',
  paidOn: null,
  net: '100.00',
  vat: '23.00',
  gross: '123.00',
  currency: 'PLN',
  ...given,
})
const terms = (given: Partial<ContractRow> = {}) =>
  ({
    termKind: 'fixed',
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    value: '1000.00',
    period: 'monthly',
    spendLimit: null,
    renewalMonths: null,
    renewalCount: null,
    ...given,
  }) as ContractRow // what the rule reads

describe('VAT', () => {
  it.each([
    ['100.00', 23, '81.30', '18.70'],
    ['34.93', 23, '28.40', '6.53'],
    ['0.01', 23, '0.01', '0.00'],
    ['-100.00', 23, '-81.30', '-18.70'],
  ])('in %s at %i %% leaves %s and %s', (gross, rate, net, vat) => expect(fromGross(gross, rate)).toEqual({ net, vat, gross }))
  it.each([
    ['33.33', 23, '7.67'],
    ['33.34', 23, '7.67'],
    ['0.50', 5, '0.03'],
    ['10.00', 0, '0.00'],
  ])('of %s at %i %% is %s', (net, rate, vat) => expect(fromNet(net, rate)).toEqual({ net, vat, gross: addMoney(net, vat) }))
  it('always adds up, and never oscillates', () =>
    fc.assert(
      fc.property(fc.bigInt({ min: -1_000_000_000_000n, max: 1_000_000_000_000n }), fc.constantFrom(23, 8, 5, 0), (amount, rate) => {
        const made = fromGross(money(amount), rate)
        expect(addMoney(made.net, made.vat)).toBe(made.gross)
        expect(fromGross(made.gross, rate)).toEqual(made)
      }),
    ))
})

it.each([
  ['5265877635-20250826-0100001AF629-AF', true],
  ['5265877635-20250826-0100001AF629-AE', false],
  ['5265877635-20251326-0100001AF629-AF', false],
  ['FV/1/2026', false],
])('knows the number of KSeF %s: %s', (number, isOne) => expect(isKsefNumber(number)).toBe(isOne))

describe('an invoice is refused', () => {
  it.each<[string, Partial<InvoiceEntry>, string, string]>([
    ['that is there already, in any case of letters', { number: 'fv/1', seller: 'GRANIT' }, 'number', 'invoice-taken'],
    ['due before it was issued', { number: '2', dueOn: '2026-11-01' }, 'dueOn', 'due-before-issued'],
    ['whose net and VAT are not its gross', { number: '2', gross: '123.01' }, 'gross', 'net-and-vat'],
    ['with a number that KSeF cannot have given', { number: '2', ksefNumber: '123' }, 'ksefNumber', 'ksef-number'],
  ])('%s', (_name, given, path, code) => expect(invoiceIssues([invoice()], invoice(given))).toEqual([{ path, code }]))
  it('not when another seller uses the same number', () => expect(invoiceIssues([invoice()], invoice({ seller: 'Łąka' }))).toEqual([]))
})

describe('the share of the value used', () => {
  it('counts on the side of the contract and in its currency', () => {
    const invoices = [invoice(), invoice({ number: '2', currency: 'EUR' }), invoice({ number: '3', net: '-40.00', vat: '-9.20', gross: '-49.20' })]
    expect(invoicedTotal({ currency: 'PLN', priceBasis: 'net' }, invoices)).toBe('60.00')
    expect(invoicedTotal({ currency: 'PLN', priceBasis: 'gross' }, invoices)).toBe('73.80')
  })
  it.each<[string, Partial<ContractRow>, Money | null]>([
    ['is of the limit', { spendLimit: '500.00' }, '500.00'],
    ['is of all payments of the term', {}, '12000.00'],
    ['counts a payment that is begun', { endsOn: '2026-12-02' }, '12000.00'],
    ['is of quarters', { period: 'quarterly' }, '4000.00'],
    ['is of the one payment', { period: 'oneOff' }, '1000.00'],
    ['is of nothing for an open contract', { termKind: 'open', endsOn: null }, null],
    ['is of nothing without a value', { value: null }, null],
  ])('%s', (_name, given, budget) => expect(budgetOf(terms(given), '2026-06-01')).toBe(budget))
  it.each<[Money, Money | null, string | null]>([
    ['80.00', '100.00', '80.00'],
    ['1.00', '3.00', '33.33'],
    ['2.00', '3.00', '66.67'],
    ['-5.00', '3.00', '0.00'],
    ['5.00', '0.00', null],
    ['5.00', null, null],
  ])('of %s in %s is %s', (total, budget, share) => expect(usedShare(total, budget)).toBe(share))
})

describe('a forecast', () => {
  const year = { startsOn: '2026-01-01', end: '2026-12-31', today: '2026-04-10' } // the hundredth day
  it('goes on at the pace so far', () => expect(forecast({ ...year, total: '1000.00', budget: '5000.00' })).toEqual({ totalAtEnd: '3650.00', usedUpOn: null }))
  it('tells the day on which the budget is used up', () =>
    expect(forecast({ ...year, total: '1000.00', budget: '2000.00' })).toEqual({ totalAtEnd: '3650.00', usedUpOn: '2026-07-19' }))
  it('is silent in the first month and without invoices', () => {
    expect(forecast({ ...year, today: '2026-01-20', total: '1000.00', budget: null })).toBeNull()
    expect(forecast({ ...year, total: '0.00', budget: null })).toBeNull()
  })
  it('says nothing about the end of an open contract', () => expect(forecast({ ...year, end: null, total: '1000.00', budget: null })).toEqual({ totalAtEnd: null, usedUpOn: null }))
})
