import { addDays, addMoney, daysBetween, type Day, grosze, type Issue, type Money, timesMoney } from '@crm/platform'
import type { ContractRow } from './fields.ts'
import { isKsefNumber } from './ksef-number.ts'
import { nextEnd } from './term.ts'

/** What is noted of an invoice that belongs to a contract. Days in Europe/Warsaw; a correction that lowers has amounts below zero. */
export interface InvoiceEntry {
  readonly number: string
  readonly seller: string
  readonly ksefNumber: string | null
  readonly issuedOn: Day
  readonly dueOn: Day
  readonly paidOn: Day | null
  readonly net: Money
  readonly vat: Money
  readonly gross: Money
  readonly currency: string
}

export interface Invoice extends InvoiceEntry {
  readonly id: number
  readonly version: number
}

/** What is wrong with an invoice, each at its field. */
export function invoiceIssues(others: readonly InvoiceEntry[], invoice: InvoiceEntry): Issue[] {
  const issues: Issue[] = []
  const isSame = (other: InvoiceEntry) => other.number.toLowerCase() === invoice.number.toLowerCase() && other.seller.toLowerCase() === invoice.seller.toLowerCase()
  if (others.some(isSame)) issues.push({ path: 'number', code: 'invoice-taken' })
  if (invoice.ksefNumber !== null && !isKsefNumber(invoice.ksefNumber)) issues.push({ path: 'ksefNumber', code: 'ksef-number' })
  else if (invoice.ksefNumber !== null && others.some((other) => other.ksefNumber === invoice.ksefNumber)) issues.push({ path: 'ksefNumber', code: 'invoice-taken' })
  if (invoice.dueOn < invoice.issuedOn) issues.push({ path: 'dueOn', code: 'due-before-issued' })
  if (addMoney(invoice.net, invoice.vat) !== invoice.gross) issues.push({ path: 'gross', code: 'net-and-vat' })
  return issues
}

type Counted = Pick<ContractRow, 'currency' | 'priceBasis'>

/** The sum on the side on which the contract's own value is agreed; invoices in another currency are no part of it. */
export const invoicedTotal = (contract: Counted, invoices: readonly InvoiceEntry[]): Money =>
  invoices.filter((invoice) => invoice.currency === contract.currency).reduce((sum, invoice) => addMoney(sum, contract.priceBasis === 'net' ? invoice.net : invoice.gross), '0.00')

const monthsOf = { monthly: 1, quarterly: 3, yearly: 12 } as const

/** What may be spent: the limit where there is one, else the value over the whole term; `null` where neither says. */
export function budgetOf(terms: ContractRow, today: Day): Money | null {
  if (terms.spendLimit !== null) return terms.spendLimit
  if (terms.value === null) return null
  if (terms.period === 'oneOff') return terms.value
  const end = nextEnd({ kind: terms.termKind, endsOn: terms.endsOn, renewalMonths: terms.renewalMonths, renewalCount: terms.renewalCount }, today)
  return end && timesMoney(terms.value, periodsBetween(terms.startsOn, end, monthsOf[terms.period]))
}

/** Payments that fall within the days; one that is begun is due. */
function periodsBetween(startsOn: Day, end: Day, months: number): number {
  const [from, until] = [startsOn, addDays(end, 1)].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) + Number(day.slice(8)) / 32)
  return Math.max(1, Math.ceil(((until ?? 0) - (from ?? 0)) / months))
}

const greatestShare = 99_999_999n

/** Hundredths of a percent, half up, as `'80.25'`; nothing can be a share of nothing. */
export function usedShare(total: Money, budget: Money | null): string | null {
  if (budget === null || grosze(budget) <= 0n) return null
  const spent = grosze(total) < 0n ? 0n : grosze(total)
  const share = (spent * 20_000n + grosze(budget)) / (grosze(budget) * 2n)
  const digits = (share > greatestShare ? greatestShare : share).toString().padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** From this share on the owner is warned. */
export const warningShare = 80

export interface Forecast {
  /** What will have been invoiced by the end at the pace so far; `null` without an end. */
  readonly totalAtEnd: Money | null
  /** The day on which the budget is used up at that pace; `null` when that is not before the end. */
  readonly usedUpOn: Day | null
}

/** Where the pace since the contract began leads. Nothing is foretold from less than a month. */
export function forecast({ total, budget, startsOn, end, today }: { total: Money; budget: Money | null; startsOn: Day; end: Day | null; today: Day }): Forecast | null {
  const passed = daysBetween(startsOn, today) + 1
  if (passed < 30 || grosze(total) <= 0n) return null
  const days = BigInt(passed)
  const whole = end === null ? null : BigInt(daysBetween(startsOn, end) + 1)
  const totalAtEnd = whole === null ? null : end !== null && end <= today ? total : scaled(total, whole, days)
  if (budget === null || grosze(budget) <= 0n) return { totalAtEnd, usedUpOn: null }
  // The budget is used up on the first day at whose end the pace has reached it.
  const until = (grosze(budget) * days + grosze(total) - 1n) / grosze(total)
  const usedUpOn = until > 36_500n ? null : addDays(startsOn, Number(until) - 1)
  return { totalAtEnd, usedUpOn: usedUpOn !== null && (end === null || usedUpOn < end) ? usedUpOn : null }
}

const scaled = (amount: Money, by: bigint, of: bigint): Money => {
  const all = (grosze(amount) * by * 2n + of) / (of * 2n)
  return `${all / 100n}.${String(all % 100n).padStart(2, '0')}`
}
