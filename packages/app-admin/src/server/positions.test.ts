import directory from '@crm/directory/server'
import type { Position } from '@crm/directory'
import platform, { giveLevel, groupHolder, restamp, transact } from '@crm/platform/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import admin from './index.ts'

let house: House
let boss: Browser
const blank = { email: null, phone: null, departmentId: null, positionId: null, supervisorId: null, activeFrom: null, activeTo: null }

beforeAll(async () => {
  house = await openHouse([platform, directory, admin])
  await house.hire('boss', 'all')
  boss = await house.signIn('boss')
})
afterAll(() => house.close())

const done = async <Answer>(path: string, input: object): Promise<Answer> => {
  const { data, failure } = await boss.mutate(path, input)
  if (failure) throw new Error(JSON.stringify(failure))
  return data as Answer
}
const refused = async (path: string, input: object) => (await boss.mutate(path, input)).failure
const add = async (name: string) => (await done<{ id: number }>('admin.positions.save', { id: null, name })).id
const hire = async (login: string, positionId: number) =>
  (await done<{ id: number }>('admin.people.create', { values: { ...blank, login, name: `Osoba ${login}`, positionId } })).id
const list = async () => ((await boss.query('admin.positions.list')).data as Position[]).map(({ name, personCount }) => [name, personCount])
const groupOf = async (position: number) => (await house.rows("select id, name from platform_group where kind = 'position' and subject = ?", [String(position)]))[0]
const rightsOf = async (user: number) => (await house.rows("select count(*) from platform_user_right where user_id = ? and right_id = 'directory.party.view'", [user]))[0]?.[0]

it('is named once, renamed for everybody, and removed only when nobody holds it', async () => {
  const clerk = await add('Handlowiec')
  expect(await refused('admin.positions.save', { id: null, name: 'handlowiec' })).toMatchObject({ code: 'invalid', params: { issues: [{ path: 'name', code: 'taken' }] } })
  expect(await refused('admin.positions.save', { id: null, name: ' ' })).toMatchObject({ code: 'invalid', params: { issues: [{ path: 'name', code: 'required' }] } })
  await hire('ola', clerk)
  await done('admin.positions.save', { id: clerk, name: 'Opiekun klienta' })
  expect((await groupOf(clerk))?.[1]).toBe('Opiekun klienta')
  expect(await list()).toEqual([['Opiekun klienta', 1]])
  expect((await refused('admin.positions.remove', { id: clerk }))?.code).toBe('in-use')
  const empty = await add('Nikt')
  await done('admin.positions.remove', { id: empty })
  expect(await list()).toEqual([['Opiekun klienta', 1]])
  expect((await refused('admin.positions.remove', { id: empty }))?.code).toBe('missing')
})

it('gives its level to whoever is hired into it, and, merged with another, the other one’s to its people', async () => {
  const [seller, buyer] = [await add('Sprzedawca'), await add('Kupiec')]
  const first = await hire('kupiec', buyer)
  const group = Number((await groupOf(buyer))?.[0])
  await transact(house.system.database, async () => {
    await giveLevel({ now: new Date() }, { holder: groupHolder(group), app: 'directory', level: 'read' })
    await restamp({ system: house.system, now: new Date(), journal: async () => undefined }, [first])
  })
  const [second, third] = [await hire('kupiec2', buyer), await hire('sprzedawca', seller)]
  expect([await rightsOf(first), await rightsOf(second), await rightsOf(third)]).toEqual([1, 1, 0])
  await done('admin.positions.merge', { id: seller, into: buyer })
  expect(await rightsOf(third)).toBe(1)
  expect((await list()).find(([name]) => name === 'Kupiec')).toEqual(['Kupiec', 3])
  expect((await list()).some(([name]) => name === 'Sprzedawca')).toBe(false)
  expect(await refused('admin.positions.merge', { id: buyer, into: buyer })).toMatchObject({ code: 'invalid', params: { issues: [{ path: 'into', code: 'not-a-choice' }] } })
})

it('is asked for by its name in an import, in any case of letters', async () => {
  const row = { login: 'nowy', name: 'Nowa Osoba', email: '', phone: '', department: '', position: 'KUPIEC', supervisor: '', activeFrom: '', activeTo: '' }
  const check = (position: string) => done<{ path: string; code: string }[][]>('admin.people.check', { rows: [{ ...row, position }] })
  expect([await check('KUPIEC'), await check('Astronauta')]).toEqual([[[]], [[expect.objectContaining({ path: 'position', code: 'unknown-position' })]]])
  await done('admin.people.import', { rows: [row] })
  expect((await list()).find(([name]) => name === 'Kupiec')?.[1]).toBe(4)
})
