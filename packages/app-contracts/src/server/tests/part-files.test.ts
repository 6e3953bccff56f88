import directory from '@crm/directory/server'
import platform from '@crm/platform/server'
import type { Attachment } from '@crm/storage'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rights } from '../../rights.ts'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

const { trade } = rights

let house: House
let clerk: Browser
let reader: Browser
let ids: { clerk: number; reader: number }
let contract = 0

beforeAll(async () => {
  house = await openHouse([platform, storage, directory, contracts])
  house.setClock('2026-11-24T09:00:00Z')
  ids = { clerk: await house.hire('clerk', 'all'), reader: await house.hire('reader', [trade.view.id, trade.history.id, trade.files.list.id, trade.files.preview.id]) }
  ;[clerk, reader] = [await house.signIn('clerk'), await house.signIn('reader')]
  await clerk.mutate('directory.party.create', { values: { name: 'Łąka Meble S.A.' } })
  contract = await newContract()
})
afterAll(() => house.close())

async function newContract(): Promise<number> {
  const { data, failure } = await clerk.mutate('contracts.trade.create', { values: { ...usualContract, subject: 'Serwis', owner: ids.clerk } })
  expect(failure).toBeNull()
  return (data as { id: number }).id
}
const terms = { signedOn: '2026-11-20', startsOn: '2026-11-20', endsOn: null, changes: { value: '9000.00' } }
const addAnnex = async (number: string, documentId = contract) =>
  `annex:${((await clerk.mutate('contracts.trade.annexes.add', { documentId, number, ...terms })).data as { id: number } | null)?.id}`
const amounts = { issuedOn: '2026-11-02', dueOn: '2026-11-16', paidOn: null, net: '100.00', vat: '23.00', gross: '123.00', currency: 'PLN', ksefNumber: null }
const addInvoice = async (number: string) =>
  `invoice:${((await clerk.mutate('contracts.trade.invoices.add', { documentId: contract, number, seller: 'Łąka', ...amounts })).data as { id: number } | null)?.id}`

const base64 = (text: string) => Buffer.from(text).toString('base64')
async function upload(name: string, words: string, part = '', documentId = contract): Promise<number> {
  const content = Buffer.from(`%PDF-1.4\n${words}\n%%EOF`)
  const metadata = `filename ${base64(name)},document ${base64(String(documentId))}${part ? `,part ${base64(part)}` : ''}`
  const headers = { cookie: clerk.cookie(), 'tus-resumable': '1.0.0' }
  const begun = await house.http.inject({
    method: 'POST',
    url: '/files/contracts.trade/upload',
    headers: { ...headers, 'upload-length': String(content.length), 'upload-metadata': metadata },
  })
  if (begun.statusCode !== 201) return begun.statusCode
  const type = 'application/offset+octet-stream'
  return (await house.http.inject({ method: 'PATCH', url: String(begun.headers.location), headers: { ...headers, 'content-type': type, 'upload-offset': '0' }, payload: content }))
    .statusCode
}
const list = async (browser = clerk) => ((await browser.query('contracts.trade.files.list', { documentId: contract })).data ?? []) as Attachment[]
const shown = async (browser = clerk) => (await list(browser)).map(({ name, version, part }) => `${part?.code ?? '–'}: ${name} ${version}`)
const fileOf = async (part: string, name: string) => (await list()).find((file) => (file.part?.key ?? '') === part && file.name === name)
const history = async (browser = clerk) => (await browser.query('contracts.trade.history', { id: contract })).data as { action: string; changes: Record<string, unknown> | null }[]

