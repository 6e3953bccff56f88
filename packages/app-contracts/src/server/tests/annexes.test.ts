import directory from '@crm/directory/server'
import platform, { perform } from '@crm/platform/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import contracts from '../index.ts'

let house: House
let clerk: Browser
let owner = 0
let party = 0

beforeAll(async () => {
  house = await openHouse([platform, storage, directory, contracts])
  house.setClock('2026-11-24T09:00:00Z')
  owner = await house.hire('clerk', 'all')
  clerk = await house.signIn('clerk')
  party = ((await clerk.mutate('directory.party.create', { values: { name: 'Łąka Meble S.A.' } })).data as { id: number }).id
})
afterAll(() => house.close())

const usual = {
  status: 'active',
  signedOn: '2026-01-02',
  startsOn: '2026-01-15',
  termKind: 'fixed',
  endsOn: '2027-01-14',
  currency: 'PLN',
  priceBasis: 'net',
  period: 'monthly',
  value: '1000.00',
  noticeCount: 1,
  noticeUnit: 'months',
}
const own = {
  trade: { kind: 'services', direction: 'cost', subject: 'Serwis' },
  property: { kind: 'rent', side: 'tenant', object: 'Hala', subject: 'Najem' },
  staff: { kind: 'cooperation', person: 'Jan Kot', subject: 'Współpraca' },
}
type Entity = keyof typeof own

async function contract(entity: Entity = 'trade', given: object = {}): Promise<number> {
  const { data, failure } = await clerk.mutate(`contracts.${entity}.create`, {
    values: { ...usual, ...own[entity], owner, ...(entity === 'staff' ? {} : { parties: [party] }), ...given },
  })
  expect(failure).toBeNull()
  return (data as { id: number }).id
}
const add = (documentId: number, given: object = {}, entity: Entity = 'trade') =>
  clerk.mutate(`contracts.${entity}.annexes.add`, {
    documentId,
    number: '1',
    signedOn: '2026-03-01',
    startsOn: '2026-04-01',
    endsOn: null,
    changes: { endsOn: '2028-01-14' },
    ...given,
  })
const row = async (id: number, entity: Entity = 'trade') => ((await clerk.query(`contracts.${entity}.get`, { id })).data as { row: Record<string, unknown> }).row
const turn = (jobId: string) => {
  const handler = contracts.handlers.find((one) => one.job.name === 'contracts.roll-terms')
  if (!handler) throw new Error('contracts.roll-terms has no handler')
  return perform(house.system, handler, { id: jobId, data: {} })
}

describe('an annex', () => {
  it.each(['trade', 'property', 'staff'] as const)('of %s moves the computed dates and leaves what was first agreed', async (entity) => {
    const id = await contract(entity)
    expect((await add(id, {}, entity)).failure).toBeNull()
    expect(await row(id, entity)).toMatchObject({ endsOn: '2027-01-14', nextEndOn: '2028-01-14', noticeDeadlineOn: '2027-12-14' })
  })

  it('keeps counting when the contract itself is edited', async () => {
    const id = await contract()
    await add(id)
    const { version } = (await row(id)) as { version: number }
    await clerk.mutate('contracts.trade.update', { id, version, values: { value: '3000.00' } })
    expect(await row(id)).toMatchObject({ nextEndOn: '2028-01-14', valuePerYear: '36000.00' })
  })

  it('of the future counts from its own day, also when nobody was running on it; a temporary one ends', async () => {
    const id = await contract()
    await add(id, { startsOn: '2026-12-01', endsOn: '2026-12-31', changes: { value: '9000.00' } })
    expect(await row(id)).toMatchObject({ valuePerYear: '12000.00' })
    house.setClock('2026-12-03T09:00:00Z')
    await turn('6b0d0b34-0000-4000-8000-000000000001')
    expect(await row(id)).toMatchObject({ value: '1000.00', valuePerYear: '108000.00' })
    house.setClock('2027-01-05T09:00:00Z')
    await turn('6b0d0b34-0000-4000-8000-000000000002')
    expect(await row(id)).toMatchObject({ valuePerYear: '12000.00' })
    house.setClock('2026-11-24T09:00:00Z')
  })

  it('is corrected and removed; what it changed goes with it, and the history tells', async () => {
    const id = await contract()
    await add(id)
    const [annex] = (await clerk.query('contracts.trade.annexes.list', { documentId: id })).data as { id: number; version: number }[]
    const terms = { number: '1', signedOn: '2026-03-01', startsOn: '2026-04-01', endsOn: null, changes: { parties: [party], endsOn: '2029-01-14' } }
    expect((await clerk.mutate('contracts.trade.annexes.edit', { documentId: id, id: annex?.id, version: 1, ...terms })).failure).toBeNull()
    expect(await row(id)).toMatchObject({ nextEndOn: '2029-01-14' })
    expect((await clerk.mutate('contracts.trade.annexes.remove', { documentId: id, id: annex?.id, version: 1 })).failure?.code).toBe('stale')
    expect((await clerk.mutate('contracts.trade.annexes.remove', { documentId: id, id: annex?.id, version: 2 })).failure).toBeNull()
    expect(await row(id)).toMatchObject({ nextEndOn: '2027-01-14' })
    const history = (await clerk.query('contracts.trade.history', { id })).data as { action: string; changes: Record<string, unknown> | null }[]
    expect(history.filter((line) => line.changes && 'annex' in line.changes).map((line) => line.action)).toEqual([
      'contracts.trade.annexes.remove',
      'contracts.trade.annexes.edit',
      'contracts.trade.annexes.add',
    ])
  })

  it.each<[string, object, string, string]>([
    ['before the contract', { startsOn: '2026-01-01' }, 'startsOn', 'annex-before-contract'],
    ['that ends before it begins', { endsOn: '2026-03-31' }, 'endsOn', 'end-before-start'],
    ['that changes nothing', { changes: {} }, 'changes', 'no-change'],
    ['with three decimals', { changes: { value: '1.005' } }, 'changes.value', 'not-money'],
    ['of a field that follows from others', { changes: { nextEndOn: '2030-01-01' } }, 'changes.nextEndOn', 'unknown-field'],
    ['on a day that does not exist', { startsOn: '2027-02-29' }, 'startsOn', 'not-a-day'],
  ])('%s is refused at its field', async (_name, given, path, code) => {
    const { failure } = await add(await contract(), given)
    expect(failure?.code).toBe('invalid')
    expect(failure?.params.issues).toContainEqual(expect.objectContaining({ path, code }))
  })

  it('of a number that the contract has is refused, of the same number on another contract is not', async () => {
    const id = await contract()
    await add(id)
    expect((await add(id)).failure?.params.issues).toEqual([{ path: 'number', code: 'taken' }])
    expect((await add(await contract())).failure).toBeNull()
  })
})
