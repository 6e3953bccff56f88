import { randomUUID } from 'node:crypto'
import directory from '@crm/directory/server'
import platform, { perform } from '@crm/platform/server'
import type { SearchHit } from '@crm/platform'
import register from '@crm/register/server'
import type { Attachment, FileHit } from '@crm/storage'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse, sampleDocx, samplePdf } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

let house: House
let chief: Browser
let reader: Browser
const view = 'contracts.trade.view'
const preview = 'contracts.trade.files.preview'

beforeAll(async () => {
  house = await openHouse([platform, storage, register, directory, contracts])
  house.setClock('2026-11-24T09:00:00Z')
  const owner = await house.hire('chief', 'all')
  await house.hire('reader', [view, preview, 'contracts.trade.files.list', 'platform.search.use', 'contracts.enter'])
  await house.hire('lister', [view, 'contracts.trade.files.list'])
  chief = await house.signIn('chief')
  reader = await house.signIn('reader')
  await chief.mutate('directory.party.create', { values: { name: 'Granit' } })
  for (const subject of ['Jawna', 'Tajna', 'Trzecia']) await chief.mutate('contracts.trade.create', { values: { ...usualContract, subject, owner } })
  const lines = [view, 'contracts.trade.access', 'contracts.trade.files.upload', 'contracts.trade.files.list', preview].map((right) => ({
    holder: `u${owner}`,
    right,
    effect: '+',
  }))
  expect((await chief.mutate('contracts.trade.access.save', { id: 2, lines })).failure).toBeNull()
})
afterAll(() => house.close())

