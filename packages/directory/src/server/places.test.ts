import platform from '@crm/platform/server'
import register from '@crm/register/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import directory from './index.ts'

let house: House
let clerk: Browser
let reader: Browser

const depot = { kind: 'delivery', street: 'Żwirowa 7', postalCode: '95-100', city: 'Zgierz', country: 'PL' }
const office = { kind: 'correspondence', street: 'Hauptstraße 1', postalCode: 'D-10115', city: 'Berlin', country: 'DE' }
const ola = { name: 'Ola Źrebak', role: 'księgowa', email: 'ola@granit.example', phone: '+48 42 600 10 20 wew. 5', notes: null }
const jan = { name: 'Jan Kłos', role: null, email: null, phone: '501 502 503', notes: 'tylko rano' }

const create = async (values: object) => ((await clerk.mutate('directory.party.create', { values })).data as { id: number }).id
const rowOf = async (id: number) => ((await clerk.query('directory.party.get', { id })).data as { row: Record<string, unknown> }).row
const found = async (question: object) =>
  ((await clerk.query('directory.party.list', { columns: ['name'], ...question })).data as { rows: [number, number, string][] }).rows.map(([, , name]) => name)

beforeAll(async () => {
  house = await openHouse([platform, storage, register, directory])
  house.setClock('2026-11-24T09:00:00Z')
  await house.hire('clerk', 'all')
  await house.hire('reader', ['directory.party.view', 'directory.party.history', 'directory.party.export'])
  clerk = await house.signIn('clerk')
  reader = await house.signIn('reader')
})
afterAll(() => house.close())

describe('addresses and contacts of a party', () => {
  it('are kept in order, and every change is in the history with what was and what is', async () => {
    const id = await create({ name: 'Granit', city: 'Łódź', addresses: [depot], contacts: [ola] })
    expect(await rowOf(id)).toMatchObject({ city: 'Łódź', addresses: [depot], contacts: [ola] })
    const { failure } = await clerk.mutate('directory.party.update', {
      id,
      version: 1,
      values: { addresses: [office, depot], contacts: [ola, { name: 'Jan Kłos', phone: '501 502 503', notes: 'tylko rano' }] },
    })
    expect(failure).toBeNull()
    expect(await rowOf(id)).toMatchObject({ addresses: [office, depot], contacts: [ola, jan] })
    const { data } = await clerk.query('directory.party.history', { id })
    expect((data as { changes: object }[])[0]?.changes).toEqual({ addresses: [[depot], [office, depot]], contacts: [[ola], [ola, jan]] })
  })

  it('tells a reader of the history nothing of people who were there', async () => {
    const id = await create({ name: 'Gnejs', contacts: [ola] })
    const { data } = await reader.query('directory.party.history', { id })
    expect(data).toMatchObject([{ hidden: ['contacts'] }])
    expect(JSON.stringify(data)).not.toContain('Ola')
  })

  it('are the same when nothing was said anew', async () => {
    const id = await create({ name: 'Bazalt', contacts: [{ name: 'Jan Kłos', notes: 'tylko rano', phone: '501 502 503' }] })
    expect((await clerk.mutate('directory.party.update', { id, version: 1, values: { contacts: [jan] } })).data).toMatchObject({ version: 1 })
  })

  it.each([
    ['a Polish postal code', { addresses: [{ ...depot, postalCode: '95100' }] }, [{ path: 'addresses.0.postalCode', code: 'postal-code' }]],
    ['a foreign one', { addresses: [depot, { ...office, postalCode: '%' }] }, [{ path: 'addresses.1.postalCode', code: 'foreign-postal-code' }]],
    ['the seat’s', { postalCode: '1' }, [{ path: 'postalCode', code: 'postal-code' }]],
    ['a mailbox', { contacts: [jan, { ...ola, email: 'ola@' }] }, [{ path: 'contacts.1.email', code: 'mailbox' }]],
    ['a telephone number', { contacts: [{ ...jan, phone: 'rano' }] }, [{ path: 'contacts.0.phone', code: 'phone' }]],
    ['a town', { addresses: [{ ...depot, city: '' }] }, [{ path: 'addresses.0.city', code: 'required' }]],
    ['a kind', { addresses: [{ ...depot, kind: 'home' }] }, [{ path: 'addresses.0.kind', code: 'not-a-choice' }]],
    ['a part that there is not', { contacts: [{ ...jan, pesel: '1' }] }, [{ path: 'contacts.0.pesel', code: 'unknown-field' }]],
  ])('refuses %s at its place', async (_what, values, issues) => {
    const { failure } = await clerk.mutate('directory.party.create', { values: { name: 'Zły', ...values } })
    expect(failure).toMatchObject({ code: 'invalid', params: { issues } })
  })

  it('takes a postal code of the country of the seat', async () => {
    expect((await clerk.mutate('directory.party.create', { values: { name: 'Wien', postalCode: '1010', country: 'AT' } })).failure).toBeNull()
  })

  it('are found by the search and by a condition, whichever of them it is', async () => {
    await create({ name: 'Porfir', addresses: [depot, office], contacts: [jan, { ...ola, name: 'Zofia Łąka' }] })
    expect(await found({ search: 'hauptstrasse porfir' })).toEqual(['Porfir'])
    expect(await found({ search: 'berlin porfir' })).toEqual(['Porfir'])
    expect(await found({ search: 'zofia laka' })).toEqual(['Porfir'])
    expect(await found({ filter: { all: [{ field: 'contacts', op: 'contains', value: 'zofia łąka' }] } })).toEqual(['Porfir'])
    expect(await found({ filter: { all: [{ field: 'contacts', op: 'contains', value: 'email' }] } })).toEqual([])
    expect(await found({ filter: { all: [{ field: 'contacts', op: 'contains', value: '%' }] } })).toEqual([])
    expect(
      await found({
        filter: {
          all: [
            { field: 'name', op: 'equals', value: 'Porfir' },
            { field: 'addresses', op: 'filled' },
          ],
        },
      }),
    ).toEqual(['Porfir'])
  })

  it('stand in an export as they are read, without people for whom they are not', async () => {
    await create({ name: 'Marmur', addresses: [depot], contacts: [jan] })
    const question = JSON.stringify({ columns: ['name', 'addresses', 'contacts'], filter: { all: [{ field: 'name', op: 'equals', value: 'Marmur' }] } })
    const sheet = async (browser: Browser) =>
      (await house.http.inject({ url: '/files/directory.party/export', query: { format: 'csv', language: 'pl', question }, headers: { cookie: browser.cookie() } })).body
    expect(await sheet(clerk)).toContain('dostawy, Żwirowa 7, 95-100, Zgierz, Polska;Jan Kłos, 501 502 503, tylko rano')
    expect(await sheet(reader)).not.toContain('Jan')
  })
})

describe('a merge of two parties', () => {
  it('takes the addresses and contacts of both, each once', async () => {
    const keep = await create({ name: 'Łupek', addresses: [depot], contacts: [ola] })
    const drop = await create({ name: 'Łupek sp.j.', addresses: [{ ...depot, street: 'żwirowa 7' }, office], contacts: [jan, ola] })
    const { failure } = await clerk.mutate('directory.merge.merge', {
      keep: { id: keep, version: 1 },
      drop: { id: drop, version: 1 },
      take: { addresses: 'both', contacts: 'both' },
    })
    expect(failure).toBeNull()
    expect(await rowOf(keep)).toMatchObject({ addresses: [depot, office], contacts: [ola, jan] })
  })
})
