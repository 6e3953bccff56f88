import { randomUUID } from 'node:crypto'
import directory from '@crm/directory/server'
import platform, { perform } from '@crm/platform/server'
import type { LoanLine, PaperAbout, Place, SightLine, StockTaking, UnlistedPlace } from '@crm/storage'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { rights } from '../../rights.ts'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

let house: House
let chief: Browser
let clerk: Browser
let chiefId = 0
let clerkId = 0
let shelf = 0
let cabinet = 0
const { trade, papers } = rights

beforeAll(async () => {
  house = await openHouse([platform, storage, directory, contracts])
  chiefId = await house.hire('chief', 'all')
  clerkId = await house.hire('clerk', [papers.view.id, papers.count.id, trade.view.id, trade.paper.view.id, trade.paper.move.id, 'platform.todo.view'])
  ;[chief, clerk] = [await house.signIn('chief'), await house.signIn('clerk')]
  await chief.mutate('directory.party.create', { values: { name: 'Łąka Meble S.A.' } })
  cabinet = await place('Szafa 3')
  shelf = await place('Szafa 3, półka 1', cabinet)
})
beforeEach(() => house.setClock('2026-11-24T09:00:00Z'))
afterAll(() => house.close())

const made = <Answer>({ data, failure }: { data: unknown; failure: unknown }): Answer => {
  expect(failure).toBeNull()
  return data as Answer
}
const place = async (code: string, withinId: number | null = null) => made<{ id: number }>(await chief.mutate('contracts.papers.save', { id: null, code, name: null, withinId })).id
const contract = async (storagePlace: string | null = null, subject = 'Serwis') =>
  made<{ id: number }>(await chief.mutate('contracts.trade.create', { values: { ...usualContract, subject, storagePlace, owner: chiefId } })).id
const label = async (id: number) => made<{ code: string }[]>(await chief.mutate('contracts.trade.labels.print', { ids: [id] }))[0]?.code ?? ''
const about = async (documentId: number, by = chief) => made<PaperAbout>(await by.query('contracts.trade.paper.get', { documentId }))
const lend = (ids: number[], more: object = {}) => chief.mutate('contracts.trade.paper.lend', { ids, holderId: clerkId, outsider: null, dueOn: null, note: null, ...more })
const places = async (by = chief) => made<{ places: Place[]; unlisted: UnlistedPlace[] }>(await by.query('contracts.papers.list'))
const issues = ({ failure }: { failure: { params: object } | null }) =>
  (failure?.params as { issues?: { path: string; code: string }[] })?.issues?.map(({ path, code }) => `${path} ${code}`)

describe('a place', () => {
  it('has the papers of the records that name it, however they came to', async () => {
    const id = await contract('szafa 3')
    await contract('Szafa Tomka')
    const known = await places()
    expect(known.places.map(({ code, count }) => [code, count])).toEqual([
      ['Szafa 3', 1],
      ['Szafa 3, półka 1', 0],
    ])
    expect(known.unlisted).toEqual([{ code: 'Szafa Tomka', count: 1 }])
    await chief.mutate('contracts.trade.remove', { id, version: 1 })
    expect((await places()).places[0]?.count).toBe(0)
  })

  it('is there once, is never inside itself, and stays while a paper lies there', async () => {
    const taken = await chief.mutate('contracts.papers.save', { id: null, code: 'SZAFA 3', name: null, withinId: null })
    expect(taken.failure).toMatchObject({ code: 'taken', params: { field: 'code' } })
    expect(issues(await chief.mutate('contracts.papers.save', { id: cabinet, code: 'Szafa 3', name: null, withinId: shelf }))).toEqual(['withinId inside-itself'])
    expect((await chief.mutate('contracts.papers.remove', { id: cabinet })).failure?.code).toBe('in-use')
    const other = await place('Karton 9')
    const id = await contract('karton 9')
    expect((await chief.mutate('contracts.papers.remove', { id: other })).failure?.code).toBe('in-use')
    await chief.mutate('contracts.trade.paper.move', { ids: [id], placeId: shelf })
    expect((await chief.mutate('contracts.papers.remove', { id: other })).failure).toBeNull()
  })

  it('takes the records that name it along when it gets another name', async () => {
    const [other, id] = [await place('Karton 10'), await contract('Karton 10')]
    made(await chief.mutate('contracts.papers.save', { id: other, code: 'Archiwum, karton 10', name: null, withinId: null }))
    expect(await about(id)).toEqual({ place: 'Archiwum, karton 10', loan: null })
  })
})

