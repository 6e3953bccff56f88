import { choice, defineRegister } from '@crm/register'
import { type ContractRow, contractIssues } from './check.ts'
import { contractFields } from './fields.ts'
import { decideBy, nextEnd, noticeDeadline, valuePerYear } from './term.ts'

/** Variant H: contracts with customers and suppliers. */
export const trade = defineRegister({
  id: 'contracts.trade',
  table: 'contract_trade',
  code: { field: 'number', series: 'U/H/{yyyy}/{nnnn}' },
  fields: { ...contractFields, direction: choice('cost', 'revenue') },
  sections: {
    contract: ['number', 'kind', 'direction', 'subject', 'parties', 'status'],
    term: ['signedOn', 'startsOn', 'termKind', 'endsOn', 'renewalMonths', 'renewalCount', 'nextEndOn'],
    notice: ['noticeCount', 'noticeUnit', 'noticeDeadlineOn', 'decideByOn'],
    value: ['value', 'currency', 'priceBasis', 'period', 'paymentDays', 'valuePerYear'],
    office: ['owner', 'department', 'costCentre', 'storagePlace', 'tags', 'notes'],
  },
  list: {
    columns: ['number', 'subject', 'parties', 'direction', 'status', 'value', 'nextEndOn', 'decideByOn', 'owner'],
    sort: { field: 'signedOn', dir: 'desc' },
    title: 'subject',
  },
  derive: (row, { today }) => termDates(row, today),
  check: contractIssues,
})

/** The computed fields of any variant. */
export function termDates(row: ContractRow, today: string) {
  const end = nextEnd({ kind: row.termKind, endsOn: row.endsOn, renewalMonths: row.renewalMonths, renewalCount: row.renewalCount }, today)
  const deadline = end && row.noticeCount !== null && row.noticeUnit !== null ? noticeDeadline(end, { count: row.noticeCount, unit: row.noticeUnit }) : null
  return { nextEndOn: end, noticeDeadlineOn: deadline, decideByOn: deadline && decideBy(deadline), valuePerYear: row.value === null ? null : valuePerYear(row.value, row.period) }
}
