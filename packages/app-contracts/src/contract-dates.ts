import type { Day } from '@crm/platform'
import { type AnnexTerms, termsAsOf } from './annex.ts'
import type { ContractRow } from './fields.ts'
import { termDates } from './term-dates.ts'

/** What is kept beside a contract and decides its computed fields. */
export interface Beside {
  readonly annexes: readonly AnnexTerms[]
}

/** The computed fields of a contract with everything that hangs on it, as they stand today. */
export const contractDates = (row: ContractRow, today: Day, beside: Beside | undefined) => termDates(termsAsOf(row, beside?.annexes ?? [], today), today)
