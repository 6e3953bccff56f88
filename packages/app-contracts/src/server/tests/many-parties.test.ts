import directory from '@crm/directory/server'
import platform from '@crm/platform/server'
import register from '@crm/register/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

let house: House
let clerk: Browser
let id = 0
const names = Array.from({ length: 12 }, (_, at) => `Konsorcjum Budowy Dróg i Mostów · oddział ${at + 1} ${['Żnin', 'Łomża', 'Śrem'][at % 3]} sp. z o.o.`)

beforeAll(async () => {
  house = await openHouse([platform, storage, register, directory, contracts])
  house.setClock('2026-11-24T09:00:00Z')
  const owner = await house.hire('clerk', 'all')
  clerk = await house.signIn('clerk')
  const parties: number[] = []
  for (const name of names) parties.push(((await clerk.mutate('directory.party.create', { values: { name } })).data as { id: number }).id)
  const made = await clerk.mutate('contracts.trade.create', { values: { ...usualContract, parties, owner } })
  expect(made.failure).toBeNull()
  id = (made.data as { id: number }).id
})
afterAll(() => house.close())

const read = async () => ((await clerk.query('contracts.trade.get', { id })).data as { row: { version: number; parties: { label: string }[] } }).row
const found = async (search: string) => ((await clerk.query('contracts.trade.list', { columns: ['parties'], search })).data as { rows: unknown[][] }).rows

it('a contract with more parties than a column holds shows each in full', async () => {
  expect((await read()).parties.map(({ label }) => label)).toEqual(names)
})

it('it is found by the last of them, before and after an edit of something else', async () => {
  expect(await found('oddział 12 Śrem')).toHaveLength(1)
  const { failure } = await clerk.mutate('contracts.trade.update', { id, version: (await read()).version, values: { subject: 'Inny przedmiot' } })
  expect(failure).toBeNull()
  expect(await found('oddział 12 Śrem')).toHaveLength(1)
  const [changes] = (await house.rows("select changes from platform_journal where action = 'contracts.trade.edit' order by id desc limit 1"))[0] ?? []
  expect(Object.keys(typeof changes === 'string' ? (JSON.parse(changes) as object) : (changes as object))).toEqual(['subject'])
})

it('its line in the list names each, shortened', async () => {
  const [[, , parties] = []] = (await found('oddział 12')) as [number, number, { label: string }[]][]
  expect(parties?.map(({ label }) => label.slice(0, 10))).toEqual(names.map(() => 'Konsorcjum'))
})
