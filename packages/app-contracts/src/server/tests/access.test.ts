import directory from '@crm/directory/server'
import platform, { perform, platformServer, visibleKeys } from '@crm/platform/server'
import storage from '@crm/storage/server'
import type { AccessAnswer, AccessLine } from '@crm/platform'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { rights } from '../../rights.ts'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

const now = '2026-11-24T09:00:00.000Z'
const { trade } = rights
const reading = [trade.view.id, trade.history.id, trade.files.list.id, trade.files.preview.id, trade.files.download.id, trade.edit.id, trade.archive.id]
const everyday = ['platform.notices.view', 'platform.events.view']

let house: House
let chief: Browser
let reader: Browser
let guest: Browser
let ids: { chief: number; reader: number; guest: number }
let secret = 0
let open = 0
let file = 0
let group = 0

const made = async (call: Promise<{ data: unknown; failure: unknown }>) => {
  const { data, failure } = await call
  expect(failure).toBeNull()
  return (data as { id: number }).id
}
const contract = (subject: string) => ({ ...usualContract, subject, owner: ids.chief })
const plus = (holder: string, names: readonly string[]): AccessLine[] => names.map((right) => ({ holder, right, effect: '+' }))
const all = [...reading, trade.restore.id, trade.remove.id, trade.access.id]
const save = (lines: AccessLine[] | null, id = secret) => chief.mutate('contracts.trade.access.save', { id, lines })
const restrict = async (lines: AccessLine[] = []) => expect((await save([...plus(`u${ids.chief}`, all), ...lines])).failure).toBeNull()
const grant = (given: object = {}) =>
  chief.mutate('contracts.trade.access.grant', {
    id: secret,
    holder: `u${ids.guest}`,
    rights: reading,
    fromAt: now,
    untilAt: null,
    isPreviewOnly: false,
    reason: 'audyt',
    ...given,
  })
const listed = async (browser: Browser, more: object = {}) => {
  const { data, failure } = await browser.query('contracts.trade.list', { columns: ['subject'], ...more })
  return failure ? failure.code : (data as { rows: [number][] }).rows.map(([id]) => id)
}
const counted = async (browser: Browser, more: object = {}) => ((await browser.query('contracts.trade.count', more)).data as { count: number } | null)?.count
const get = async (browser: Browser, id = secret) => (await browser.query('contracts.trade.get', { id })).failure?.code ?? 'seen'
const read = async (browser: Browser, how: string) => (await house.http.inject({ url: `/files/contracts.trade/${file}/${how}`, headers: { cookie: browser.cookie() } })).statusCode
const base64 = (text: string) => Buffer.from(text).toString('base64')

