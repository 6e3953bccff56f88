import type { Day } from '@crm/platform'
import { type AnnexTerms, termsAsOf } from './annex.ts'
import type { ContractRow } from './fields.ts'
import { budgetOf, type InvoiceEntry, invoicedTotal, usedShare } from './invoice.ts'
import { termDates } from './term-dates.ts'

/** What is kept beside a contract and decides its computed fields. */
export interface Beside {
  readonly annexes: readonly AnnexTerms[]
  readonly invoices: readonly InvoiceEntry[]
}

/** The computed fields of a contract with everything that hangs on it, as they stand today. */
export function contractDates(row: ContractRow, today: Day, beside: Beside | undefined) {
  const terms = termsAsOf(row, beside?.annexes ?? [], today)
  const total = beside && beside.invoices.length > 0 ? invoicedTotal(terms, beside.invoices) : null
  return { ...termDates(terms, today), invoicedTotal: total, usedShare: total === null ? null : usedShare(total, budgetOf(terms, today)) }
}
