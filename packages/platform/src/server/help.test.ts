import { type Browser, type House, openHouse } from '@crm/testing/server'
import type { HelpChapter, HelpHit } from '../index.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { platformServer } from './platform-server.ts'

let house: House
let reader: Browser
let everybody: Browser

beforeAll(async () => {
  house = await openHouse([platformServer])
  await house.hire('reader', ['platform.help.view'])
  await house.hire('boss', 'all')
  reader = await house.signIn('reader')
  everybody = await house.signIn('boss')
})
afterAll(() => house.close())

const find = async (browser: Browser, text: string, language = 'pl') => ((await browser.query('platform.help.find', { text, language })).data as HelpHit[]).map((hit) => hit.id)

it.each([
  ['powiadomien', 'pl', true],
  ['POWIADOMIEŃ', 'pl', true],
  ['dzwonek gornym', 'pl', true],
  ['bell', 'en', true],
  ['słowo którego nie ma', 'pl', false],
])('finds %s in %s without marks mattering: %s', async (text, language, isThere) => expect((await find(everybody, text, language)).includes('powiadomienia')).toBe(isThere))

it('shows words around what was found', async () => {
  const [hit] = (await everybody.query('platform.help.find', { text: 'dzwonek', language: 'pl' })).data as HelpHit[]
  expect(hit?.excerpt).toMatch(/dzwonek/i)
})

it('knows nothing of a chapter whose right is not held: in the contents, the search, by its address, by its right', async () => {
  expect(((await reader.query('platform.help.list', { language: 'pl' })).data as HelpChapter[]).map((chapter) => chapter.id)).toEqual(['pomoc'])
  expect(await find(reader, 'dzwonek')).toEqual([])
  expect((await reader.query('platform.help.get', { app: 'platform', id: 'powiadomienia', language: 'pl' })).failure?.code).toBe('missing')
  expect((await reader.query('platform.help.about', { right: 'platform.notices.view', language: 'pl' })).failure?.code).toBe('missing')
})

it('leads from a right to its chapter', async () => {
  expect((await everybody.query('platform.help.about', { right: 'platform.todo.view', language: 'en' })).data).toMatchObject({ app: 'platform', id: 'do-zrobienia' })
})
