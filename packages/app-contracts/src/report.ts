import type { Day, Money } from '@crm/platform'

export const decisionKinds = ['decideByOn', 'noticeDeadlineOn', 'nextEndOn'] as const
/** The last safe day, the notice deadline, the end: the columns that the calendar shows. */
export type DecisionKind = (typeof decisionKinds)[number]

/** One day of one contract in the calendar of decisions. */
export interface DecisionDay {
  readonly entity: string
  readonly id: number
  readonly number: string
  readonly subject: string
  readonly owner: string
  readonly kind: DecisionKind
  readonly on: Day
}

export interface DecisionDays {
  readonly days: readonly DecisionDay[]
  /** There are more than anybody reads at once. */
  readonly isCapped: boolean
}

/** How many contracts end in a month, `'2026-12'`. */
export interface EndingMonth {
  readonly month: string
  readonly count: number
}

/** What the contracts of a department cost or bring in a year; amounts of different currencies, net and gross never meet. */
export interface DepartmentValue {
  /** `null`: no department was named. */
  readonly departmentId: number | null
  readonly department: string | null
  readonly currency: string
  readonly priceBasis: 'net' | 'gross'
  readonly sum: Money
  readonly count: number
}

export interface ContractReport {
  readonly ending: readonly EndingMonth[]
  readonly values: readonly DepartmentValue[]
}

/** The contracts that count: in force or under notice. The lists that charts lead to filter by the same. */
export const counting = ['active', 'terminating'] as const
