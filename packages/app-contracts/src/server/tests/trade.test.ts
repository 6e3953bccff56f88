import directory from '@crm/directory/server'
import platform from '@crm/platform/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

let house: House
let clerk: Browser
let party = 0
let owner = 0

beforeAll(async () => {
  house = await openHouse([platform, storage, directory, contracts])
  house.setClock('2026-11-24T09:00:00Z')
  owner = await house.hire('clerk', 'all')
  clerk = await house.signIn('clerk')
  party = await made(clerk.mutate('directory.party.create', { values: { name: 'Łąka Meble S.A.', nip: '9999999982' } }))
})
afterAll(() => house.close())

const made = async (call: Promise<{ data: unknown; failure: unknown }>) => {
  const { data, failure } = await call
  expect(failure).toBeNull()
  return (data as { id: number }).id
}

const contract = (given: object = {}) => ({
  ...usualContract,
  subject: 'Serwis klimatyzacji',
  parties: [party],
  value: '1200.50',
  owner,
  noticeCount: 1,
  noticeUnit: 'months',
  ...given,
})

const create = (given: object = {}, key?: string) => clerk.mutate('contracts.trade.create', { values: contract(given), ...(key ? { key } : {}) })
const row = async (id: number) => ((await clerk.query('contracts.trade.get', { id })).data as { row: Record<string, unknown> }).row

describe('entering a contract', () => {
  it('gives the next number and computes what follows from the term', async () => {
    const saved = await row(await made(create()))
    expect(saved.number).toMatch(/^U\/H\/2026\/\d{4}$/)
    expect(saved).toMatchObject({
      nextEndOn: '2027-01-14',
      noticeDeadlineOn: '2026-12-14',
      decideByOn: '2026-12-07',
      valuePerYear: '14406.00',
      parties: [{ id: party, label: 'Łąka Meble S.A.' }],
      version: 1,
    })
  })

  it('answers a repeated request with the first answer', async () => {
    const key = '0b0e7a52-6b7b-4f0f-9f6e-3d1f3b6d1a11'
    const [first, second] = await Promise.all([create({ subject: 'Dwa kliknięcia' }, key), create({ subject: 'Dwa kliknięcia' }, key)])
    expect(first.data).toEqual(second.data)
    const found = await clerk.query('contracts.trade.count', { search: 'dwa klikniecia' })
    expect(found.data).toMatchObject({ count: 1 })
  })

  it.each<[string, object, string, string]>([
    ['an end before the start', { endsOn: '2026-01-01' }, 'endsOn', 'end-before-start'],
    ['a fixed term without an end', { endsOn: null }, 'endsOn', 'required'],
    ['an open term with an end', { termKind: 'open' }, 'endsOn', 'open-has-no-end'],
    ['a notice longer than the contract', { noticeCount: 24 }, 'noticeCount', 'notice-too-long'],
    ['a tacit renewal of no length', { termKind: 'tacit' }, 'renewalMonths', 'required'],
    ['three decimals', { value: '12.345' }, 'value', 'not-money'],
    ['a day that does not exist', { signedOn: '2026-02-30' }, 'signedOn', 'not-a-day'],
    ['a choice that is none', { status: 'signed' }, 'status', 'not-a-choice'],
    ['a party that nobody knows', { parties: [999_999] }, 'parties', 'not-a-choice'],
    ['a computed field', { nextEndOn: '2030-01-01' }, 'nextEndOn', 'unknown-field'],
    ['an empty subject', { subject: '  ' }, 'subject', 'required'],
  ])('refuses %s at its field', async (_name, given, path, code) => {
    const before = await house.rows('select count(*) from contract_trade')
    const { failure } = await create(given)
    expect(failure).toMatchObject({ code: 'invalid', params: { issues: [{ path, code }] } })
    expect(await house.rows('select count(*) from contract_trade')).toEqual(before)
  })

  it('numbers contracts of twenty writers without a gap or a duplicate', async () => {
    const before = Number((await house.rows("select last_number from platform_series where series like 'U/H/%' and year = 2026"))[0]?.[0])
    const ids = await Promise.all(Array.from({ length: 20 }, (_, index) => made(create({ subject: `Równocześnie ${index}` }))))
    const numbers = (await house.rows('select number from contract_trade where id in (?) order by number', [ids])).map(([number]) => Number(String(number).slice(-4)))
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => before + 1 + index))
  })
})