async function attach(documentId: number, name: string, content: Buffer): Promise<void> {
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const headers = { cookie: chief.cookie(), 'tus-resumable': '1.0.0' }
  const begun = await house.http.inject({
    method: 'POST',
    url: '/files/contracts.trade/upload',
    headers: { ...headers, 'upload-length': String(content.length), 'upload-metadata': `filename ${base64(name)},document ${base64(String(documentId))}` },
  })
  const { statusCode } = await house.http.inject({
    method: 'PATCH',
    url: String(begun.headers.location),
    headers: { ...headers, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
    payload: content,
  })
  expect([name, statusCode]).toEqual([name, 204])
}
async function read(): Promise<void> {
  const handler = storage.handlers?.find((one) => one.job.name === 'storage.read-texts')
  if (handler) await perform(house.system, handler, { id: randomUUID(), data: {} })
}
const search = async (text: string, browser = chief) => (await browser.query('contracts.trade.files.search', { text })).data as FileHit[]
const names = async (text: string, browser = chief) => (await search(text, browser)).map((hit) => hit.name).sort()
const files = async (documentId: number) => (await chief.query('contracts.trade.files.list', { documentId })).data as Attachment[]

describe('the text of attachments', () => {
  it('is found in a PDF by its page, in a Word document and in a text of old Windows', async () => {
    await attach(1, 'umowa.pdf', await samplePdf('Strona pierwsza', 'Kara umowna wynosi dwa procent'))
    await attach(1, 'aneks.docx', sampleDocx('Odstąpienie od umowy następuje na piśmie'))
    await attach(1, 'notatka.txt', Buffer.from([0x8c, 0x77, 0x69, 0x61, 0x64, 0x65, 0x6b, 0x20, 0x67, 0xb3, 0x6f, 0x77, 0x6e, 0x79])) // Świadek główny
    await read()
    expect(await search('kara umown')).toMatchObject([
      { documentId: 1, name: 'umowa.pdf', title: 'Jawna', excerpt: { page: 2, match: 'Kara', after: ' umowna wynosi dwa procent' } },
    ])
    expect(await names('odstapienie')).toEqual(['aneks.docx'])
    expect(await names('swiadek glowny')).toEqual(['notatka.txt'])
    expect((await files(1)).map((file) => file.text)).toEqual(['ready', 'ready', 'ready'])
  })

  it('is not found on a document that one may not see, nor without the right to preview', async () => {
    await attach(2, 'tajne.pdf', await samplePdf('Kara umowna tajna'))
    await read()
    expect(await names('kara')).toEqual(['tajne.pdf', 'umowa.pdf'])
    expect(await names('kara', reader)).toEqual(['umowa.pdf'])
    expect((await (await house.signIn('lister')).query('contracts.trade.files.search', { text: 'kara' })).failure?.code).toBe('denied')
  })

  it('of a file with a table of its own is found by whom that lets in only', async () => {
    await attach(1, 'poufne.pdf', await samplePdf('Kara umowna poufna'))
    await read()
    expect(await names('poufna', reader)).toEqual(['poufne.pdf'])
    const [file] = (await files(1)).filter(({ name }) => name === 'poufne.pdf')
    const [[owner] = []] = await house.rows("select id from platform_user where login = 'chief'")
    const own = ['list', 'preview', 'access', 'remove'].map((right) => ({ holder: `u${Number(owner)}`, right: `contracts.trade.files.${right}`, effect: '+' }))
    expect((await chief.mutate('contracts.trade.files.access.save', { id: file?.id, lines: own })).failure).toBeNull()
    expect([await names('poufna'), await names('poufna', reader)]).toEqual([['poufne.pdf'], []])
    await chief.mutate('contracts.trade.files.remove', { id: file?.id })
  })

  it('is in the search of the whole system, with the file and the place', async () => {
    const { data } = await reader.query('platform.search.find', { text: 'kara umowna' })
    expect((data as SearchHit[]).filter((hit) => hit.file)).toMatchObject([
      { kind: 'contracts.trade', path: '/contracts/trade/1?tab=files', file: { name: 'umowa.pdf', excerpt: { page: 2, match: 'Kara' } } },
    ])
  })

  it('is of the newest version, and leaves with the file', async () => {
    await attach(1, 'aneks.docx', sampleDocx('Zupełnie inna treść'))
    await read()
    expect([await names('odstapienie'), await names('zupelnie')]).toEqual([[], ['aneks.docx']])
    const [file] = (await files(1)).filter(({ name }) => name === 'aneks.docx')
    await chief.mutate('contracts.trade.files.remove', { id: file?.id })
    expect(await names('zupelnie')).toEqual([])
  })

  it('that cannot be read says why, and is not tried again', async () => {
    await attach(3, 'zepsuty.pdf', Buffer.from('%PDF-1.7\nnic dalej'))
    await attach(3, 'skan.pdf', await samplePdf(''))
    await read()
    expect(Object.fromEntries((await files(3)).map((file) => [file.name, file.text]))).toEqual({ 'zepsuty.pdf': 'broken', 'skan.pdf': 'empty' })
    expect(await house.rows("select count(*) from storage_text where state = 'waiting'")).toEqual([[0]])
  })

  it('asks for three letters of a word', async () => expect(await search('ka')).toEqual([]))
})

describe('an attachment', () => {
  const get = (url: string) => house.http.inject({ url, headers: { cookie: chief.cookie() } })

  it('of Word is shown as its text, and that is in the journal', async () => {
    await attach(3, 'pismo.docx', sampleDocx('Szanowni Państwo'))
    const [file] = (await files(3)).filter(({ name }) => name === 'pismo.docx')
    expect((await get(`/files/contracts.trade/${file?.id}/preview`)).statusCode).toBe(415)
    await read()
    const shown = await get(`/files/contracts.trade/${file?.id}/preview`)
    expect([shown.statusCode, shown.headers['content-type'], shown.body.trim()]).toEqual([200, 'text/plain; charset=utf-8', 'Szanowni Państwo'])
    expect(await house.rows("select note from platform_journal where action = ? and outcome = 'done' order by id desc limit 1", [preview])).toEqual([['pismo.docx (1)']])
  })

  it('keeps its earlier versions, each with who added it', async () => {
    await attach(3, 'pismo.docx', sampleDocx('Druga wersja'))
    const [file] = (await files(3)).filter(({ name }) => name === 'pismo.docx')
    const { data } = await chief.query('contracts.trade.files.versions', { id: file?.id })
    expect(data).toMatchObject([
      { version: 2, by: 'Test chief' },
      { version: 1, by: 'Test chief' },
    ])
    const first = await get(`/files/contracts.trade/${file?.id}/download?version=1`)
    expect([first.statusCode, first.rawPayload.equals(sampleDocx('Szanowni Państwo'))]).toEqual([200, true])
    expect((await get(`/files/contracts.trade/${file?.id}/download?version=9`)).statusCode).toBe(404)
  })

  it('has a kind out of the settings, and no other', async () => {
    const [file] = (await files(3)).filter(({ name }) => name === 'pismo.docx')
    const describe = (kind: string) => chief.mutate('contracts.trade.files.describe', { id: file?.id, description: 'Odpowiedź', kind })
    expect((await describe('Zmyślony')).failure).toMatchObject({ code: 'invalid', params: { issues: [{ path: 'kind', code: 'not-a-choice' }] } })
    expect((await describe('Korespondencja')).failure).toBeNull()
    expect((await files(3)).find(({ name }) => name === 'pismo.docx')).toMatchObject({ kind: 'Korespondencja', description: 'Odpowiedź' })
  })

  it('is as large and of those endings as the settings let it be', async () => {
    const base64 = (text: string) => Buffer.from(text).toString('base64')
    const begin = async (name: string, size: number) =>
      (
        await house.http.inject({
          method: 'POST',
          url: '/files/contracts.trade/upload',
          headers: { cookie: chief.cookie(), 'tus-resumable': '1.0.0', 'upload-length': String(size), 'upload-metadata': `filename ${base64(name)},document ${base64('1')}` },
        })
      ).statusCode
    await chief.mutate('platform.settings.save', { values: { 'storage.files.mostMegabytes': 1, 'storage.files.endings': ['pdf'] } })
    expect([await begin('a.pdf', 1_048_576), await begin('a.pdf', 1_048_577), await begin('a.docx', 10)]).toEqual([201, 413, 415])
  })
})
