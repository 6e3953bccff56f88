import { choice, code, computed, day, integer, longText, money, optional, reference, references, tags, text } from '@crm/register'
import { noticeUnits, periods, termKinds } from './term.ts'

export const statuses = ['draft', 'active', 'terminating', 'ended'] as const

/** What every variant of a contract records. */
export const contractFields = {
  number: computed(code(40)),
  kind: choice('supply', 'services', 'framework', 'commission', 'licence', 'confidentiality', 'other'),
  subject: text(250),
  parties: references('directory.party'),
  status: choice(...statuses),
  signedOn: day(),
  startsOn: day(),
  termKind: choice(...termKinds),
  endsOn: optional(day()),
  renewalMonths: optional(integer({ min: 1, max: 240, unit: 'months' })),
  renewalCount: optional(integer({ min: 1, max: 100 })),
  noticeCount: optional(integer({ min: 0, max: 3_650 })),
  noticeUnit: optional(choice(...noticeUnits)),
  value: optional(money({ currency: 'currency' })),
  currency: choice('PLN', 'EUR', 'USD', 'GBP', 'CHF', 'CZK'),
  priceBasis: choice('net', 'gross'),
  period: choice(...periods),
  paymentDays: optional(integer({ min: 0, max: 365, unit: 'days' })),
  owner: reference('directory.person'),
  department: optional(reference('directory.department')),
  costCentre: optional(code(20)),
  storagePlace: optional(text(80)),
  tags: optional(tags()),
  notes: optional(longText()),
  nextEndOn: computed(day()),
  noticeDeadlineOn: computed(day()),
  decideByOn: computed(day()),
  valuePerYear: computed(money({ currency: 'currency' })),
} as const
