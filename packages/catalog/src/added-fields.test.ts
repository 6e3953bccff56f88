import type { AddedField, AddedTo } from '@crm/register'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { servers } from './server.ts'

const register = 'directory.party'
let house: House
let admin: Browser
let clerk: Browser

beforeAll(async () => {
  house = await openHouse(servers)
  house.setClock('2026-11-24T09:00:00Z')
  await house.hire('admin', ['admin.enter', 'admin.fields.edit'])
  await house.hire('clerk', 'all')
  admin = await house.signIn('admin')
  clerk = await house.signIn('clerk')
})
afterAll(() => house.close())

const choice = (pl: string, more: object = {}) => ({ id: null, pl, en: `${pl} (en)`, isUsed: true, ...more })
const save = (given: object, by = admin) => by.mutate('admin.fields.save', { register, field: null, kind: 'text', pl: 'Pole', en: 'Field', choices: [], ...given })
const added = async () => (await clerk.query(`${register}.added`, {})).data as AddedField[]
const create = (given: object) => clerk.mutate(`${register}.create`, { values: { name: 'Łąka Meble S.A.', ...given } })

describe('a field that an admin adds', () => {
  it('takes a free column, and is told to all who see the register', async () => {
    const { data, failure } = await save({ kind: 'choice', pl: 'Ryzyko', en: 'Risk', choices: [choice('niskie'), choice('wysokie')] })
    expect(failure).toBeNull()
    expect(data).toEqual({ field: 'addedChoice1' })
    expect((await save({ kind: 'text', pl: 'Numer w archiwum', en: 'Archive number' })).data).toEqual({ field: 'addedText1' })
    expect((await added()).map(({ field, pl, isUsed }) => [field, pl, isUsed])).toEqual([
      ['addedChoice1', 'Ryzyko', true],
      ['addedText1', 'Numer w archiwum', true],
    ])
    const [listed] = ((await admin.query('admin.fields.list', {})).data as AddedTo[]).filter((one) => one.register === register)
    expect(listed?.free).toMatchObject({ choice: 2, text: 2, person: 1, party: 1 })
  })

  it('is filled in, filtered by, exported by its name and kept in the history', async () => {
    expect((await create({ name: 'Z ryzykiem', addedChoice1: 'c2', addedText1: 'A-17/ł' })).failure).toBeNull()
    expect((await create({ name: 'Bez ryzyka', addedChoice1: 'c1' })).failure).toBeNull()
    const question = { columns: ['name', 'addedChoice1'], filter: { all: [{ field: 'addedChoice1', op: 'oneOf', value: ['c2'] }] }, sort: [{ field: 'addedText1', dir: 'asc' }] }
    const { data } = await clerk.query(`${register}.list`, question)
    expect((data as { rows: unknown[][] }).rows.map((row) => row.slice(2))).toEqual([['Z ryzykiem', 'c2']])
    expect(((await clerk.query(`${register}.list`, { ...question, filter: { all: [] }, search: 'a-17/l' })).data as { rows: unknown[] }).rows).toHaveLength(1)
    const { payload } = await house.http.inject({
      url: `/files/${register}/export`,
      query: { format: 'csv', language: 'pl', question: JSON.stringify({ ...question, columns: ['name', 'addedChoice1', 'addedText1'] }) },
      headers: { cookie: clerk.cookie() },
    })
    expect(payload.replace('\ufeff', '')).toBe('Nazwa;Ryzyko;Numer w archiwum\r\nZ ryzykiem;wysokie;A-17/ł\r\n')
    const [entry] = await house.rows("select changes from platform_journal where action = 'directory.party.create' order by id limit 1")
    expect(JSON.parse(String(entry?.[0]))).toMatchObject({ addedText1: [null, 'A-17/ł'] })
  })

  it('refuses a choice that there is not, and a column that nobody named', async () => {
    expect((await create({ addedChoice1: 'c9' })).failure?.params.issues).toEqual([{ path: 'addedChoice1', code: 'not-a-choice' }])
    expect((await create({ addedDay1: '2026-01-01' })).failure?.params.issues).toEqual([{ path: 'addedDay1', code: 'unknown-field' }])
    expect((await create({ addedNumber1: 'x' })).failure?.code).toBe('invalid')
  })

  it('loses a choice without losing what was chosen', async () => {
    const field = 'addedChoice1'
    expect((await save({ field, kind: 'choice', pl: 'Ryzyko', en: 'Risk', choices: [choice('niskie', { id: 'c1' })] })).failure).toBeNull()
    expect((await added())[0]?.choices.map(({ id, isUsed }) => [id, isUsed])).toEqual([
      ['c1', true],
      ['c2', false],
    ])
    expect((await create({ addedChoice1: 'c2' })).failure?.code).toBe('invalid')
    const edited = await clerk.mutate(`${register}.update`, { id: 1, version: 1, values: { name: 'Z ryzykiem dalej', addedChoice1: 'c2' } })
    expect(edited.failure).toBeNull()
    expect((await save({ field, kind: 'choice', pl: 'Ryzyko', en: 'Risk', choices: [] })).failure?.params.issues).toEqual([{ path: 'choices', code: 'required' }])
  })

  it('is chosen in a merge as any other, and one out of use is in nobody’s way', async () => {
    const made = async (given: object) => ((await create(given)).data as { id: number }).id
    const merge = async (keep: number, drop: number, take: object) =>
      (await clerk.mutate('directory.merge.merge', { keep: { id: keep, version: 1 }, drop: { id: drop, version: 1 }, take })).failure
    const textOf = async (id: number) => ((await clerk.query(`${register}.get`, { id })).data as { row: Record<string, unknown> }).row.addedText1
    const [taken, left, lacking] = [await made({ addedText1: 'K-1' }), await made({ addedText1: 'K-2' }), await made({})]
    expect(await merge(taken, await made({ addedText1: 'D-1' }), { addedText1: 'drop' })).toBeNull()
    expect(await merge(left, await made({ addedText1: 'D-2' }), {})).toBeNull()
    expect(await merge(lacking, await made({ addedText1: 'D-3' }), {})).toBeNull()
    const emptied = await made({})
    expect(await merge(emptied, await made({ addedText1: 'D-4' }), { addedText1: 'keep' })).toBeNull()
    expect(await Promise.all([taken, left, lacking, emptied].map(textOf))).toEqual(['D-1', 'K-2', 'D-3', null])
    const [keep, drop] = [await made({}), await made({ addedText1: 'D-5' })]
    await admin.mutate('admin.fields.use', { register, field: 'addedText1', isUsed: false })
    expect(await merge(keep, drop, {})).toBeNull()
    await admin.mutate('admin.fields.use', { register, field: 'addedText1', isUsed: true })
  })

  it('goes out of use and comes back with its values', async () => {
    const use = (isUsed: boolean) => admin.mutate('admin.fields.use', { register, field: 'addedText1', isUsed })
    expect((await use(false)).failure).toBeNull()
    expect((await create({ addedText1: 'B-1' })).failure?.params.issues).toEqual([{ path: 'addedText1', code: 'unknown-field' }])
    await use(true)
    const { data } = await clerk.query(`${register}.get`, { id: 1 })
    expect((data as { row: Record<string, unknown> }).row.addedText1).toBe('A-17/ł')
  })

  it('is one of two when two admins take the last column at once', async () => {
    const both = await Promise.all([save({ kind: 'person', pl: 'Opiekun', en: 'Keeper' }), save({ kind: 'person', pl: 'Zastępca', en: 'Deputy' })])
    expect(both.map(({ failure }) => failure?.params.issues ?? null).sort()).toEqual([[{ path: 'kind', code: 'none-left' }], null])
  })

  it('keeps names apart, moves in the form, and is journalled', async () => {
    expect((await save({ pl: 'ryzyko', en: 'Other' })).failure?.params.issues).toEqual([{ path: 'pl', code: 'taken' }])
    await admin.mutate('admin.fields.move', { register, field: 'addedText1', by: -1 })
    expect((await added())[0]?.field).toBe('addedText1')
    const entries = await house.rows("select document, document_code, outcome from platform_journal where action = 'admin.fields.edit' and document is not null order by id")
    expect(entries[0]).toEqual(['register.added:directory.party', 'Ryzyko', 'done'])
  })

  it('is nobody else’s to add', async () => {
    await house.hire('reader', ['directory.party.view'])
    const reader = await house.signIn('reader')
    expect((await save({ pl: 'Moje' }, reader)).failure?.code).toBe('denied')
    expect((await added()).some(({ pl }) => pl === 'Moje')).toBe(false)
  })
})
