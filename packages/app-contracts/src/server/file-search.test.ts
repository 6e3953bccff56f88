import { randomUUID } from 'node:crypto'
import directory from '@crm/directory/server'
import platform, { perform } from '@crm/platform/server'
import type { SearchHit } from '@crm/platform'
import register from '@crm/register/server'
import type { Attachment, FileHit } from '@crm/storage'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse, sampleDocx, samplePdf } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import contracts from './index.ts'
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
  const lines = [view, 'contracts.trade.access', 'contracts.trade.files.upload', preview].map((right) => ({ holder: `u${owner}`, right, effect: '+' }))
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
    await attach(3, 'bomba.docx', sampleDocx(' '.repeat(3_000_000)))
    await read()
    expect(Object.fromEntries((await files(3)).map((file) => [file.name, file.text]))).toEqual({ 'zepsuty.pdf': 'broken', 'skan.pdf': 'empty', 'bomba.docx': 'broken' })
    expect(await house.rows("select count(*) from storage_text where state = 'waiting'")).toEqual([[0]])
  })

  it('asks for three letters of a word', async () => expect(await search('ka')).toEqual([]))
})