describe('editing', () => {
  it('changes what is said, computes again, and leaves both values in the history', async () => {
    const id = await made(create())
    const { data } = await clerk.mutate('contracts.trade.update', { id, version: 1, values: { endsOn: '2028-01-14' } })
    expect(data).toEqual({ id, version: 2 })
    expect(await row(id)).toMatchObject({ endsOn: '2028-01-14', nextEndOn: '2028-01-14', noticeDeadlineOn: '2027-12-14' })
    const { data: history } = await clerk.query('contracts.trade.history', { id })
    const edit = (history as { action: string; actor: string; changes: object }[]).find((line) => line.action === 'contracts.trade.edit')
    expect(edit).toMatchObject({ actor: 'Test clerk', changes: { endsOn: ['2027-01-14', '2028-01-14'], noticeDeadlineOn: ['2026-12-14', '2027-12-14'] } })
  })

  it('refuses a second editor and says which fields the first one changed', async () => {
    const id = await made(create())
    await clerk.mutate('contracts.trade.update', { id, version: 1, values: { subject: 'Pierwszy' } })
    const { failure } = await clerk.mutate('contracts.trade.update', { id, version: 1, values: { notes: 'Drugi' } })
    expect(failure).toMatchObject({ code: 'stale', params: { version: 2, changedFields: ['subject'] } })
    expect(await row(id)).toMatchObject({ subject: 'Pierwszy', notes: null })
  })

  it('goes to the archive, to the trash and back', async () => {
    const id = await made(create({ subject: 'Wędrowna' }))
    await clerk.mutate('contracts.trade.archive', { id, version: 1 })
    expect((await clerk.query('contracts.trade.count', { search: 'wedrowna' })).data).toMatchObject({ count: 0 })
    expect((await clerk.query('contracts.trade.count', { search: 'wedrowna', shelf: 'archived' })).data).toMatchObject({ count: 1 })
    await clerk.mutate('contracts.trade.remove', { id, version: 2 })
    await clerk.mutate('contracts.trade.restore', { id, version: 3 })
    expect(await row(id)).toMatchObject({ shelf: 'current', version: 4 })
  })
})

describe('without the right', () => {
  it('is denied, changes nothing and is journalled', async () => {
    const id = await made(create())
    const readerId = await house.hire('reader', ['contracts.trade.view'])
    const reader = await house.signIn('reader')
    const { status, failure } = await reader.mutate('contracts.trade.update', { id, version: 1, values: { subject: 'Nie wolno' } })
    expect([status, failure]).toEqual([403, { code: 'denied', params: { right: 'contracts.trade.edit' } }])
    expect(await row(id)).toMatchObject({ version: 1 })
    expect(await house.rows("select action, rights, outcome from platform_journal where actor_id = ? and outcome = 'denied'", [readerId])).toEqual([
      ['contracts.trade.edit', 'contracts.trade.edit', 'denied'],
    ])
  })

  it('is gone at the next call when taken away', async () => {
    const id = await house.hire('leaver', ['contracts.trade.view'])
    const leaver = await house.signIn('leaver')
    expect((await leaver.query('contracts.trade.count', {})).failure).toBeNull()
    await house.rows('delete from platform_user_right where user_id = ?', [id])
    await house.rows('update platform_user set rights_version = rights_version + 1 where id = ?', [id])
    expect((await leaver.query('contracts.trade.count', {})).failure).toMatchObject({ code: 'denied' })
  })
})
