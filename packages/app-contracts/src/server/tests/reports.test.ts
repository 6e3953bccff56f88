import directory from '@crm/directory/server'
import platform from '@crm/platform/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ContractReport, DecisionDays } from '../../report.ts'
import { rights } from '../../rights.ts'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

const { trade, property, reports } = rights
let house: House
let chief: Browser
let reader: Browser
let ids: { chief: number; reader: number }
const made: Record<string, number> = {}

const contract = async (subject: string, given: object) => {
  const { data, failure } = await chief.mutate('contracts.trade.create', { values: { ...usualContract, subject, owner: ids.chief, ...given } })
  expect(failure).toBeNull()
  made[subject] = (data as { id: number }).id
}

beforeAll(async () => {
  house = await openHouse([platform, storage, directory, contracts])
  house.setClock('2026-11-24T09:00:00Z')
  ids = { chief: await house.hire('chief', 'all'), reader: await house.hire('reader', [reports.view.id, trade.view.id, trade.amounts.id]) }
  ;[chief, reader] = [await house.signIn('chief'), await house.signIn('reader')]
  await chief.mutate('directory.party.create', { values: { name: 'Łąka Meble S.A.' } })
  await house.rows("insert into directory_department (id, name) values (1, 'Handel'), (2, 'Zarząd')")
  const notice = { noticeCount: 1, noticeUnit: 'months' }
  await contract('zł', { department: 1, value: '100.10', endsOn: '2027-01-31', ...notice })
  await contract('jawna', { department: 1, value: '200.20', endsOn: '2027-01-31' })
  await contract('euro', { department: 1, value: '300.00', currency: 'EUR', endsOn: '2027-03-31' })
  await contract('brutto', { department: 1, value: '400.00', priceBasis: 'gross', endsOn: '2027-03-31' })
  await contract('tajna', { department: 2, value: '999999.00', endsOn: '2027-01-31' })
  await contract('projekt', { status: 'draft', department: 1, value: '5000.00', endsOn: '2027-01-31' })
  await contract('odłożona', { department: 1, value: '7000.00', endsOn: '2027-01-31' })
  await chief.mutate('contracts.trade.archive', { id: made.odłożona, version: 1 })
  const lines = [trade.view.id, trade.edit.id, trade.access.id].map((right) => ({ holder: `u${ids.chief}`, right, effect: '+' }))
  expect((await chief.mutate('contracts.trade.access.save', { id: made.tajna, lines })).failure).toBeNull()
})
afterAll(() => house.close())

const figures = async (browser: Browser, entity = 'trade') => (await browser.query('contracts.reports.figures', { entity })).data as ContractReport
const calendar = async (browser: Browser, from: string, to: string) =>
  ((await browser.query('contracts.reports.calendar', { from, to })).data as DecisionDays).days.map(({ subject, kind, on }) => [on, kind, subject])

it('counts the ends of each month, of what the reader may see', async () => {
  const ending = async (browser: Browser) => (await figures(browser)).ending.filter(({ count }) => count > 0)
  expect(await ending(chief)).toEqual([
    { month: '2027-01', count: 3 },
    { month: '2027-03', count: 2 },
  ])
  expect((await ending(reader))[0]).toEqual({ month: '2027-01', count: 2 })
  expect((await figures(reader)).ending.map(({ month }) => month)).toEqual([
    '2026-11',
    '2026-12',
    ...Array.from({ length: 10 }, (_, at) => `2027-${String(at + 1).padStart(2, '0')}`),
  ])
})

it('adds amounts to the grosz, never of two currencies, net and gross, nor of what the reader may not see', async () => {
  const values = async (browser: Browser) =>
    (await figures(browser)).values.map(({ department, currency, priceBasis, sum, count }) => [department, currency, priceBasis, sum, count])
  const mine = [
    ['Handel', 'EUR', 'net', '3600.00', 1],
    ['Handel', 'PLN', 'net', '3603.60', 2],
    ['Handel', 'PLN', 'gross', '4800.00', 1],
  ]
  expect((await values(reader)).toSorted()).toEqual(mine.toSorted())
  expect((await values(chief)).toSorted()).toEqual([...mine, ['Zarząd', 'PLN', 'net', '11999988.00', 1]].toSorted())
})

it('shows the days of what the reader may see, both ends inclusive', async () => {
  expect(await calendar(reader, '2026-12-23', '2027-01-31')).toEqual([
    ['2026-12-31', 'noticeDeadlineOn', 'zł'],
    ['2027-01-31', 'nextEndOn', 'zł'],
    ['2027-01-31', 'nextEndOn', 'jawna'],
  ])
  expect(await calendar(chief, '2026-12-01', '2026-12-22')).toEqual([['2026-12-22', 'decideByOn', 'zł']])
  expect((await calendar(chief, '2027-01-31', '2027-01-31')).map(([, , subject]) => subject)).toContain('tajna')
})

it('opens a document to whom it was granted, and nothing of a register that one may not see', async () => {
  await house.hire('guest', [reports.view.id])
  const guest = await house.signIn('guest')
  expect((await guest.query('contracts.reports.variants')).data).toEqual([])
  expect((await figures(guest)).values).toEqual([])
  expect((await figures(guest, 'nothing')).values).toEqual([])
  const [id] = (await house.rows("select id from platform_user where login = 'guest'"))[0] ?? []
  await chief.mutate('contracts.trade.access.grant', {
    id: made.euro,
    holder: `u${id}`,
    rights: [trade.view.id],
    fromAt: '2026-11-24T09:00:00.000Z',
    untilAt: null,
    isPreviewOnly: false,
    reason: 'audyt',
  })
  expect((await guest.query('contracts.reports.variants')).data).toEqual(['trade'])
  expect(await calendar(guest, '2027-01-01', '2027-03-31')).toEqual([['2027-03-31', 'nextEndOn', 'euro']])
  expect((await reader.query('contracts.reports.variants')).data).not.toContain(property.view.id)
})

it.each<[string, string, string, string]>([
  ['days in the wrong order', '2027-01-02', '2027-01-01', 'end-before-start'],
  ['a whole year', '2027-01-01', '2027-12-31', 'too-long'],
  ['a day that does not exist', '2027-01-01', '2027-02-30', 'not-a-day'],
])('refuses %s', async (_name, from, to, code) => {
  expect((await reader.query('contracts.reports.calendar', { from, to })).failure).toMatchObject({ code: 'invalid', params: { issues: [{ path: 'to', code }] } })
})
