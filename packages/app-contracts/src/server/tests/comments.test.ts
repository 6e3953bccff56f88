import directory from '@crm/directory/server'
import platform, { perform } from '@crm/platform/server'
import type { CommentsAnswer } from '@crm/register'
import register from '@crm/register/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

let house: House
const browsers: Record<string, Browser> = {}
const ids: Record<string, number> = {}
const { comments, comment, moderate, view } = {
  comments: 'contracts.trade.comments',
  comment: 'contracts.trade.comment',
  moderate: 'contracts.trade.moderate',
  view: 'contracts.trade.view',
}

beforeAll(async () => {
  house = await openHouse([platform, storage, register, directory, contracts])
  house.setClock('2026-11-24T09:00:00Z')
  for (const [login, rights] of [
    ['chief', 'all'],
    ['anna', [view, comments, comment, 'platform.notices.view']],
    ['bob', [view, comments, comment, 'platform.notices.view']],
    ['outsider', [comments, comment, 'platform.notices.view']],
  ] as const) {
    ids[login] = await house.hire(login, rights as readonly string[])
    browsers[login] = await house.signIn(login)
  }
  await as('chief').mutate('directory.party.create', { values: { name: 'Granit' } })
  for (const subject of ['Jawna', 'Tajna']) await as('chief').mutate('contracts.trade.create', { values: { ...usualContract, subject, owner: ids.chief } })
  // Only anna and the chief may know of the second one.
  const lines = ['chief', 'anna'].flatMap((login) =>
    [view, comments, comment, moderate, 'contracts.trade.access'].map((right) => ({ holder: `u${ids[login]}`, right, effect: '+' })),
  )
  expect((await as('chief').mutate('contracts.trade.access.save', { id: 2, lines })).failure).toBeNull()
})
afterAll(() => house.close())

const as = (login: string): Browser => {
  const browser = browsers[login]
  if (!browser) throw new Error(`${login} has no browser`)
  return browser
}
const add = (login: string, documentId: number, body: string, more: object = {}) => as(login).mutate('contracts.trade.comments.add', { documentId, body, ...more })
const list = async (login: string, documentId = 1) => (await as(login).query('contracts.trade.comments.list', { documentId })).data as CommentsAnswer

describe('a comment', () => {
  it('is read by others, calls a person who learns of it, and is in the history', async () => {
    expect((await add('anna', 1, `Proszę spojrzeć @{${ids.bob}}`)).failure).toBeNull()
    expect(await list('bob')).toMatchObject({
      comments: [{ by: 'Test anna', body: `Proszę spojrzeć @{${ids.bob}}`, isMine: false, editedAt: null }],
      names: { [String(ids.bob)]: 'Test bob' },
    })
    const [[name, payload] = []] = await house.rows('select name, payload from platform_outbox order by seq desc limit 1')
    expect([name, payload]).toMatchObject(['platform.notify', { userId: ids.bob, kind: 'register.mentioned', document: 'contracts.trade:1' }])
    const handler = platform.handlers?.find((one) => one.job.name === 'platform.notify')
    if (handler) await perform(house.system, handler, { id: 'b0f1f5a0-0000-4000-8000-000000000001', data: payload })
    expect((await as('bob').query('platform.notices.list', {})).data).toMatchObject([{ kind: 'register.mentioned', path: '/contracts/trade/1?tab=comments' }])
    const { data: history } = await as('chief').query('contracts.trade.history', { id: 1 })
    expect(history).toMatchObject([{ action: 'contracts.trade.comment', changes: { comment: [null, `Proszę spojrzeć @{${ids.bob}}`] } }, {}])
  })

  it('calls nobody who may not see the record, and does not offer them', async () => {
    const people = async (documentId: number) =>
      ((await as('anna').query('contracts.trade.comments.people', { documentId, text: 'Test' })).data as { label: string }[]).map(({ label }) => label)
    expect(await people(1)).toEqual(['Test anna', 'Test bob', 'Test chief'])
    expect(await people(2)).toEqual(['Test anna', 'Test chief'])
    const before = await house.rows('select count(*) from register_comment')
    expect((await add('anna', 2, `Tajne @{${ids.bob}}`)).failure).toEqual({ code: 'invalid', params: { issues: [{ path: 'body', code: 'cannot-be-called' }] } })
    expect((await add('anna', 1, `@{${ids.outsider}}`)).failure?.code).toBe('invalid')
    expect(await house.rows('select count(*) from register_comment')).toEqual(before)
    expect((await add('bob', 2, 'x')).failure?.code).toBe('missing')
    expect((await as('bob').query('contracts.trade.comments.list', { documentId: 2 })).failure?.code).toBe('missing')
  })

  it('is changed and taken away by who wrote it; by others only with their own right', async () => {
    const { data } = await add('bob', 1, 'Moje')
    const { id } = data as { id: number }
    const at = { documentId: 1, id }
    for (const name of ['edit', 'remove'])
      expect((await as('anna').mutate(`contracts.trade.comments.${name}`, { ...at, ...(name === 'edit' ? { body: 'Cudze' } : {}) })).failure?.code).toBe('denied')
    expect((await as('anna').mutate('contracts.trade.comments.moderate', at)).failure?.code).toBe('denied')
    expect((await as('bob').mutate('contracts.trade.comments.edit', { ...at, body: '  Poprawione ' })).failure).toBeNull()
    expect((await list('anna')).comments.at(-1)).toMatchObject({ body: 'Poprawione', editedAt: '2026-11-24T09:00:00.000Z' })
    expect((await as('chief').mutate('contracts.trade.comments.moderate', { documentId: 2, id })).failure?.code).toBe('missing')
    expect((await as('chief').mutate('contracts.trade.comments.moderate', at)).failure).toBeNull()
    expect((await list('anna')).comments.map((one) => one.id)).not.toContain(id)
  })

  it('is refused empty and too long, and a repeated request adds it once', async () => {
    expect((await add('anna', 1, '   ')).failure).toMatchObject({ params: { issues: [{ path: 'body', code: 'required' }] } })
    expect((await add('anna', 1, 'a'.repeat(4_001))).failure).toMatchObject({ params: { issues: [{ path: 'body', code: 'too-long' }] } })
    const key = '7b1f5d0a-5a43-4ac3-9a53-0a7b3a9f6e11'
    const [first, second] = [await add('anna', 1, 'Raz', { key }), await add('anna', 1, 'Raz', { key })]
    expect(second.data).toEqual(first.data)
  })

  it('goes with its record', async () => {
    await as('chief').mutate('contracts.trade.remove', { id: 1, version: 1 })
    expect((await as('chief').query('contracts.trade.dependents', { id: 1 })).data).toEqual([{ what: 'comments', count: 2, isBlocking: false }])
    expect((await as('chief').mutate('contracts.trade.destroy', { id: 1, version: 2, reason: 'Omyłka' })).failure).toBeNull()
    expect(await house.rows("select count(*) from register_comment where document = 'contracts.trade:1'")).toEqual([[0]])
  })
})
