/** Names of the fields that every variant has. */
const fields = {
  number: 'Contract number',
  kind: 'Kind',
  subject: 'Subject',
  parties: 'Parties',
  status: 'Status',
  signedOn: 'Signed on',
  startsOn: 'In force from',
  termKind: 'Term',
  endsOn: 'First term until',
  renewalMonths: 'Renews by',
  renewalCount: 'Renewals at most',
  noticeCount: 'Notice',
  noticeUnit: 'Unit of notice',
  value: 'Value',
  currency: 'Currency',
  priceBasis: 'Net or gross',
  period: 'Billing',
  paymentDays: 'Payment term',
  owner: 'Owner',
  department: 'Department',
  costCentre: 'Cost centre',
  storagePlace: 'Where the original is',
  tags: 'Tags',
  notes: 'Notes',
  nextEndOn: 'Next end',
  noticeDeadlineOn: 'Notice deadline',
  decideByOn: 'Decide by',
  valuePerYear: 'Value per year',
  spendLimit: 'Spending limit',
  invoicedTotal: 'Invoiced',
  usedShare: 'Used',
} as const

const choices = {
  status: { draft: 'Draft', active: 'In force', terminating: 'Under notice', ended: 'Ended' },
  termKind: { fixed: 'Fixed', open: 'Open-ended', tacit: 'Fixed, renews by itself', express: 'Fixed, renewed by an annex' },
  noticeUnit: { days: 'days', months: 'months', monthEnd: 'months to the end of a month', quarterEnd: 'months to the end of a quarter' },
  currency: { PLN: 'PLN', EUR: 'EUR', USD: 'USD', GBP: 'GBP', CHF: 'CHF', CZK: 'CZK' },
  priceBasis: { net: 'Net', gross: 'Gross' },
  period: { oneOff: 'Once', monthly: 'Monthly', quarterly: 'Quarterly', yearly: 'Yearly' },
} as const

const sections = { contract: 'Contract', term: 'Term', notice: 'Notice', value: 'Value and payment', office: 'In the company' } as const

const shared = {
  title: 'Contracts',
  scansTitle: 'Scans',
  units: { percent: '%', months: 'months', days: 'days', squareMetres: 'm²', fullTime: 'of full time' },
  issues: {
    'open-has-no-end': 'An open-ended contract has no end date. Remove the date or change the term.',
    'annex-before-contract': 'An annex cannot be earlier than its contract. Correct the date.',
    'no-change': 'The annex changes nothing. Add one field at least.',
    'invoice-taken': 'This invoice is on the contract already.',
    'ksef-number': 'That is no KSeF number: 35 signs, NIP-YYYYMMDD-12 signs-2 check signs.',
    'due-before-issued': 'It is due before it was issued.',
    'net-and-vat': 'Net and VAT do not add up to gross.',
    'notice-too-long': 'The notice is longer than the whole contract. Shorten it or correct the dates.',
  },
  history: { annex: 'Annex', invoice: 'Invoice', ksefNumber: 'KSeF number', issuedOn: 'Issued', dueOn: 'Due', paidOn: 'Paid', net: 'Net', vat: 'VAT', gross: 'Gross' },
  enter: { name: 'Contracts: enter', description: 'Open the contracts application.' },
} as const

/** What every variant says in the same words. */
/** What heads of sheets call fields besides. */
const alsoCalled = {
  parties: 'party,contractor,NIP,tax number',
  owner: 'responsible person',
  subject: 'title',
  value: 'amount',
  signedOn: 'date signed',
  endsOn: 'end date',
} as const

export const en = { shared, fields, choices, sections, alsoCalled }
