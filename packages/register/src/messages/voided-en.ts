export const voidedEn = {
  number: 'Number',
  at: 'Deleted',
  by: 'Who',
  reason: 'Reason',
  overdue: 'Its 30 days in the trash were over',
  count: { one: '{count} number', other: '{count} numbers' },
  empty: 'No number is voided.',
  lead: 'The numbers of what was deleted for good stand here with the reason: nobody gets them again.',
  gone: 'The number {number} is voided: the record was deleted for good on {at}. Reason: {reason}',
} as const
