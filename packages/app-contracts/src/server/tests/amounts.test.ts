import directory from '@crm/directory/server'
import { rightsOf } from '@crm/platform'
import platform from '@crm/platform/server'
import register from '@crm/register/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rights } from '../../rights.ts'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

let house: House
let clerk: Browser
let reader: Browser
let owner = 0
let id = 0
let annexId = 0
const apps = [platform, storage, register, directory, contracts]
const annex = { number: '1', signedOn: '2026-03-01', startsOn: '2026-04-01', endsOn: null }
const invoice = {
  number: 'FV/1',
  seller: 'Łąka Meble S.A.',
  ksefNumber: null,
  issuedOn: '2026-05-01',
  dueOn: '2026-05-15',
  paidOn: null,
  net: '777.00',
  vat: '178.71',
  gross: '955.71',
  currency: 'PLN',
}

beforeAll(async () => {
  house = await openHouse(apps)
  house.setClock('2026-11-24T09:00:00Z')
  owner = await house.hire('clerk', 'all')
  const all = apps.flatMap(({ app }) => rightsOf(app.rights)).map((right) => right.id)
  await house.hire(
    'reader',
    all.filter((right) => !/[.]amounts$/.test(right)),
  )
  ;[clerk, reader] = [await house.signIn('clerk'), await house.signIn('reader')]
  await clerk.mutate('directory.party.create', { values: { name: 'Łąka Meble S.A.' } })
  const made = await clerk.mutate('contracts.trade.create', { values: { ...usualContract, owner, value: '48120.55', spendLimit: '9000.00' } })
  id = (made.data as { id: number }).id
  annexId = ((await clerk.mutate('contracts.trade.annexes.add', { documentId: id, ...annex, changes: { value: '51000.00', paymentDays: 30 } })).data as { id: number }).id
  expect((await clerk.mutate('contracts.trade.invoices.add', { documentId: id, ...invoice })).failure).toBeNull()
})
afterAll(() => house.close())

const row = async (browser: Browser) => ((await browser.query('contracts.trade.get', { id })).data as { row: Record<string, unknown> }).row
const found = async (browser: Browser, search: string) => ((await browser.query('contracts.trade.count', { search })).data as { count: number }).count
const changesOf = async (browser: Browser) =>
  ((await browser.query('contracts.trade.annexes.list', { documentId: id })).data as { id: number; version: number; changes: Record<string, unknown> }[])[0]

it('is read with its right, and empty without it: given, computed and invoiced amounts alike', async () => {
  expect(await row(clerk)).toMatchObject({ value: '48120.55', spendLimit: '9000.00', invoicedTotal: '777.00' })
  expect(await row(reader)).toMatchObject({ value: null, spendLimit: null, invoicedTotal: null, usedShare: null, valuePerYear: null, subject: 'Serwis' })
})

it('is not found by the search, which finds the rest of the record', async () => {
  expect([await found(clerk, '48120.55'), await found(reader, '48120.55')]).toEqual([1, 0])
  expect([await found(clerk, 'serwis laka'), await found(reader, 'serwis laka')]).toEqual([1, 1])
})

it('is hidden in the history, the past state and the journal of invoices', async () => {
  const lines = (await reader.query('contracts.trade.history', { id })).data
  expect(JSON.stringify(lines)).not.toMatch(/48120|51000|777[.]00|955[.]71/)
  expect(JSON.stringify((await clerk.query('contracts.trade.history', { id })).data)).toMatch(/48120.*|777[.]00/)
  expect(JSON.stringify((await reader.query('contracts.trade.asOf', { id, day: '2026-11-24' })).data)).not.toMatch(/48120|9000/)
})

it('leaves the amounts of an annex unseen, and as they are when the rest of it is corrected', async () => {
  const seen = await changesOf(reader)
  expect(seen?.changes).toEqual({ paymentDays: 30 })
  const edit = (changes: object, version = seen?.version) => reader.mutate('contracts.trade.annexes.edit', { documentId: id, id: annexId, version, ...annex, changes })
  expect((await edit({ value: '1.00' })).failure).toMatchObject({ code: 'denied', params: { right: rights.trade.amounts.id } })
  expect((await edit({ paymentDays: 14 })).failure).toBeNull()
  expect((await changesOf(clerk))?.changes).toEqual({ value: '51000.00', paymentDays: 14 })
  expect((await reader.mutate('contracts.trade.annexes.add', { documentId: id, ...annex, number: '2', changes: { spendLimit: '1.00' } })).failure?.code).toBe('denied')
})

it('shuts the invoices, read and written', async () => {
  for (const call of [
    reader.query('contracts.trade.invoices.list', { documentId: id }),
    reader.mutate('contracts.trade.invoices.add', { documentId: id, ...invoice, number: 'FV/2' }),
    reader.mutate('contracts.trade.invoices.remove', { documentId: id, id: 1, version: 1 }),
  ])
    expect((await call).failure).toMatchObject({ code: 'denied', params: { right: rights.trade.amounts.id } })
})

it('is in no figure and on no page of the party', async () => {
  const figures = async (browser: Browser) => (await browser.query('contracts.reports.figures', { entity: 'trade' })).data as { values: object[] }
  expect([(await figures(clerk)).values.length, (await figures(reader)).values.length]).toEqual([1, 0])
  const about = async (browser: Browser) => JSON.stringify((await browser.query('directory.party.about', { id: 1, language: 'pl' })).data)
  expect(await about(clerk)).toMatch(/48120|51000/)
  expect(await about(reader)).not.toMatch(/48120|51000|955/)
})

it('cannot be written by a new contract either', async () => {
  const create = (values: object) => reader.mutate('contracts.trade.create', { values: { ...usualContract, owner, subject: 'Inny', ...values } })
  expect((await create({ value: '5.00' })).failure).toMatchObject({ code: 'denied', params: { right: rights.trade.amounts.id } })
  expect((await create({ value: null })).failure).toBeNull()
})
