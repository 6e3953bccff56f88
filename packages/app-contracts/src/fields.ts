import {
  addedFields,
  addedMoney,
  choice,
  code,
  computed,
  day,
  decimal,
  type FieldMap,
  integer,
  longText,
  money,
  optional,
  reference,
  references,
  type RowOf,
  tags,
  text,
} from '@crm/register'
import { noticeUnits, periods, termKinds } from './term.ts'

export const statuses = ['draft', 'active', 'terminating', 'ended'] as const

/** What every variant of a contract records; the kinds of contract are the variant's own. */
export const contractFields = <const ContractKind extends string>(...kinds: readonly ContractKind[]) =>
  ({
    number: computed(code(40)),
    kind: choice(...kinds),
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
    spendLimit: optional(money({ currency: 'currency' })),
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
    invoicedTotal: computed(money({ currency: 'currency' })),
    usedShare: computed(decimal(8, 2, { unit: 'percent' })),
    ...addedFields,
    ...addedMoney('currency'),
  }) as const satisfies FieldMap

export type ContractFields<ContractKind extends string = string> = ReturnType<typeof contractFields<ContractKind>>

/** A contract of any variant, as far as the rules of terms and notice look. */
export type ContractRow = RowOf<Omit<ContractFields, 'parties'>>

/** The usual sections; a variant puts its own fields among them. */
export const contractSections = {
  contract: ['number', 'kind', 'subject', 'parties', 'status'],
  term: ['signedOn', 'startsOn', 'termKind', 'endsOn', 'renewalMonths', 'renewalCount', 'nextEndOn'],
  notice: ['noticeCount', 'noticeUnit', 'noticeDeadlineOn', 'decideByOn'],
  value: ['value', 'currency', 'priceBasis', 'period', 'paymentDays', 'valuePerYear', 'spendLimit', 'invoicedTotal', 'usedShare'],
  office: ['owner', 'department', 'costCentre', 'storagePlace', 'tags', 'notes'],
} as const
