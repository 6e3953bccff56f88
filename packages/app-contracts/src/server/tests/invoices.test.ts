import directory from '@crm/directory/server'
import platform from '@crm/platform/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import contracts from '../index.ts'

let house: House
let clerk: Browser
let owner = 0

beforeAll(async () => {
  house = await openHouse([platform, storage, directory, contracts])
  house.setClock('2026-11-24T09:00:00Z')
  owner = await house.hire('clerk', 'all')
  clerk = await house.signIn('clerk')
})
afterAll(() => house.close())

async function contract(given: object = {}): Promise<number> {
  const { data, failure } = await clerk.mutate('contracts.staff.create', {
    values: {
      kind: 'cooperation',
      person: 'Jan Kot',
      subject: 'Współpraca',
      status: 'active',
      signedOn: '2026-01-02',
      startsOn: '2026-01-02',
      termKind: 'fixed',
      endsOn: '2026-12-31',
      currency: 'PLN',
      priceBasis: 'net',
      period: 'oneOff',
      value: '1000.00',
      owner,
      ...given,
    },
  })
  expect(failure).toBeNull()
  return (data as { id: number }).id
}
const invoice = (given: object = {}) => ({
  number: 'FV/1',
  seller: 'Kot IT',
  ksefNumber: null,
  issuedOn: '2026-11-02',
  dueOn: '2026-11-16',
  paidOn: null,
  net: '500.00',
  vat: '115.00',
  gross: '615.00',
  currency: 'PLN',
  ...given,
})
const add = (documentId: number, given: object = {}) => clerk.mutate('contracts.staff.invoices.add', { documentId, ...invoice(given) })
const row = async (id: number) => ((await clerk.query('contracts.staff.get', { id })).data as { row: Record<string, unknown> }).row
const warnings = async (id: number) =>
  (await house.rows("select payload from platform_outbox where name = 'platform.notify' order by created_at", [])).filter(([payload]) =>
    JSON.stringify(payload).includes(`contracts.staff:${id}`),
  ).length

describe('invoices of a contract', () => {
  it('add up in columns of the list, which filter and sort', async () => {
    const id = await contract()
    expect((await add(id)).failure).toBeNull()
    expect((await add(id, { number: 'FV/2', net: '250.00', vat: '57.50', gross: '307.50' })).failure).toBeNull()
    expect(await row(id)).toMatchObject({ invoicedTotal: '750.00', usedShare: '75.00' })
    const { data } = await clerk.query('contracts.staff.list', {
      columns: ['usedShare'],
      filter: { all: [{ field: 'usedShare', op: 'atLeast', value: '70' }] },
      sort: [{ field: 'usedShare', dir: 'desc' }],
    })
    expect(data).toMatchObject({ rows: [[id, expect.any(Number), '75.00']] })
  })

  it('warn the owner once at 80 %, and once more of a greater limit', async () => {
    const id = await contract()
    await add(id, { net: '790.00', vat: '0.00', gross: '790.00' })
    expect(await warnings(id)).toBe(0)
    await add(id, { number: '2', net: '10.00', vat: '0.00', gross: '10.00' })
    await add(id, { number: '3', net: '10.00', vat: '0.00', gross: '10.00' })
    expect(await warnings(id)).toBe(1)
    const { version } = (await row(id)) as { version: number }
    expect((await clerk.mutate('contracts.staff.update', { id, version, values: { spendLimit: '1010.00' } })).failure).toBeNull()
    expect(await row(id)).toMatchObject({ usedShare: '80.20' })
    await add(id, { number: '4', net: '1.00', vat: '0.00', gross: '1.00' })
    expect(await warnings(id)).toBe(2)
  })

  it('follow a limit that an annex raises', async () => {
    const id = await contract({ spendLimit: '500.00' })
    await add(id)
    expect(await row(id)).toMatchObject({ usedShare: '100.00' })
    await clerk.mutate('contracts.staff.annexes.add', {
      documentId: id,
      number: '1',
      signedOn: '2026-02-01',
      startsOn: '2026-02-01',
      endsOn: null,
      changes: { spendLimit: '2000.00' },
    })
    expect(await row(id)).toMatchObject({ spendLimit: '500.00', usedShare: '25.00' })
  })

  it('are corrected and removed by their version, and the sum follows', async () => {
    const id = await contract()
    await add(id)
    const [sent] = (await clerk.query('contracts.staff.invoices.list', { documentId: id })).data as { id: number; version: number }[]
    expect((await clerk.mutate('contracts.staff.invoices.edit', { documentId: id, id: sent?.id, version: 1, ...invoice({ paidOn: '2026-11-20' }) })).failure).toBeNull()
    expect((await clerk.mutate('contracts.staff.invoices.remove', { documentId: id, id: sent?.id, version: 1 })).failure?.code).toBe('stale')
    expect((await clerk.mutate('contracts.staff.invoices.remove', { documentId: id, id: sent?.id, version: 2 })).failure).toBeNull()
    expect(await row(id)).toMatchObject({ invoicedTotal: null, usedShare: null })
  })

  it.each<[string, object, string, string]>([
    ['twice', {}, 'number', 'invoice-taken'],
    ['due before it was issued', { number: '9', dueOn: '2026-11-01' }, 'dueOn', 'due-before-issued'],
    ['that does not add up', { number: '9', gross: '615.01' }, 'gross', 'net-and-vat'],
    ['with three decimals', { number: '9', net: '1.005' }, 'net', 'not-money'],
    ['with a wrong number of KSeF', { number: '9', ksefNumber: '5265877635-20250826-0100001AF629-AE' }, 'ksefNumber', 'ksef-number'],
    ['without a seller', { number: '9', seller: ' ' }, 'seller', 'required'],
  ])('are refused %s, at the field', async (_name, given, path, code) => {
    const id = await contract()
    await add(id)
    const { failure } = await add(id, given)
    expect(failure?.code).toBe('invalid')
    expect(failure?.params.issues).toContainEqual(expect.objectContaining({ path, code }))
  })
})
