import directory from '@crm/directory/server'
import platform from '@crm/platform/server'
import { spokenLabel } from '@crm/storage'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rights } from '../../rights.ts'
import contracts from '../index.ts'
import { desk } from '../router.ts'
import { usualContract } from './usual-contract.ts'

let house: House
let chief: Browser
let chiefId = 0

beforeAll(async () => {
  house = await openHouse([platform, storage, directory, contracts])
  house.setClock('2026-11-24T09:00:00Z')
  chiefId = await house.hire('chief', 'all')
  await house.hire('property', ['platform.search.use', rights.property.view.id])
  chief = await house.signIn('chief')
  await chief.mutate('directory.party.create', { values: { name: 'Łąka Meble S.A.' } })
})
afterAll(() => house.close())

const contract = async (subject: string) => ((await chief.mutate('contracts.trade.create', { values: { ...usualContract, subject, owner: chiefId } })).data as { id: number }).id
const print = async (...ids: number[]) => (await chief.mutate('contracts.trade.labels.print', { ids })).data as { code: string }[]
const find = async (text: string, by = chief) => (await by.query('platform.search.find', { text })).data

it('finds a record by its label, as a scanner types it and as a hand does', async () => {
  const id = await contract('Serwis wind')
  const [label] = await print(id)
  const code = label?.code ?? ''
  const hit = { kind: 'contracts.trade', id, title: 'Serwis wind', path: `/contracts/trade/${id}` }
  expect(await find(code)).toMatchObject([hit])
  expect(await find(spokenLabel(code).toLowerCase())).toMatchObject([hit])
  expect(await find(`${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`)).toEqual([])
})

it('finds the record in the archive too, but not by a label that was voided, and nothing for who may not see it', async () => {
  const [archived, voided] = [await contract('Do archiwum'), await contract('Bez etykiety')]
  const [one, other] = await print(archived, voided)
  await chief.mutate('contracts.trade.archive', { id: archived, version: 1 })
  await chief.mutate('contracts.trade.labels.void', { documentId: voided })
  expect(await find(one?.code ?? '')).toMatchObject([{ id: archived }])
  expect(await find(other?.code ?? '')).toEqual([])
  expect(await find(one?.code ?? '', await house.signIn('property'))).toEqual([])
})

it('prints the labels of a selection, or none of them when one is not there', async () => {
  const ids = [await contract('Pierwsza'), await contract('Druga'), await contract('Trzecia')]
  expect((await chief.mutate('contracts.trade.labels.print', { ids: [...ids, 9_999] })).failure?.code).toBe('missing')
  expect(await house.rows('select count(*) from storage_label where document in (?)', [ids.map((id) => `contracts.trade:${id}`)])).toEqual([[0]])
  expect(new Set((await print(...ids)).map(({ code }) => code)).size).toBe(3)
})

it('says on each variant’s label what its papers are known by', async () => {
  const { direction: _direction, ...common } = { ...usualContract, owner: chiefId }
  const own = {
    trade: { ...common, direction: 'cost', subject: 'Serwis wind' },
    property: { ...common, kind: 'rent', side: 'tenant', object: 'Hala nr 2', subject: 'Najem hali' },
    staff: { ...common, kind: 'employment', person: 'Jan Przykładowy', position: 'Magazynier', subject: 'Praca' },
  }
  const said = { trade: 'Serwis wind', property: 'Hala nr 2 · Najem hali', staff: 'Jan Przykładowy · Magazynier' }
  for (const entity of ['trade', 'property', 'staff'] as const) {
    const { data, failure } = await chief.mutate(`contracts.${entity}.create`, { values: own[entity] })
    expect(failure).toBeNull()
    const { id } = data as { id: number }
    const about = await desk.documents.find(({ kind }) => kind === `contracts.${entity}`)?.about(house.system, [id])
    expect(about?.get(id)?.labelText).toBe(said[entity])
  }
})
