import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import directory from '@crm/directory/server'
import platform, { perform, readSheet, type SheetCell, writeSheet } from '@crm/platform/server'
import type { ImportAnswer, ImportRow } from '@crm/register'
import register from '@crm/register/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import contracts from '../index.ts'

let house: House
let clerk: Browser
let owner = 0

beforeAll(async () => {
  house = await openHouse([platform, storage, register, directory, contracts])
  house.setClock('2026-11-24T09:00:00Z')
  owner = await house.hire('clerk', 'all')
  clerk = await house.signIn('clerk')
  for (const values of [{ name: 'Łąka Meble S.A.', nip: '5260250274' }, { name: 'Granit, Spółka z o.o.' }, { name: 'Bliźniak' }, { name: 'Bliźniak' }])
    expect((await clerk.mutate('directory.party.create', { values })).failure).toBeNull()
})
afterAll(() => house.close())

const base64 = (text: string) => Buffer.from(text).toString('base64')

async function send(name: string, content: Buffer, { browser = clerk, kind = 'contracts.trade' } = {}) {
  const headers = { cookie: browser.cookie(), 'tus-resumable': '1.0.0' }
  const begun = await house.http.inject({
    method: 'POST',
    url: `/files/${kind}/import/upload`,
    headers: { ...headers, 'upload-length': String(content.length), 'upload-metadata': `filename ${base64(name)},document ${base64('0')}` },
  })
  if (begun.statusCode !== 201) return { code: (begun.json() as { error: { data: { failure: { code: string } } } }).error.data.failure.code, id: 0 }
  const path = String(begun.headers.location)
  const done = await house.http.inject({
    method: 'PATCH',
    url: path,
    headers: { ...headers, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
    payload: content,
  })
  if (done.statusCode !== 204) return { code: (done.json() as { error: { data: { failure: { code: string } } } }).error.data.failure.code, id: 0 }
  const { data } = await browser.query(`${kind}.import.arrived`, { upload: path.split('/').at(-1) })
  return { code: null, id: (data as { id: number }).id }
}

/** What a worker does until nothing waits any more. */
async function work(): Promise<void> {
  for (;;) {
    const letters = await house.rows("select seq, id, name, payload from platform_outbox where name like 'register.%' order by seq")
    if (letters.length === 0) return
    for (const [seq, id, name, payload] of letters) {
      await house.rows('delete from platform_outbox where seq = ?', [seq])
      const handler = register.handlers?.find((one) => one.job.name === name)
      if (handler) await perform(house.system, handler, { id: String(id), data: payload })
    }
  }
}

const get = async (id: number, browser = clerk) => (await browser.query('contracts.trade.import.get', { id })).data as ImportAnswer
const rows = async (id: number, states: string[]) => (await clerk.query('contracts.trade.import.rows', { id, states })).data as ImportRow[]
const map = (id: number, given: object) => clerk.mutate('contracts.trade.import.map', { id, ...given })

const constants = { direction: 'cost', status: 'active', termKind: 'fixed', currency: 'PLN', priceBasis: 'net', period: 'monthly', kind: 'services' }
const always = () => ({ ...constants, owner })

const heads = ['Przedmiot', 'Kontrahent / NIP', 'Podpisana', 'Obowiązuje od', 'Pierwszy okres do', 'Wartość', 'Uwagi', 'Nic takiego']
const line = (subject: string, given: Partial<Record<number, string>> = {}) =>
  [subject, '526-025-02-74', '02.01.2026', '2026-01-15', '14-01-2027', '1 500,50 zł', '', 'x'].map((cell, at) => given[at] ?? cell)
const csv = (lines: readonly (readonly string[])[], { by = ';', head = heads } = {}) =>
  Buffer.from([head, ...lines].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(by)).join('\r\n'))
const columns = ['subject', 'parties', 'signedOn', 'startsOn', 'endsOn', 'value', 'notes', null]

async function xlsx(lines: readonly (readonly SheetCell[])[]): Promise<Buffer> {
  async function* all() {
    yield* lines
  }
  return buffer(writeSheet('xlsx', { head: heads, rows: all(), kinds: ['text', 'text', 'day', 'day', 'day', 'money', 'text', 'text'] }))
}