beforeAll(async () => {
  house = await openHouse([platform, storage, directory, contracts])
  house.setClock(now)
  ids = { chief: await house.hire('chief', 'all'), reader: await house.hire('reader', [...reading, ...everyday]), guest: await house.hire('guest', everyday) }
  ;[chief, reader, guest] = [await house.signIn('chief'), await house.signIn('reader'), await house.signIn('guest')]
  await made(chief.mutate('directory.party.create', { values: { name: 'Łąka Meble S.A.' } }))
  secret = await made(chief.mutate('contracts.trade.create', { values: contract('Tajny zakup gruntu') }))
  open = await made(chief.mutate('contracts.trade.create', { values: contract('Serwis klimatyzacji') }))
  const content = Buffer.from('%PDF-1.4\nabc\n%%EOF')
  const begun = await house.http.inject({
    method: 'POST',
    url: '/files/contracts.trade/upload',
    headers: {
      cookie: chief.cookie(),
      'tus-resumable': '1.0.0',
      'upload-length': String(content.length),
      'upload-metadata': `filename ${base64('plan.pdf')},document ${base64(String(secret))}`,
    },
  })
  await house.http.inject({
    method: 'PATCH',
    url: String(begun.headers.location),
    headers: { cookie: chief.cookie(), 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
    payload: content,
  })
  file = Number((await house.rows('select id from storage_file'))[0]?.[0])
  group = await made(chief.mutate('platform.groups.save', { id: null, name: 'Zarząd' }))
})
afterAll(() => house.close())
afterEach(async () => {
  house.setClock(now)
  await save(null)
  await house.rows('update platform_grant set ended_at = utc_timestamp() where ended_at is null')
  await house.rows('update platform_user set rights_version = rights_version + 1')
})

describe('a document with a table of its own', () => {
  it('is not there for those who are not in it, wherever they look', async () => {
    expect([await listed(reader), await counted(reader), await get(reader)]).toEqual([[open, secret], 2, 'seen'])
    await restrict()
    expect(await listed(reader)).toEqual([open])
    expect(await counted(reader)).toBe(1)
    expect(await listed(reader, { search: 'tajny' })).toEqual([])
    expect(await listed(reader, { filter: { all: [{ field: 'subject', op: 'starts', value: 'Tajny' }] } })).toEqual([])
    expect(await counted(reader, { search: 'tajny' })).toBe(0)
    for (const [type, path, input] of [
      ['query', 'contracts.trade.get', { id: secret }],
      ['query', 'contracts.trade.history', { id: secret }],
      ['query', 'contracts.trade.files.list', { documentId: secret }],
      ['mutate', 'contracts.trade.update', { id: secret, version: 1, values: { subject: 'x' } }],
      ['mutate', 'contracts.trade.archive', { id: secret, version: 1 }],
    ] as const) {
      const nowhere = { ...input, ...('documentId' in input ? { documentId: 999_999 } : { id: 999_999 }) }
      const answer = await reader[type](path, input)
      expect([path, answer]).toEqual([path, await reader[type](path, nowhere)])
      expect(answer.failure?.code).toBe('missing')
      const [entry] = await house.rows('select outcome, note from platform_journal where document = ? order by id desc limit 1', [`contracts.trade:${secret}`])
      expect(entry).toEqual(['denied', 'restricted'])
    }
    expect([await read(reader, 'preview'), await read(reader, 'download')]).toEqual([404, 404])
    expect((await house.rows('select version from contract_trade where id = ?', [secret]))[0]).toEqual([1])
  })

  it('opens to a user or a group with a plus, for the actions that have one', async () => {
    await restrict(plus(`g${group}`, [trade.view.id]))
    expect(await get(reader)).toBe('missing')
    await chief.mutate('platform.groups.members', { id: group, add: [ids.reader], remove: [] })
    expect([await get(reader), await listed(reader), await counted(reader)]).toEqual(['seen', [open, secret], 2])
    const { failure } = await reader.mutate('contracts.trade.update', { id: secret, version: 1, values: { subject: 'x' } })
    expect(failure).toEqual({ code: 'denied', params: { right: trade.edit.id } })
    expect(((await reader.query('contracts.trade.get', { id: secret })).data as { can: string[] }).can).toEqual([trade.view.id])
  })

  it('stays shut to those without the general right, whatever its table says', async () => {
    await restrict(plus(`u${ids.guest}`, [trade.view.id]))
    expect((await guest.query('contracts.trade.get', { id: secret })).failure?.code).toBe('denied')
  })

  it('shuts out by a minus, even of a group, over every plus and grant', async () => {
    await restrict([...plus(`u${ids.reader}`, [trade.view.id]), { holder: `g${group}`, right: trade.view.id, effect: '-' }])
    await made(grant({ holder: `u${ids.reader}` }))
    await chief.mutate('platform.groups.members', { id: group, add: [ids.reader], remove: [] })
    expect([await get(reader), await listed(reader)]).toEqual(['missing', [open]])
    await chief.mutate('platform.groups.members', { id: group, add: [], remove: [ids.reader] })
    expect(await get(reader)).toBe('seen')
  })

  it('cannot lock out the one who makes it', async () => {
    expect((await save(plus(`u${ids.reader}`, [trade.view.id]))).failure).toEqual({ code: 'invalid', params: { issues: [{ path: 'lines', code: 'locks-you-out' }] } })
  })

  it('says nothing about its changes to those who may not see it', async () => {
    const told: string[] = []
    await restrict()
    const known = await house.http.signedIn(reader.cookie())
    if (!known.user) throw new Error('reader is signed in')
    told.push(...(await visibleKeys(house.system, known.user, [`contracts.trade:${secret}`, `contracts.trade:${open}`, 'platform.rights:1'])))
    expect(told).toEqual([`contracts.trade:${open}`, 'platform.rights:1'])
  })

  it('takes its notices away with it', async () => {
    await house.rows('insert into platform_notice (user_id, kind, params, path, at) values (?,?,?,?,utc_timestamp())', [
      ids.reader,
      'contracts.none',
      '{}',
      `/contracts/trade/${secret}`,
    ])
    const kinds = contracts.app.notices as unknown as { id: string; right: string }[]
    kinds.push({ id: 'contracts.none', right: trade.view.id })
    const seen = async () => ((await reader.query('platform.notices.list')).data as unknown[]).length
    expect(await seen()).toBe(1)
    await restrict()
    expect(await seen()).toBe(0)
    kinds.pop()
  })
})

describe('a conditional grant', () => {
  it('opens one document to somebody without the general right, and nothing else', async () => {
    expect(await listed(guest)).toBe('denied')
    await made(grant())
    expect([await listed(guest), await counted(guest), await get(guest), await get(guest, open)]).toEqual([[secret], 1, 'seen', 'missing'])
    expect([await read(guest, 'preview'), await read(guest, 'download')]).toEqual([200, 200])
    expect((await guest.query('contracts.trade.lookup', { field: 'parties', text: '' })).failure?.code).toBe('denied')
    const { data } = await guest.query('platform.session.welcome')
    expect((data as { me: { rights: string[]; granted: string[] } }).me.granted).toContain(trade.view.id)
  })

  it('for preview only does not let the file out', async () => {
    await made(grant({ isPreviewOnly: true }))
    expect([await get(guest), await read(guest, 'preview'), await read(guest, 'download')]).toEqual(['seen', 200, 403])
    expect((await guest.mutate('contracts.trade.update', { id: secret, version: 1, values: { subject: 'x' } })).failure?.code).toBe('denied')
  })

  it('is in force between its days only, without anybody doing anything', async () => {
    await made(grant({ fromAt: '2026-11-25T00:00:00.000Z', untilAt: '2026-11-26T00:00:00.000Z' }))
    expect(await get(guest)).toBe('denied')
    house.setClock('2026-11-25T12:00:00Z')
    const inForce = await house.signIn('guest')
    expect(await get(inForce)).toBe('seen')
    house.setClock('2026-11-26T00:00:00Z')
    expect(await get(inForce)).toBe('denied')
  })

  it('ends by itself in the journal too', async () => {
    const id = await made(grant({ untilAt: '2026-11-24T10:00:00.000Z' }))
    house.setClock('2026-11-24T10:00:30Z')
    const handler = platformServer.handlers.find(({ job }) => job.name === 'platform.end-access')
    if (!handler) throw new Error('the job is declared')
    await perform(house.system, handler, { id: '8c7f2f10-3f39-4a39-8f0a-333333333333', data: {} })
    expect((await house.rows('select ended_at from platform_grant where id = ?', [id]))[0]).toEqual(['2026-11-24 10:00:00.000'])
    const [entry] = await house.rows("select affected_user_id, document from platform_journal where action = 'platform.end-access'")
    expect(entry).toEqual([ids.guest, `contracts.trade:${secret}`])
  })

  it('is not given to oneself, not for the past, not with the right to give', async () => {
    expect((await grant({ holder: `u${ids.chief}` })).failure?.code).toBe('own-rights')
    expect((await grant({ untilAt: '2026-11-23T00:00:00.000Z' })).failure?.code).toBe('invalid')
    expect((await grant({ rights: [trade.access.id] })).failure?.code).toBe('invalid')
    expect((await grant({ holder: 'u999999' })).failure?.code).toBe('invalid')
  })

  it('is ended by hand', async () => {
    const id = await made(grant())
    expect(await get(guest)).toBe('seen')
    await chief.mutate('contracts.trade.access.end', { id: secret, grantId: id })
    expect(await get(guest)).toBe('denied')
  })
})

it('tells who sees a document and why', async () => {
  await restrict(plus(`u${ids.reader}`, [trade.view.id]))
  await made(grant())
  const { data } = await chief.query('contracts.trade.access.get', { id: secret })
  const answer = data as AccessAnswer
  expect(answer.table).toBe('own')
  expect(answer.viewers.map(({ name, by }) => [name, by])).toEqual([
    ['Test chief', 'line'],
    ['Test guest', 'grant'],
    ['Test reader', 'line'],
  ])
  expect((await reader.query('contracts.trade.access.get', { id: secret })).failure?.code).toBe('denied')
})

it('does not suggest or take what one may not see as a reference', async () => {
  const hidden = await made(chief.mutate('directory.party.create', { values: { name: 'Tajny Kontrahent' } }))
  const rightsOfParty = ['view', 'edit', 'archive', 'restore', 'remove', 'history', 'access'].map((name) => `directory.party.${name}`)
  expect((await chief.mutate('directory.party.access.save', { id: hidden, lines: plus(`u${ids.chief}`, rightsOfParty) })).failure).toBeNull()
  await chief.mutate('platform.rights.change', { lines: [{ holder: `u${ids.reader}`, right: 'directory.party.view', effect: '+' }], levels: [], presets: [] })
  expect((await reader.query('contracts.trade.lookup', { field: 'parties', text: 'tajny' })).data).toEqual([])
  expect((await chief.query('contracts.trade.lookup', { field: 'parties', text: 'tajny' })).data).toHaveLength(1)
  const { failure } = await reader.mutate('contracts.trade.update', { id: open, version: 1, values: { parties: [hidden] } })
  expect(failure).toEqual({ code: 'invalid', params: { issues: [{ path: 'parties', code: 'not-a-choice' }] } })
})
