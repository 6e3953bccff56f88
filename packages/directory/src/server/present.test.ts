import { randomUUID } from 'node:crypto'
import { get as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import platform from '@crm/platform/server'
import register from '@crm/register/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import directory from './index.ts'

let house: House
let anna: Browser
let tomek: Browser
let stranger: Browser
let id = 0

// A session is its browser's.
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

const streams: (() => void)[] = []

beforeAll(async () => {
  house = await openHouse([platform, storage, register, directory])
  for (const login of ['anna', 'tomek']) await house.hire(login, 'all')
  await house.hire('stranger', ['platform.events.view'])
  ;[anna, tomek, stranger] = [await house.signIn('anna'), await house.signIn('tomek'), await house.signIn('stranger')]
  id = ((await anna.mutate('directory.party.create', { values: { name: 'Granit' } })).data as { id: number }).id
  await house.http.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  for (const close of streams) close()
  await house.close()
})

/** A tab whose stream is open, with what it heard last. */
async function openTab(browser: Browser, tab: string = randomUUID()) {
  const { port } = house.http.server.address() as AddressInfo // listening on TCP
  let text = ''
  const request = ask({ port, host: '127.0.0.1', path: `/events?tab=${tab}`, headers: { cookie: browser.cookie(), 'user-agent': firefox } }, (answer) =>
    answer.on('data', (chunk: Buffer) => (text += chunk.toString())),
  )
  request.on('error', () => undefined)
  const close = () => request.destroy()
  streams.push(close)
  await expect.poll(() => text).toContain('event: open')
  const stand = async (as: string | null) => (await browser.query('directory.party.here', { id, tab, as })).data
  const heard = () => {
    const last = [...text.matchAll(/event: present\ndata: (.*)\n/g)].at(-1)?.[1]
    return last ? (JSON.parse(last) as { people: { name: string; isEditing: boolean }[] }).people.map(({ name, isEditing }) => [name, isEditing]) : null
  }
  return { tab, stand, heard, close, isAsked: () => text.includes('event: where') }
}

describe('who has a record open', () => {
  it('is told to who comes second at once, and to the first as it changes', async () => {
    const [first, second] = [await openTab(anna), await openTab(tomek)]
    expect(await first.stand('editing')).toEqual([])
    expect(await second.stand('viewing')).toMatchObject([{ name: 'Test anna', isEditing: true }])
    await expect.poll(first.heard).toEqual([['Test tomek', false]])
    await second.stand('editing')
    await expect.poll(first.heard).toEqual([['Test tomek', true]])
    await first.stand(null)
    await expect.poll(second.heard).toEqual([])
    for (const tab of [first, second]) tab.close()
  })

  it('is forgotten soon after the connection is lost, and not when it comes back at once', async () => {
    const [first, second] = [await openTab(anna), await openTab(tomek)]
    await first.stand('editing')
    await second.stand('viewing')
    first.close()
    const again = await openTab(anna, first.tab)
    expect(again.isAsked()).toBe(false)
    expect(await second.stand('viewing')).toMatchObject([{ name: 'Test anna', isEditing: true }])
    again.close()
    await expect.poll(second.heard, { timeout: 15_000 }).toEqual([])
    expect((await openTab(anna, first.tab)).isAsked()).toBe(true)
  }, 25_000)

  it('is nobody’s business who may not see it, and nobody stands in another’s tab', async () => {
    const [first, second] = [await openTab(anna), await openTab(tomek)]
    await first.stand('viewing')
    expect((await stranger.query('directory.party.here', { id, tab: first.tab, as: 'editing' })).failure?.code).toBe('denied')
    await tomek.query('directory.party.here', { id, tab: first.tab, as: null })
    expect(await second.stand('viewing')).toMatchObject([{ name: 'Test anna', isEditing: false }])
    expect((await anna.query('directory.party.here', { id: 9_999, tab: first.tab, as: 'viewing' })).failure?.code).toBe('missing')
  })
})