describe('a paper', () => {
  it('is moved, with its history, search and filter: the place is a field of the record', async () => {
    const [one, other] = [await contract(null), await contract('Szafa Tomka')]
    made(await clerk.mutate('contracts.trade.paper.move', { ids: [one, other], placeId: shelf }))
    expect([(await about(one)).place, (await about(other)).place]).toEqual(['Szafa 3, półka 1', 'Szafa 3, półka 1'])
    const [entry] = await house.rows('select changes from platform_journal where document = ? order by id desc limit 1', [`contracts.trade:${other}`])
    expect(JSON.parse(String(entry?.[0]))).toEqual({ storagePlace: ['Szafa Tomka', 'Szafa 3, półka 1'] })
    const nowhere = await clerk.mutate('contracts.trade.paper.move', { ids: [one], placeId: 9_999 })
    expect(issues(nowhere)).toEqual(['placeId not-a-choice'])
  })

  it('is moved with all of a selection, or not at all', async () => {
    const one = await contract('Szafa 3')
    expect((await clerk.mutate('contracts.trade.paper.move', { ids: [one, 9_999], placeId: shelf })).failure?.code).toBe('missing')
    expect((await about(one)).place).toBe('Szafa 3')
  })

  it('is lent to a person or somebody outside, passed on, and taken back', async () => {
    const id = await contract('Szafa 3')
    made(await lend([id], { dueOn: '2026-12-01', note: 'do kancelarii' }))
    expect(await about(id, clerk)).toMatchObject({
      place: 'Szafa 3',
      loan: { holder: 'Test clerk', dueOn: '2026-12-01', note: 'do kancelarii', by: 'Test chief', isOverdue: false },
    })
    made(await lend([id], { holderId: null, outsider: 'Kancelaria Lis' }))
    expect((await about(id)).loan?.holder).toBe('Kancelaria Lis')
    made(await chief.mutate('contracts.trade.paper.giveBack', { ids: [id] }))
    expect((await about(id)).loan).toBeNull()
    expect(issues(await chief.mutate('contracts.trade.paper.giveBack', { ids: [id] }))).toEqual(['ids not-lent'])
    const told = await house.rows("select changes from platform_journal where document = ? and changes like '%paperHolder%' order by id", [`contracts.trade:${id}`])
    expect(told.map(([changes]) => JSON.parse(String(changes)))).toEqual([
      { paperHolder: [null, 'Test clerk'], paperDueOn: [null, '2026-12-01'] },
      { paperHolder: ['Test clerk', 'Kancelaria Lis'] },
      { paperHolder: ['Kancelaria Lis', null] },
    ])
  })

  it.each([
    [{ holderId: null }, 'holderId required'],
    [{ outsider: 'Kancelaria' }, 'holderId required'],
    [{ holderId: 9_999 }, 'holderId not-a-choice'],
    [{ dueOn: '2026-11-23' }, 'dueOn day-passed'],
    [{ dueOn: '2026-13-01' }, 'dueOn not-a-day'],
  ])('is not lent with %j', async (more, issue) => expect(issues(await lend([await contract()], more))).toEqual([issue]))

  it('is lent once when two people lend it at the same moment', async () => {
    const id = await contract()
    const answers = await Promise.all(Array.from({ length: 6 }, () => lend([id])))
    expect(answers.map(({ failure }) => failure)).toEqual(Array.from({ length: 6 }, () => null))
    expect(await house.rows('select count(*) from storage_loan where live_document = ?', [`contracts.trade:${id}`])).toEqual([[1]])
  })
})

describe('a paper kept beyond its day', () => {
  const handler = contracts.handlers.find(({ job }) => job.name === 'contracts.overdue-papers') ?? expect.fail('it is looked for')
  const morning = async (day: string) => {
    house.setClock(`${day}T07:00:00Z`)
    await perform(house.system, handler, { id: randomUUID(), data: {} })
  }
  const tasks = (id: number) => house.rows('select user_id, due_on from platform_todo where document = ?', [`contracts.trade:${id}`])
  const told = async (id: number) =>
    (
      await house.rows("select json_extract(payload, '$.userId') from platform_outbox where name = 'platform.notify' and payload like ? order by seq", [`%contracts.trade:${id}"%`])
    ).map(([user]) => Number(user))

  it('is a task of who has it, once, until it is taken back; they and the lender are told', async () => {
    const id = await contract()
    made(await lend([id], { dueOn: '2026-11-30' }))
    await morning('2026-11-30')
    expect(await tasks(id)).toEqual([])
    await morning('2026-12-01')
    await morning('2026-12-02')
    expect([await tasks(id), await told(id)]).toEqual([[[clerkId, '2026-11-30']], [clerkId, chiefId]])
    expect(made<LoanLine[]>(await clerk.query('contracts.papers.loans')).find(({ document }) => document === `contracts.trade:${id}`)).toMatchObject({ isOverdue: true })
    made(await chief.mutate('contracts.trade.paper.giveBack', { ids: [id] }))
    expect(await tasks(id)).toEqual([])
  })

  it('is the lender’s where somebody outside has it', async () => {
    const id = await contract()
    made(await lend([id], { holderId: null, outsider: 'Kancelaria Lis', dueOn: '2026-11-25' }))
    await morning('2026-11-26')
    expect([await tasks(id), await told(id)]).toEqual([[[chiefId, '2026-11-25']], [chiefId]])
  })
})

