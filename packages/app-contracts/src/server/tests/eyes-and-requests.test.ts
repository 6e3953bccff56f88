import directory from '@crm/directory/server'
import { type AccessRequest, type Me, rightsOf } from '@crm/platform'
import platform from '@crm/platform/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openBrowser, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rights } from '../../rights.ts'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

const view = rights.trade.view.id
let house: House
let chief: Browser
let clerk: Browser
let ids: { chief: number; clerk: number; keeper: number }
let contract = 0

beforeAll(async () => {
  house = await openHouse([platform, storage, directory, contracts])
  house.setClock('2026-11-24T09:00:00Z')
  ids = {
    chief: await house.hire('chief', 'all'),
    clerk: await house.hire('clerk', ['platform.requests.ask', 'platform.notices.view', 'platform.help.view']),
    keeper: await house.hire('keeper', 'all'),
  }
  ;[chief, clerk] = [await house.signIn('chief'), await house.signIn('clerk')]
  const made = async (path: string, values: object) => {
    const { data, failure } = await chief.mutate(path, { values })
    expect(failure).toBeNull()
    return (data as { id: number }).id
  }
  const party = await made('directory.party.create', { name: 'Łąka Meble S.A.' })
  contract = await made('contracts.trade.create', { ...usualContract, parties: [party], owner: ids.chief })
})
afterAll(() => house.close())

describe('seeing as somebody else', () => {
  const withEyes = (browser: Browser, of: number) => openBrowser(house.http, { cookie: `${browser.cookie()}; crm-see-as=${of}` })

  it('is begun by a journalled call that hands out the cookie', async () => {
    const answer = await house.http.inject({
      method: 'POST',
      url: '/trpc/platform.seeAs.begin',
      headers: { cookie: chief.cookie(), 'content-type': 'application/json' },
      payload: JSON.stringify({ userId: ids.clerk }),
    })
    expect(String(answer.headers['set-cookie'])).toMatch(new RegExp(`crm-see-as=${ids.clerk}; Path=/; HttpOnly; SameSite=Lax`))
    expect((await house.rows("select actor_id, affected_user_id from platform_journal where action = 'platform.seeAs.use'"))[0]).toEqual([ids.chief, ids.clerk])
  })

  it('shows what they hold and refuses what they may not', async () => {
    const eyes = withEyes(chief, ids.clerk)
    const { me } = (await eyes.query('platform.session.welcome')).data as { me: Me }
    expect([me.name, me.rights.includes(view), me.seenBy?.name, me.seenBy?.rights.includes(view)]).toEqual(['Test clerk', false, 'Test chief', true])
    expect((await eyes.query('contracts.trade.list', { columns: ['subject'] })).status).toBe(403)
  })

  it('changes nothing, not even what both may', async () => {
    const eyes = withEyes(chief, ids.keeper)
    expect((await eyes.query('contracts.trade.get', { id: contract })).failure).toBeNull()
    expect((await eyes.mutate('contracts.trade.update', { id: contract, version: 1, values: { subject: 'x' } })).failure?.code).toBe('read-only')
    const upload = await house.http.inject({
      method: 'POST',
      url: '/files/contracts.trade/upload',
      headers: { cookie: eyes.cookie(), 'tus-resumable': '1.0.0', 'upload-length': '1' },
    })
    expect([upload.statusCode, upload.json().error.data.failure.code]).toEqual([409, 'read-only'])
  })

  it('is written down under the one who looks', async () => {
    const [entry] = await house.rows('select actor_id, affected_user_id from platform_journal where document = ? and outcome = ? order by id desc limit 1', [
      `contracts.trade:${contract}`,
      'done',
    ])
    expect(entry).toEqual([ids.chief, ids.keeper])
  })

  it('reads no field that the one who looks may not read', async () => {
    const own = [...rightsOf(rights.trade)].map((right) => right.id).filter((right) => right !== rights.trade.amounts.id)
    await house.hire('looker', ['platform.seeAs.use', ...own])
    await chief.mutate('contracts.trade.update', { id: contract, version: 1, values: { value: '7310.00' } })
    const looker = await house.signIn('looker')
    const eyes = withEyes(looker, ids.chief)
    expect((await chief.query('contracts.trade.get', { id: contract })).data).toMatchObject({ row: { value: '7310.00' } })
    expect((await eyes.query('contracts.trade.get', { id: contract })).data).toMatchObject({ row: { value: null } })
    expect((await eyes.query('contracts.trade.list', { columns: ['value'] })).failure?.code).toBe('denied')
    expect((await eyes.query('contracts.trade.count', { search: '7310' })).data).toMatchObject({ count: 0 })
    expect(JSON.stringify((await eyes.query('contracts.trade.history', { id: contract })).data)).not.toContain('7310')
  })

  it('never opens what the one who looks may not see', async () => {
    const lines = ['view', 'edit', 'archive', 'restore', 'remove', 'history', 'access'].map((name) => ({ holder: `u${ids.keeper}`, right: `contracts.trade.${name}`, effect: '+' }))
    const keeper = await house.signIn('keeper')
    expect((await keeper.mutate('contracts.trade.access.save', { id: contract, lines })).failure).toBeNull()
    const eyes = withEyes(chief, ids.keeper)
    expect((await keeper.query('contracts.trade.get', { id: contract })).failure).toBeNull()
    expect((await eyes.query('contracts.trade.get', { id: contract })).failure?.code).toBe('missing')
    expect((await eyes.query('contracts.trade.list', { columns: ['subject'] })).data).toMatchObject({ rows: [] })
    await keeper.mutate('contracts.trade.access.save', { id: contract, lines: null })
  })

  it('is nothing to somebody without the right to it', async () => {
    const eyes = withEyes(clerk, ids.chief)
    const { me } = (await eyes.query('platform.session.welcome')).data as { me: Me }
    expect([me.name, me.seenBy]).toEqual(['Test clerk', null])
  })
})