describe('a file of an annex or an invoice', () => {
  let annex = ''
  let invoice = ''

  it('belongs to it, is on the contract too, and has a name of its own there', async () => {
    annex = await addAnnex('2')
    invoice = await addInvoice('FV/7')
    expect([await upload('skan.pdf', 'umowa'), await upload('skan.pdf', 'aneks', annex), await upload('skan.pdf', 'faktura', invoice)]).toEqual([204, 204, 204])
    expect(await upload('SKAN.pdf', 'aneks poprawiony', annex)).toBe(204)
    expect((await shown()).sort()).toEqual(['2: skan.pdf 2', 'FV/7: skan.pdf 1', '–: skan.pdf 1'])
    expect((await shown(reader)).length).toBe(3)
  })

  it('stands in the history and in the journal of readings with the part and the code of the contract', async () => {
    const uploads = (await history()).filter((line) => line.action === 'contracts.trade.files.upload' && line.changes && 'annex' in line.changes)
    expect(uploads.map((line) => line.changes)).toEqual([
      { file: ['skan.pdf (1)', 'skan.pdf (2)'], annex: ['2', '2'] },
      { file: [null, 'skan.pdf (1)'], annex: [null, '2'] },
    ])
    const file = await fileOf(invoice, 'skan.pdf')
    for (const how of ['preview', 'download'])
      expect((await house.http.inject({ url: `/files/contracts.trade/${file?.id}/${how}`, headers: { cookie: clerk.cookie() } })).statusCode).toBe(200)
    const rows = await house.rows("select document_code, changes from platform_journal where action in ('contracts.trade.files.preview', 'contracts.trade.files.download')")
    expect(rows.map(([code, changes]) => [code, typeof changes === 'string' ? JSON.parse(changes) : changes])).toEqual(
      Array(2).fill(['U/H/2026/0001', { file: ['skan.pdf (1)', 'skan.pdf (1)'], invoice: ['FV/7', 'FV/7'] }]),
    )
  })

  it('is not taken for a part of another contract, of none, or of a kind that there is not', async () => {
    const before = await shown()
    const foreign = await addAnnex('1', await newContract())
    for (const part of [foreign, 'annex:99999', 'reminder:1', 'annex:']) expect([part, await upload('obcy.pdf', part, part)]).toEqual([part, 404])
    expect(await shown()).toEqual(before)
  })

  it('follows the contract’s table, and its own once it has one', async () => {
    const file = await fileOf(annex, 'skan.pdf')
    expect((await clerk.mutate('contracts.trade.files.access.break', { id: file?.id })).failure).toBeNull()
    const lines = [trade.files.list.id, trade.files.preview.id, trade.files.access.id, trade.files.upload.id].map((right) => ({ holder: `u${ids.clerk}`, right, effect: '+' }))
    expect((await clerk.mutate('contracts.trade.files.access.save', { id: file?.id, lines })).failure).toBeNull()
    expect((await shown(reader)).sort()).toEqual(['FV/7: skan.pdf 1', '–: skan.pdf 1'])
    expect((await house.http.inject({ url: `/files/contracts.trade/${file?.id}/preview`, headers: { cookie: reader.cookie() } })).statusCode).toBe(404)
    expect(JSON.stringify(await history(reader))).not.toContain('aneks')
    expect((await clerk.mutate('contracts.trade.files.access.save', { id: file?.id, lines: null })).failure).toBeNull()
  })

  it('is moved by who may describe it, and told so; a name that is taken there gets a number', async () => {
    const file = await fileOf('', 'skan.pdf')
    expect((await clerk.mutate('contracts.trade.files.describe', { id: file?.id, description: null, part: 'annex:99999' })).failure?.code).toBe('missing')
    expect((await clerk.mutate('contracts.trade.files.describe', { id: file?.id, description: 'oryginał', part: annex })).failure).toBeNull()
    expect((await shown()).sort()).toEqual(['2: skan (2).pdf 1', '2: skan.pdf 2', 'FV/7: skan.pdf 1'])
    expect((await history())[0]?.changes).toEqual({ description: [null, 'oryginał'], file: ['skan.pdf (1)', 'skan (2).pdf (1)'], annex: [null, '2'] })
  })

  it('stays with the contract when its part is removed, under a name that is free, and none is lost', async () => {
    await upload('skan.pdf', 'nowa umowa')
    expect((await clerk.mutate('contracts.trade.annexes.remove', { documentId: contract, id: Number(annex.slice(6)), version: 1 })).failure).toBeNull()
    expect((await clerk.mutate('contracts.trade.invoices.remove', { documentId: contract, id: Number(invoice.slice(8)), version: 1 })).failure).toBeNull()
    expect((await shown()).sort()).toEqual(['–: skan (2).pdf 1', '–: skan (3).pdf 2', '–: skan (4).pdf 1', '–: skan.pdf 1'])
    const told = (await history()).filter((line) => line.action === 'contracts.trade.invoices.remove').map((line) => line.changes)
    expect(told).toContainEqual({ file: ['skan.pdf (1)', 'skan (4).pdf (1)'], invoice: ['FV/7', null] })
  })
})
