import type { Day, Money } from '@crm/platform'
import type { ContractRow } from './fields.ts'
import { decideBy, nextEnd, noticeDeadline, valuePerYear } from './term.ts'

/** The computed fields of any variant: the list, the page, reminders and reports all read what this says. */
export function termDates(row: ContractRow, today: Day): { nextEndOn: Day | null; noticeDeadlineOn: Day | null; decideByOn: Day | null; valuePerYear: Money | null } {
  const end = nextEnd({ kind: row.termKind, endsOn: row.endsOn, renewalMonths: row.renewalMonths, renewalCount: row.renewalCount }, today)
  const deadline = end && row.noticeCount !== null && row.noticeUnit !== null ? noticeDeadline(end, { count: row.noticeCount, unit: row.noticeUnit }) : null
  return { nextEndOn: end, noticeDeadlineOn: deadline, decideByOn: deadline && decideBy(deadline), valuePerYear: row.value === null ? null : valuePerYear(row.value, row.period) }
}
