import directory from '@crm/directory/server'
import platform from '@crm/platform/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

let house: House
let clerk: Browser
let owner = 0
let [first, second, third] = [0, 0, 0]
const batch = '0b0e7a52-6b7b-4f0f-9f6e-3d1f3b6d1a11'

const contract = (given: object) => ({ ...usualContract, owner, ...given })
const create = async (given: object) => {
  const { data, failure } = await clerk.mutate('contracts.trade.create', { values: contract(given) })
  expect(failure).toBeNull()
  return (data as { id: number }).id
}
const listed = async (filter: object) =>
  ((await clerk.query('contracts.trade.list', { columns: [], filter, sort: [{ field: 'number', dir: 'asc' }] })).data as { rows: [number][] }).rows.map(([id]) => id)

beforeAll(async () => {
  house = await openHouse([platform, storage, directory, contracts])
  house.setClock('2026-11-24T09:00:00Z')
  owner = await house.hire('clerk', 'all')
  clerk = await house.signIn('clerk')
  await clerk.mutate('directory.party.create', { values: { name: 'Łąka Meble S.A.' } })
  await house.rows("insert into directory_department (id, name) values (1, 'Zakupy'), (2, 'Sprzedaż')")
  await house.rows('replace into directory_person (user_id, department_id) values (?, 2)', [owner])
  first = await create({ subject: 'Pierwsza', value: '100.10', department: 1 })
  second = await create({ subject: 'Druga', value: '0.20', department: 2, tags: ['pilne'] })
  third = await create({ subject: 'Trzecia', value: '7.00', currency: 'EUR' })
})
afterAll(() => house.close())

describe('a filter', () => {
  it('joins groups within groups', async () => {
    const filter = {
      any: [
        { field: 'subject', op: 'equals', value: 'Trzecia' },
        {
          all: [
            { field: 'value', op: 'atMost', value: '200' },
            {
              any: [
                { field: 'subject', op: 'starts', value: 'Pier' },
                { field: 'notes', op: 'filled' },
              ],
            },
          ],
        },
      ],
    }
    expect(await listed(filter)).toEqual([first, third])
  })

  it('finds what is of my own department', async () => expect(await listed({ all: [{ field: 'department', op: 'mine' }] })).toEqual([second]))
})

describe('totals', () => {
  it('are sums of each currency by itself over everything that is found', async () => {
    const { data } = await clerk.query('contracts.trade.totals', { fields: ['value'] })
    expect(data).toEqual([
      { field: 'value', currency: 'EUR', sum: '7.00' },
      { field: 'value', currency: 'PLN', sum: '100.30' },
    ])
    const some = await clerk.query('contracts.trade.totals', { fields: ['value'], search: 'druga' })
    expect(some.data).toEqual([{ field: 'value', currency: 'PLN', sum: '0.20' }])
  })

  it('are refused for what is no amount', async () =>
    expect((await clerk.query('contracts.trade.totals', { fields: ['subject'] })).failure).toMatchObject({ code: 'invalid', params: { issues: [{ path: 'fields.subject' }] } }))
})

describe('an act on many', () => {
  it('changes those that it can, says why not the others, and journals each under the name of the act', async () => {
    const { data } = await clerk.mutate('contracts.trade.bulk.edit', { ids: [first, second, 999_999], batch, values: { startsOn: '2026-02-01', signedOn: '2026-01-31' } })
    expect(data).toEqual({ done: [first, second], refused: [{ id: 999_999, code: null, failure: { code: 'missing', params: {} } }] })
    const entries = await house.rows('select document, outcome from platform_journal where note = ? order by id', [`batch ${batch}`])
    expect(entries).toEqual([
      [`contracts.trade:${first}`, 'done'],
      [`contracts.trade:${second}`, 'done'],
    ])
    const wrong = await clerk.mutate('contracts.trade.bulk.edit', { ids: [first], batch, values: { endsOn: '2020-01-01' } })
    expect(wrong.data).toMatchObject({ done: [], refused: [{ id: first, code: expect.stringMatching(/^U.H/), failure: { code: 'invalid' } }] })
    expect((await house.rows('select version, ends_on from contract_trade where id = ?', [first]))[0]).toEqual([2, '2027-01-14'])
  })

  it('adds a tag to those that are there, archives, and brings back', async () => {
    await clerk.mutate('contracts.trade.bulk.tag', { ids: [first, second], batch, field: 'tags', tag: 'audyt' })
    expect((await house.rows('select tags from contract_trade order by id')).map(([tags]) => tags)).toEqual(['|audyt|', '|pilne|audyt|', null])
    const { data: all } = await clerk.query('contracts.trade.bulk.ids', { filter: { all: [{ field: 'tags', op: 'has', value: 'audyt' }] } })
    expect(all).toEqual({ ids: [second, first], isCapped: false })
    await clerk.mutate('contracts.trade.bulk.archive', { ids: [first, second], batch })
    expect(await listed({ all: [] })).toEqual([third])
    await clerk.mutate('contracts.trade.bulk.restore', { ids: [first, second], batch })
    expect(await listed({ all: [] })).toEqual([first, second, third])
  })

  it('is refused without its right', async () => {
    await house.hire('reader', ['contracts.trade.view'])
    const reader = await house.signIn('reader')
    expect((await reader.mutate('contracts.trade.bulk.archive', { ids: [first], batch })).failure).toMatchObject({ code: 'denied' })
  })
})
