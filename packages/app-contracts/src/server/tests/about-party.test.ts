import type { PartyAbout } from '@crm/directory'
import directory from '@crm/directory/server'
import platform, { perform } from '@crm/platform/server'
import register from '@crm/register/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

let house: House
let chief: Browser
let reader: Browser
let owner = 0
const view = 'contracts.trade.view'
const about = async (browser: Browser, id = 1) => (await browser.query('directory.party.about', { id, language: 'pl' })).data as PartyAbout
const countOf = (answer: PartyAbout, title: string) => answer.groups.find((group) => group.title === title)?.count ?? 0

beforeAll(async () => {
  house = await openHouse([platform, storage, register, directory, contracts])
  house.setClock('2026-11-24T09:00:00Z')
  owner = await house.hire('chief', 'all')
  await house.hire('reader', ['directory.party.view', view, 'contracts.trade.comments'])
  chief = await house.signIn('chief')
  reader = await house.signIn('reader')
  for (const name of ['Granit', 'Sowa']) await chief.mutate('directory.party.create', { values: { name } })
  for (const subject of ['Jawna', 'Tajna']) await chief.mutate('contracts.trade.create', { values: { ...usualContract, subject, owner } })
  await chief.mutate('contracts.trade.create', { values: { ...usualContract, subject: 'Obca', parties: [2], owner } })
  for (const documentId of [1, 2]) await chief.mutate('contracts.trade.comments.add', { documentId, body: `Słowo o ${documentId}` })
  await chief.mutate('contracts.trade.invoices.add', {
    documentId: 1,
    number: 'FV/1',
    seller: 'Granit',
    ksefNumber: null,
    issuedOn: '2026-11-01',
    dueOn: '2026-11-15',
    paidOn: null,
    net: '100.00',
    vat: '23.00',
    gross: '123.00',
    currency: 'PLN',
  })
  const lines = [view, 'contracts.trade.access', 'contracts.trade.comments'].map((right) => ({ holder: `u${owner}`, right, effect: '+' }))
  expect((await chief.mutate('contracts.trade.access.save', { id: 2, lines })).failure).toBeNull()
})
afterAll(() => house.close())

describe('everything about a party', () => {
  it('is its contracts by variant with what hangs on them, and of no other party', async () => {
    const answer = await about(chief)
    expect(countOf(answer, 'Umowy handlowe')).toBe(2)
    expect(answer.groups.find((group) => group.title === 'Umowy handlowe')?.lines[1]).toMatchObject({ title: 'Jawna', state: 'Obowiązuje', path: '/contracts/trade/1' })
    expect([countOf(answer, 'Faktury do umów'), countOf(answer, 'Komentarze do umów')]).toEqual([1, 2])
  })

  it('is without what one may not see: neither in the list nor in the count', async () => {
    const answer = await about(reader)
    expect([countOf(answer, 'Umowy handlowe'), countOf(answer, 'Komentarze do umów')]).toEqual([1, 1])
    expect(JSON.stringify(answer)).not.toMatch(/Tajna|o 2/)
  })

  it('is without a file that has a table of its own, in the list and in the count', async () => {
    await house.rows("insert into storage_blob (sha256, size, type, created_at) values (repeat('a', 64), 1, 'application/pdf', utc_timestamp())")
    await house.rows("insert into platform_access_table (id, kind, record_id, made_at) values (77, 'contracts.trade.files', 2, utc_timestamp())")
    for (const [id, name, table] of [
      [1, 'jawny.pdf', null],
      [2, 'poufny.pdf', 77],
    ]) {
      await house.rows("insert into storage_file (id, document, name, live_name, version, created_at, access_id) values (?, 'contracts.trade:1', ?, ?, 1, utc_timestamp(), ?)", [
        id,
        name,
        name,
        table,
      ])
      await house.rows("insert into storage_version (file_id, version, sha256, upload_id, user_id, at) values (?, 1, repeat('a', 64), ?, ?, utc_timestamp())", [
        id,
        `u${id}`,
        owner,
      ])
    }
    const answer = await about(chief)
    expect(answer.groups.find((group) => group.title === 'Pliki przy umowach')).toMatchObject({ count: 1, lines: [{ title: 'jawny.pdf' }] })
    expect(JSON.stringify(answer)).not.toContain('poufny')
  })

  it('leads to the list of these contracts and no others', async () => {
    const path = (await about(chief)).groups[0]?.allPath ?? ''
    const filter = JSON.parse(new URL(path, 'http://x').searchParams.get('f') ?? '') as object
    const { data } = await chief.query('contracts.trade.list', { columns: ['subject'], filter })
    expect((data as { rows: unknown[] }).rows).toHaveLength(2)
  })
})

describe('a party with a new name', () => {
  it('keeps the old one, is found by it, and is called anew on its contracts', async () => {
    expect((await chief.mutate('directory.party.update', { id: 1, version: 1, values: { name: 'Bazalt' } })).failure).toBeNull()
    expect((await about(chief)).names).toEqual([{ name: 'Granit', until: '2026-11-24' }])
    const { data } = await chief.query('directory.party.list', { columns: ['name'], search: 'granit' })
    expect((data as { rows: unknown[] }).rows).toMatchObject([[1, 2, 'Bazalt']])
    await relabelled()
    const { data: found } = await chief.query('contracts.trade.list', { columns: ['parties'], search: 'bazalt' })
    expect((found as { rows: unknown[] }).rows).toHaveLength(2)
    expect(JSON.stringify(found)).not.toContain('Granit')
  })

  it('is not called by a name that it has again', async () => {
    expect((await chief.mutate('directory.party.update', { id: 1, version: 2, values: { name: 'Granit' } })).failure).toBeNull()
    const { data } = await chief.query('directory.party.get', { id: 1 })
    expect((data as { row: { formerNames: string } }).row.formerNames).toBe('Bazalt')
  })
})

/** What the worker does with the new name, job after job. */
async function relabelled(): Promise<void> {
  const handler = register.handlers?.find((one) => one.job.name === 'register.relabel')
  if (!handler) throw new Error('no handler')
  for (let seq = 0; ; ) {
    const [[next, id, payload] = []] = await house.rows("select seq, id, payload from platform_outbox where name = 'register.relabel' and seq > ? order by seq limit 1", [seq])
    if (next === undefined) return
    seq = Number(next)
    await perform(house.system, handler, { id: String(id), data: payload })
  }
}
