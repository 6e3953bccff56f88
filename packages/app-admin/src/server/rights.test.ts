import { platformRights } from '@crm/platform'
import { platformServer } from '@crm/platform/server'
import directoryServer from '@crm/directory/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import Excel from 'exceljs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rights } from '../rights.ts'
import type { RightsTable, UnusedLine, WhyAnswer } from '../rights-wire.ts'
import adminServer from './index.ts'

let house: House
let clerk = 0
let chiefs: Browser
const help = platformRights.help.view.id

const ask = async <T>(path: string, input: object) => {
  const { data, failure } = await chiefs.query(path, input)
  expect(failure).toBeNull()
  return data as T
}
const table = (more: object = {}) => ask<RightsTable>('admin.rights.table', { language: 'pl', ...more })
const sign = (of: RightsTable, holder: string, right: string) => of.cells[holder]?.[of.rights.findIndex((one) => one.id === right)]
const change = async (part: object) => expect((await chiefs.mutate('platform.rights.change', { lines: [], levels: [], presets: [], ...part })).failure).toBeNull()

beforeAll(async () => {
  house = await openHouse([platformServer, directoryServer, adminServer])
  house.setClock('2026-01-10T09:00:00Z')
  await house.hire('chief', [platformRights.rights.edit.id, platformRights.groups.edit.id, rights.rights.view.id, rights.rights.export.id])
  clerk = await house.hire('clerk', [])
  chiefs = await house.signIn('chief')
})
afterAll(() => house.close())

it('shows where each right is from', async () => {
  await change({ levels: [{ holder: `u${clerk}`, app: 'directory', level: 'read' }], lines: [{ holder: `u${clerk}`, right: help, effect: '+' }] })
  const shown = await table()
  expect(shown.rights.find((right) => right.id === help)?.name).toBe('Pomoc')
  expect([sign(shown, `u${clerk}`, help), sign(shown, `u${clerk}`, 'directory.party.view'), sign(shown, `u${clerk}`, 'directory.party.edit')]).toEqual(['+', 'l', '.'])
  expect(shown.levels[`u${clerk}`]).toEqual({ directory: 'read' })
})

it('tells why, by whom, and leads to the entry', async () => {
  const why = await ask<WhyAnswer>('admin.rights.why', { holder: `u${clerk}`, right: 'directory.party.view' })
  expect(why).toMatchObject({ isHeld: true, lines: [{ what: 'level', level: 'read', by: 'Test chief', decides: true }] })
  const [entry] = await house.rows('select document from platform_journal where id = ?', [why.lines[0]?.journalId])
  expect(entry).toEqual([`platform.user:${clerk}`])
  expect(await ask<WhyAnswer>('admin.rights.why', { holder: `u${clerk}`, right: 'directory.party.remove' })).toMatchObject({ isHeld: false, lines: [] })
})

it('knows the rights as they were at the end of a day', async () => {
  house.setClock('2026-01-11T22:59:00Z')
  await change({ lines: [{ holder: `u${clerk}`, right: help, effect: '-' }] })
  house.setClock('2026-01-12T09:00:00Z')
  const [before, after] = [await table({ on: '2026-01-10' }), await table({ on: '2026-01-11' })]
  // 22:59 UTC is 23:59 in Warsaw: still the eleventh.
  expect([sign(before, `u${clerk}`, help), sign(after, `u${clerk}`, help)]).toEqual(['+', '.'])
})

it('finds rights that nobody has used for half a year', async () => {
  house.setClock('2026-08-01T09:00:00Z')
  const chief = await house.signIn('chief')
  await chief.query('admin.rights.table', { language: 'pl' })
  const lines = (await chief.query('admin.rights.unused')).data as UnusedLine[]
  expect(lines).toContainEqual(expect.objectContaining({ userId: clerk, right: 'directory.party.view', lastUsedOn: null }))
  expect(lines.some((line) => line.right === rights.rights.view.id)).toBe(false)
  house.setClock(null)
})

it('exports the table for a spreadsheet, signs as text, and journals it', async () => {
  const get = (format: string) => house.http.inject({ url: `/admin/rights.${format}`, headers: { cookie: chiefs.cookie() } })
  house.setClock('2026-01-12T09:00:00Z')
  const csv = await get('csv')
  expect(csv.payload).toContain('Pomoc;platform.help.view;')
  expect(csv.payload).toContain(";'+ poziom")
  const book = new Excel.Workbook()
  await book.xlsx.load((await get('xlsx')).rawPayload as never) // the library asks for a type of its own
  expect(book.worksheets[0]?.getCell('B2').value).toBe('Własne ustawienia')
  expect((await house.rows("select count(*) from platform_journal where action = 'admin.rights.export' and outcome = 'done'"))[0]).toEqual([2])
})
