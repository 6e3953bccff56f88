/** A trade contract that every check lets through, for the tests: each says only what it is about. Needs a party and an owner by id. */
export const usualContract = {
  kind: 'services',
  direction: 'cost',
  subject: 'Serwis',
  parties: [1],
  status: 'active',
  signedOn: '2026-01-02',
  startsOn: '2026-01-15',
  termKind: 'fixed',
  endsOn: '2027-01-14',
  currency: 'PLN',
  priceBasis: 'net',
  period: 'monthly',
} as const