describe('stock-taking', () => {
  const begin = async (placeId: number, by = chief) => made<{ id: number }>(await by.mutate('contracts.papers.counting.begin', { placeId })).id
  const see = (id: number, code: string, by = chief) => by.mutate('contracts.papers.counting.see', { id, code })
  const get = async (id: number, by = chief) => made<StockTaking & { lines: SightLine[] }>(await by.query('contracts.papers.counting.get', { id }))
  const outcomes = async (id: number, by = chief) => Object.fromEntries((await get(id, by)).lines.map(({ document, outcome }) => [Number(document.split(':')[1]), outcome]))

  it('expects what the place and those inside it should have, and tells missing, foreign, lent and moved apart', async () => {
    const room = await place('Pokój 5')
    await place('Pokój 5, szuflada', room)
    const [here, inner, lost, away, stranger, kept] = [
      await contract('Pokój 5'),
      await contract('pokój 5, szuflada'),
      await contract('Pokój 5'),
      await contract('Pokój 5'),
      await contract('Szafa 3'),
      await contract(null),
    ]
    made(await lend([away]))
    const id = await begin(room)
    expect(await outcomes(id)).toEqual({ [here]: 'expected', [inner]: 'expected', [lost]: 'expected', [away]: 'lent' })
    expect(made(await see(id, await label(here)))).toMatchObject({ outcome: 'here', isAgain: false, holder: null })
    expect(made(await see(id, (await label(here)).toLowerCase()))).toMatchObject({ outcome: 'here', isAgain: true })
    // Another person counts along, in a browser of their own; what one has left, the other goes on with.
    expect(await begin(room, clerk)).toBe(id)
    made(await see(id, await label(inner), clerk))
    expect(made(await see(id, await label(stranger), clerk))).toMatchObject({ outcome: 'foreign', place: 'Szafa 3' })
    expect(made(await see(id, await label(kept)))).toMatchObject({ outcome: 'foreign', place: null })
    made(await clerk.mutate('contracts.papers.counting.keepHere', { id, document: `contracts.trade:${kept}` }))
    expect((await about(kept)).place).toBe('Pokój 5')
    const found = { [here]: 'here', [inner]: 'here', [away]: 'lent', [stranger]: 'foreign', [kept]: 'moved' }
    expect(await outcomes(id, clerk)).toEqual({ ...found, [lost]: 'expected' })
    made(await chief.mutate('contracts.papers.counting.end', { id }))
    await chief.mutate('contracts.trade.paper.move', { ids: [lost], placeId: shelf })
    // What was found stays as it was found.
    expect((await get(id)).lines.map(({ document, outcome, place: at }) => [Number(document.split(':')[1]), outcome, at])[1]).toEqual([lost, 'missing', 'Pokój 5'])
    expect(await outcomes(id)).toEqual({ ...found, [lost]: 'missing' })
    expect((await see(id, await label(lost))).failure?.code).toBe('read-only')
    expect(await begin(room)).not.toBe(id)
  })

  it('says what is wrong with a code, and nothing of a document that one may not see', async () => {
    const id = await begin(cabinet)
    const hidden = await contract('Szafa 3')
    const voided = await contract('Szafa 3')
    const [code, gone] = [await label(hidden), await label(voided)]
    await chief.mutate('contracts.trade.labels.void', { documentId: voided })
    await chief.mutate('contracts.trade.access.break', { id: hidden })
    expect(issues(await see(id, 'UH12'))).toEqual(['code not-a-label'])
    expect(issues(await see(id, `${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`))).toEqual(['code not-a-label'])
    expect(issues(await see(id, gone))).toEqual(['code voided-label'])
    expect(issues(await see(id, code, clerk))).toEqual(['code unknown-label'])
    expect(Object.keys(await outcomes(id, clerk))).not.toContain(String(hidden))
    expect((await places(clerk)).places.find(({ code: one }) => one === 'Szafa 3')?.count).toBe(
      ((await places()).places.find(({ code: one }) => one === 'Szafa 3')?.count ?? 0) - 1,
    )
  })

  it('keeps a foreign paper only for who may move it', async () => {
    const reader = await house.hire('liczacy', [papers.view.id, papers.count.id, trade.view.id]).then(() => house.signIn('liczacy'))
    const [id, stranger] = [await begin(shelf), await contract('Szafa Tomka')]
    made(await see(id, await label(stranger), reader))
    const refused = await reader.mutate('contracts.papers.counting.keepHere', { id, document: `contracts.trade:${stranger}` })
    expect([refused.failure?.code, (await about(stranger)).place]).toEqual(['denied', 'Szafa Tomka'])
  })

  it('is a workbook', async () => {
    const box = await place('Karton 77')
    await contract('Karton 77', 'Serwis dźwigów')
    const id = await begin(box)
    const answer = await house.http.inject({ url: `/files/contracts.papers/stocktaking/${id}?language=pl`, headers: { cookie: chief.cookie() } })
    expect(answer.statusCode).toBe(200)
    expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect((await house.http.inject({ url: `/files/contracts.papers/stocktaking/9999`, headers: { cookie: chief.cookie() } })).statusCode).toBe(404)
  })
})