describe('an import', () => {
  it('goes from the file over mapping, dry run, mending and duplicates to records, and is undone', async () => {
    const there = await clerk.mutate('contracts.trade.create', {
      values: { ...always(), subject: 'Serwis dźwigów', parties: [1], signedOn: '2026-01-02', startsOn: '2026-01-15', endsOn: '2027-01-14' },
    })
    const lines = [
      line('Sprzątanie biur'),
      line('Ochrona', { 1: 'Granit, Spółka z o.o.; Łąka Meble S.A.', 5: '1.234,5' }),
      line('Zła data', { 2: '31.02.2026' }),
      line('Nieznany', { 1: 'Nie Ma Takiej' }),
      line('Dwie takie', { 1: 'Bliźniak' }),
      line('Za dużo groszy', { 5: '1,234' }),
      line('Inna waluta', { 5: '10 EUR' }),
      line('Koniec przed początkiem', { 4: '01.01.2026' }),
      line('Serwis dźwigu', { 6: 'z pliku' }),
      line('Sprzątanie biur', { 6: 'drugi raz' }),
    ]
    const { id } = await send('umowy żółte.csv', csv(lines))
    expect(await get(id)).toMatchObject({ state: 'reading', name: 'umowy żółte.csv' })
    await work()
    const read = await get(id)
    expect(read).toMatchObject({ state: 'mapping', rowCount: 10, isRemembered: false, heads })
    expect(read.mapping.columns).toEqual(['subject', 'parties', 'signedOn', 'startsOn', 'endsOn', 'value', 'notes', null])
    expect((await map(id, { columns, constants: { status: 'active' } })).failure).toMatchObject({
      code: 'invalid',
      params: {
        issues: expect.arrayContaining([
          { path: 'kind', code: 'required' },
          { path: 'owner', code: 'required' },
        ]),
      },
    })
    expect((await map(id, { columns: columns.with(7, 'nextEndOn'), constants: always() })).failure).toMatchObject({
      params: { issues: [{ path: 'nextEndOn', code: 'unknown-field' }] },
    })
    expect((await map(id, { columns, constants: always() })).failure).toBeNull()
    await work()
    expect((await get(id)).counts).toEqual({ good: 2, bad: 6, same: 2 })
    expect(await house.rows('select count(*) from contract_trade')).toEqual([[1]])
    const bad = await rows(id, ['bad'])
    expect(bad.map(({ number, issues }) => [number, issues[0]?.path, issues[0]?.code])).toEqual([
      [4, 'signedOn', 'not-a-day'],
      [5, 'parties', 'not-known'],
      [6, 'parties', 'means-several'],
      [7, 'value', 'not-money'],
      [8, 'value', 'other-currency'],
      [9, 'endsOn', 'end-before-start'],
    ])
    const same = await rows(id, ['same'])
    expect(same.map(({ number, sameAs }) => [number, sameAs])).toEqual([
      [10, { id: (there.data as { id: number }).id, code: 'U/H/2026/0001' }],
      [11, { id: 0, code: '#2' }],
    ])
    const { data: stillBad } = await clerk.mutate('contracts.trade.import.mend', { id, number: 4, column: 2, text: '30.02.2026' })
    expect(stillBad).toMatchObject({ state: 'bad', issues: [{ path: 'signedOn', code: 'not-a-day' }] })
    const { data: mended } = await clerk.mutate('contracts.trade.import.mend', { id, number: 4, column: 2, text: '28.02.2026' })
    expect(mended).toMatchObject({ state: 'good', issues: [] })
    expect((await clerk.mutate('contracts.trade.import.leave', { id, number: 8 })).failure).toBeNull()

    // A double click.
    const both = await Promise.all([0, 1].map(() => clerk.mutate('contracts.trade.import.begin', { id, same: 'merge' })))
    expect(both.map(({ failure }) => failure)).toEqual([null, null])
    await work()
    expect(await get(id)).toMatchObject({ state: 'done', counts: { made: 3, merged: 1, left: 2, bad: 4 } })
    expect(await house.rows('select number, subject, value, parties_label, notes from contract_trade order by id')).toEqual([
      ['U/H/2026/0001', 'Serwis dźwigów', '1500.50', 'Łąka Meble S.A.', 'z pliku'],
      ['U/H/2026/0002', 'Sprzątanie biur', '1500.50', 'Łąka Meble S.A.', null],
      ['U/H/2026/0003', 'Ochrona', '1234.50', 'Granit, Spółka z o.o. · Łąka Meble S.A.', null],
      ['U/H/2026/0004', 'Zła data', '1500.50', 'Łąka Meble S.A.', null],
    ])
    const entries = await house.rows("select document_code, note from platform_journal where action = 'contracts.trade.import' and document like 'contracts.trade:%' order by id")
    expect(entries).toHaveLength(4)
    expect(entries.map(([code]) => code)).toEqual(['U/H/2026/0002', 'U/H/2026/0003', 'U/H/2026/0004', 'U/H/2026/0001'])
    expect(new Set(entries.map(([, note]) => String(note).slice(0, 42))).size).toBe(1)
    expect((await house.rows("select name, payload from platform_outbox where name = 'platform.notify'")).length).toBe(1)

    const rest = await house.http.inject({ url: `/files/contracts.trade/import/${id}/rest`, headers: { cookie: clerk.cookie() } })
    const sheet = (await readSheet(rest.rawPayload)).rows
    expect(sheet[0]).toEqual([...heads, 'Co poprawić'])
    expect(sheet.find(([subject]) => subject === 'Nieznany')?.at(-1)).toBe('Strony: Nie ma nikogo ani niczego o tej nazwie. Popraw nazwę albo numer.')
    expect(sheet).toHaveLength(7)

    const [[changed] = []] = await house.rows("select id from contract_trade where subject = 'Ochrona'")
    expect((await clerk.mutate('contracts.trade.update', { id: changed, version: 1, values: { notes: 'ktoś' } })).failure).toBeNull()
    expect((await clerk.mutate('contracts.trade.import.undo', { id })).failure).toBeNull()
    await work()
    expect(await get(id)).toMatchObject({ state: 'undone', counts: { undone: 2, kept: 1, merged: 1, left: 2, bad: 4 } })
    expect(await house.rows('select subject, shelf from contract_trade order by id')).toEqual([
      ['Serwis dźwigów', 'current'],
      ['Sprzątanie biur', 'removed'],
      ['Ochrona', 'current'],
      ['Zła data', 'removed'],
    ])
  })

  it('knows the columns of a file with the same heads again', async () => {
    const { id } = await send('drugi.csv', csv([line('Później')]))
    await work()
    expect(await get(id)).toMatchObject({ isRemembered: true, mapping: { columns, constants: { kind: 'services' } } })
  })

  it('reads real dates, numbers and formulas of a workbook', async () => {
    const { id } = await send('arkusz.xlsx', await xlsx([['=1+1', 'Łąka Meble S.A.', '2025-03-01', '2025-03-01', '2026-02-28', '1500.10', null, null]]))
    await work()
    await map(id, { columns, constants: always() })
    await work()
    await clerk.mutate('contracts.trade.import.begin', { id, same: 'skip' })
    await work()
    expect((await house.rows('select subject, signed_on, value from contract_trade order by id desc limit 1'))[0]).toEqual(['=1+1', '2025-03-01', '1500.10'])
  })

  it.each([
    ['a workbook that is none', 'zły.xlsx', Buffer.from('to nie jest arkusz'), 'wrong-type'],
    ['a program under the name of a text', 'zły.csv', Buffer.from([0x4d, 0x5a, 0, 1]), 'wrong-type'],
    ['another ending', 'umowa.pdf', Buffer.from('%PDF-1.4'), 'wrong-type'],
  ])('refuses %s when it comes in', async (_what, name, content, code) => expect(await send(name, content)).toEqual({ code, id: 0 }))

  it.each([
    ['an empty file', Buffer.from('\n\n'), 'empty-file'],
    ['heads without rows', csv([]), 'empty-file'],
  ])('says of %s that there is nothing in it', async (_what, content, reason) => {
    const { id } = await send('pusty.csv', content)
    await work()
    expect(await get(id)).toMatchObject({ state: 'failed', reason, rowCount: 0 })
  })

  it.each([
    ['commas', csv([line('Przecinki')], { by: ',' })],
    ['tabs', csv([line('Tabulatory')], { by: '\t' })],
    [
      'the Windows page',
      Buffer.from(
        csv([line('Zażółć')])
          .toString()
          .replace('Zażółć', 'Za\u00bf\u00f3\u00b3\u00e6')
          .replaceAll('Obowiązuje', 'Obowi\u00b9zuje')
          .replaceAll('Wartość', 'Warto\u009c\u00e6'),
        'latin1',
      ),
    ],
  ])('reads a text with %s', async (_what, content) => {
    const { id } = await send('tekst.csv', content)
    await work()
    expect((await get(id)).mapping.columns).toEqual(columns)
  })

  it('is its owner’s alone, asks for the right to add, and takes rows with the eyes of the one who imports', async () => {
    const { id } = await send('moje.csv', csv([line('Tajne')]))
    await work()
    await map(id, { columns, constants: always() })
    await work()
    await house.hire('other', ['contracts.trade.import', 'contracts.trade.view', 'contracts.trade.amounts'])
    const other = await house.signIn('other')
    for (const [name, input] of [
      ['get', { id }],
      ['rows', { id, states: ['bad'] }],
    ] as const)
      expect((await other.query(`contracts.trade.import.${name}`, input)).failure?.code).toBe('missing')
    for (const [name, input] of [
      ['undo', { id }],
      ['begin', { id, same: 'skip' }],
      ['leave', { id, number: 2 }],
    ] as const)
      expect((await other.mutate(`contracts.trade.import.${name}`, input)).failure?.code).toMatch(/missing|denied/)
    expect((await house.http.inject({ url: `/files/contracts.trade/import/${id}/rest`, headers: { cookie: other.cookie() } })).statusCode).toBe(404)
    // Without the right to see parties, none can be named; not even that there is one is told.
    const theirs = await send('ich.csv', csv([line('Cudze')]), { browser: other })
    await work()
    await other.mutate('contracts.trade.import.map', { id: theirs.id, columns, constants: always() })
    await work()
    const { data } = await other.query('contracts.trade.import.rows', { id: theirs.id, states: ['bad'] })
    expect(data).toMatchObject([{ issues: [{ path: 'parties', code: 'not-known' }] }])
  })

  it('goes on after a worker that was killed, and makes nothing twice', async () => {
    const [[before] = []] = await house.rows('select count(*) from contract_trade')
    const many = Array.from({ length: 250 }, (_one, at) =>
      line(`Umowa nr ${at * 7919}`, { 2: `${String((at % 28) + 1).padStart(2, '0')}.05.2024`, 1: at % 100 === 0 ? 'Nie ma' : 'Granit, Spółka z o.o.' }),
    )
    const { id } = await send('duzo.csv', csv(many))
    await work()
    await map(id, { columns, constants: always() })
    await work()
    const { counts } = await get(id)
    expect([counts.bad, (counts.good ?? 0) + (counts.same ?? 0)]).toEqual([3, 247])
    await clerk.mutate('contracts.trade.import.begin', { id, same: 'create' })
    const handler = register.handlers?.find((one) => one.job.name === 'register.import-make')
    if (!handler) throw new Error('no handler')
    const [[jobId] = []] = await house.rows("select id from platform_outbox where name = 'register.import-make'")
    // The first part was done, and its worker died before it could say so: the job comes again, under its name and under another.
    for (const one of [String(jobId), String(jobId), randomUUID()]) await perform(house.system, handler, { id: one, data: { importId: id, after: 0 } })
    await work()
    expect(await get(id)).toMatchObject({ state: 'done', counts: { made: 247, bad: 3 } })
    expect(await house.rows('select count(*) from contract_trade')).toEqual([[Number(before) + 247]])
    const numbers = await house.rows("select number from contract_trade where number like 'U/H/2026/%' order by number")
    expect(new Set(numbers.map(([number]) => number)).size).toBe(numbers.length)
  })
})

it('takes parties by their number: one that is there is left or filled up', async () => {
  const sheet = Buffer.from('Nazwa;NIP;Miejscowość\nŁąka;526 025 02 74;Łódź\nNowa;774-000-14-54;Płock\nZły;1234567890;Radom\n')
  const { id } = await send('kontrahenci.csv', sheet, { kind: 'directory.party' })
  await work()
  const { data } = await clerk.query('directory.party.import.get', { id })
  expect((data as ImportAnswer).mapping.columns).toEqual(['name', 'nip', 'city'])
  await clerk.mutate('directory.party.import.map', { id, columns: ['name', 'nip', 'city'], constants: {} })
  await work()
  expect(((await clerk.query('directory.party.import.get', { id })).data as ImportAnswer).counts).toEqual({ good: 1, same: 1, bad: 1 })
  await clerk.mutate('directory.party.import.begin', { id, same: 'merge' })
  await work()
  expect(await house.rows('select name, nip, city from directory_party where city is not null order by id')).toEqual([
    ['Łąka Meble S.A.', '5260250274', 'Łódź'],
    ['Nowa', '7740001454', 'Płock'],
  ])
})