describe('a request for access', () => {
  const ask = (document: string | null = null) => clerk.mutate('platform.requests.ask', { right: view, document, reason: 'kontrola' })
  const waiting = async () => ((await chief.query('platform.requests.list', { language: 'pl' })).data as AccessRequest[]).filter((one) => one.decision === null)
  const decide = async (decision: object) => chief.mutate('platform.requests.decide', { id: (await waiting())[0]?.id ?? 0, ...decision })

  it('is told to those who decide, once', async () => {
    await ask()
    await ask()
    expect(await waiting()).toMatchObject([{ name: 'Test clerk', right: view, rightName: 'Umowy handlowe: podgląd', reason: 'kontrola', document: null }])
    const told = await house.rows("select payload from platform_outbox where name = 'platform.notify'")
    expect(told.length).toBe(2)
  })

  it('agreed to until today gives the right until midnight in Warsaw', async () => {
    expect((await decide({ decision: 'once' })).failure).toBeNull()
    expect((await clerk.query('contracts.trade.count', {})).status).toBe(200)
    expect(await house.rows('select until_at from platform_right_line where holder = ? and right_id = ?', [`u${ids.clerk}`, view])).toEqual([['2026-11-24 23:00:00.000']])
    await house.rows('delete from platform_right_line where holder = ? and right_id = ?', [`u${ids.clerk}`, view])
    await chief.mutate('platform.rights.change', { lines: [{ holder: `u${ids.clerk}`, right: view, effect: null }], levels: [], presets: [] })
  })

  it('about one document opens that one', async () => {
    await ask(`contracts.trade:${contract}`)
    expect((await decide({ decision: 'until', day: '2026-11-23' })).failure?.code).toBe('invalid')
    expect((await decide({ decision: 'until', day: '2026-11-30' })).failure).toBeNull()
    expect((await clerk.query('contracts.trade.get', { id: contract })).failure).toBeNull()
    house.setClock('2026-11-30T22:59:00Z')
    const late = await house.signIn('clerk')
    expect((await late.query('contracts.trade.get', { id: contract })).failure).toBeNull()
    house.setClock('2026-11-30T23:00:00Z')
    expect((await late.query('contracts.trade.get', { id: contract })).failure?.code).toBe('denied')
    house.setClock('2026-11-24T09:00:00Z')
  })

  it('may be refused, is decided once, and never by the one who asks', async () => {
    clerk = await house.signIn('clerk')
    await ask('contracts.trade:999999')
    const [request] = await waiting()
    expect((await decide({ decision: 'no' })).failure).toBeNull()
    expect((await chief.mutate('platform.requests.decide', { id: request?.id, decision: 'once' })).failure?.code).toBe('missing')
    await chief.mutate('platform.requests.ask', { right: view, document: null, reason: 'sam' })
    expect((await decide({ decision: 'once' })).failure?.code).toBe('own-rights')
  })
})
