import { openPair } from './pair.ts'
import { race, report } from './race.ts'

const values = {
  kind: 'services',
  direction: 'cost',
  subject: 'Pomiar zapisu',
  status: 'active',
  term_kind: 'fixed',
  signed_on: '2026-01-02',
  starts_on: '2026-01-15',
  ends_on: '2027-01-14',
  currency: 'PLN',
  price_basis: 'net',
  period: 'monthly',
  value: '1200.50',
  owner_id: 2,
  owner_label: 'Osoba B2',
  next_end_on: '2027-01-14',
}
const input = {
  kind: 'services',
  direction: 'cost',
  subject: 'Pomiar zapisu',
  parties: [] as number[],
  status: 'active',
  termKind: 'fixed',
  signedOn: '2026-01-02',
  startsOn: '2026-01-15',
  endsOn: '2027-01-14',
  currency: 'PLN',
  priceBasis: 'net',
  period: 'monthly',
  value: '1200.50',
  owner: 2,
}

/** Seconds: a server runs for weeks, its code is compiled for good after some thousands of requests. */
const warm = 15

/** Sixteen writers: each update and create with session, right, version check, journal entry, search text and number ÷ the same statements by hand. */
export default async function write(): Promise<void> {
  const pair = await openPair()
  await pair.rows(
    "insert ignore into directory_party (id, version, shelf, created_at, updated_at, name) values (1, 1, 'current', utc_timestamp(), utc_timestamp(), 'Łąka Meble S.A.')",
  )
  const versions = new Map((await pair.rows('select id, version from contract_trade order by id limit 40000')).map(([id, version]) => [Number(id), Number(version)]))
  const [ourIds, bareIds] = [[...versions.keys()].filter((id) => id % 2 === 0), [...versions.keys()].filter((id) => id % 2 === 1)]
  // A subject that no earlier run has written: saving what is already there changes nothing and raises no version.
  const run = Date.now()
  const edits = (ids: readonly number[]) => {
    let at = 0
    return () => {
      const id = ids[at % ids.length] ?? 0
      at += 1
      const version = versions.get(id) ?? 1
      versions.set(id, version + 1)
      return { id, version, subject: `Pomiar ${run} ${at}` }
    }
  }
  const [ourEdit, bareEdit] = [edits(ourIds), edits(bareIds)]
  const { ours, bare, cookie } = pair
  const updates = await race(
    [
      {
        name: 'System CRM',
        pid: ours.pid,
        port: ours.port,
        next() {
          const { id, version, subject } = ourEdit()
          return { method: 'POST', path: '/trpc/contracts.trade.update', body: JSON.stringify({ id, version, values: { subject } }), headers: { cookie } }
        },
      },
      { name: 'by hand', pid: bare.pid, port: bare.port, next: () => ({ method: 'POST', path: '/update', body: JSON.stringify(bareEdit()) }) },
    ],
    { warm },
  )
  report('update of one field, 16 writers', updates, { ours: 'System CRM', anchor: 'by hand' })
  const creates = await race(
    [
      {
        name: 'System CRM',
        pid: ours.pid,
        port: ours.port,
        next: () => ({ method: 'POST', path: '/trpc/contracts.trade.create', body: JSON.stringify({ values: { ...input, parties: [1] } }), headers: { cookie } }),
      },
      { name: 'by hand', pid: bare.pid, port: bare.port, next: () => ({ method: 'POST', path: '/create', body: JSON.stringify({ ...values, parties: [1] }) }) },
    ],
    { warm },
  )
  report('create, 16 writers', creates, { ours: 'System CRM', anchor: 'by hand' })
}
