import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import directory from '@crm/directory/server'
import platform, { perform } from '@crm/platform/server'
import type { IntakeLine, LetterLine, ScanLine } from '@crm/storage'
import storage from '@crm/storage/server'
import { type Browser, type House, type ImapServer, openHouse, openImap } from '@crm/testing/server'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { rights } from '../../rights.ts'
import contracts from '../index.ts'

const account = { user: 'skany@firma.pl', password: 'zażółć "gęślą" \\ jaźń' }

let house: House
let chief: Browser
let secretaryId = 0
let imap: ImapServer
let minute = 0

const settle = async (values: Record<string, unknown>) => {
  const named = Object.fromEntries(Object.entries(values).map(([name, value]) => [`storage.${name}`, value]))
  expect((await chief.mutate('platform.settings.save', { values: named })).failure).toBeNull()
  house.system.settings.forget()
}

beforeAll(async () => {
  house = await openHouse([platform, storage, directory, contracts], { env: { SCAN_MAIL_PASSWORD: account.password } })
  await house.hire('chief', 'all')
  secretaryId = await house.hire('sekretariat', [rights.scans.view.id, rights.scans.upload.id])
  chief = await house.signIn('chief')
})
beforeEach(async () => {
  imap = await openImap(account)
  await settle({
    'intake.person': 'sekretariat',
    'mailbox.server': '127.0.0.1',
    'mailbox.port': imap.port,
    'mailbox.encryption': 'starttls',
    'mailbox.user': account.user,
    'mailbox.senders': [],
    'mailbox.mostMegabytes': 1,
  })
  return () => imap.close()
})
afterAll(() => house.close())

const handler = contracts.handlers.find(({ job }) => job.name === 'contracts.check-mail') ?? expect.fail('the mailbox is looked into')
/** What the worker does each minute. */
const look = async (turns = 1) => {
  for (let turn = 0; turn < turns; turn += 1) {
    minute += 1
    house.setClock(new Date(Date.UTC(2026, 10, 24, 9, minute)).toISOString())
    await perform(house.system, handler, { id: randomUUID(), data: {} })
  }
}
const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}\n%%EOF`)
const file = (name: string, content: Buffer, type = 'application/pdf') => ({ name, type, content })
const letter = (subject: string, ...files: ReturnType<typeof file>[]) => ({ from: 'Skaner@firma.pl', subject, messageId: `<${subject.replaceAll(' ', '-')}@firma.pl>`, files })
const scans = async () => ((await chief.query('contracts.scans.list')).data as ScanLine[]).toSorted((one, other) => one.id - other.id)
const stopped = async () => (await chief.query('contracts.scans.stopped')).data
const source = async () => ((await chief.query('contracts.scans.intake.list')).data as IntakeLine[]).find((one) => one.source === 'mail')
const letters = async () => (await chief.query('contracts.scans.intake.letters')).data as LetterLine[]

it('takes the PDFs of a letter in, in the name of who is set, and moves the letter when that is committed', async () => {
  imap.post(letter('dwie umowy', file('umowa żółta.pdf', pdf('one')), file('SCAN.PDF', pdf('two'), 'application/octet-stream'), file('logo.png', Buffer.from('png'), 'image/png')))
  await look()
  expect([await scans(), imap.folders()]).toMatchObject([
    [
      { name: 'umowa żółta.pdf', state: 'reading', by: 'Test sekretariat' },
      { name: 'SCAN.PDF', state: 'reading' },
    ],
    { INBOX: ['dwie umowy'] },
  ])
  await look()
  expect(imap.folders()).toEqual({ INBOX: [], 'Skany wczytane': ['✓ dwie umowy'] })
  expect(await letters()).toMatchObject([{ sender: 'skaner@firma.pl', subject: 'dwie umowy', fileCount: 2, reason: null }])
  const entries = await house.rows("select actor_id, rights from platform_journal where document like 'contracts.scans:%' and note = 'umowa żółta.pdf'")
  expect(entries).toEqual([[secretaryId, rights.scans.upload.id]])
})

it('keeps a file of several pieces byte for byte', async () => {
  const large = Buffer.concat([pdf('large'), Buffer.from(Array.from({ length: 700_000 }, (_byte, at) => (at * 31) % 251))])
  imap.post(letter('duzy plik', file('duzy.pdf', large)))
  await settle({ 'mailbox.mostMegabytes': 2 })
  await look()
  const [[size] = []] = await house.rows('select b.size from storage_scan s join storage_blob b on b.sha256 = s.sha256 order by s.id desc limit 1')
  expect(Number(size)).toBe(large.length)
})

it('takes a letter once: sent by two ways, with a crash before the commit, a lost move, and numbers given anew', async () => {
  const before = (await scans()).length
  const twice = letter('podwojny', file('a.pdf', pdf('twice')))
  imap.post(twice)
  const dying = { ...handler, run: (...given: Parameters<typeof handler.run>) => handler.run(...given).then(() => Promise.reject(new Error('killed'))) }
  await expect(perform(house.system, dying, { id: randomUUID(), data: {} })).rejects.toThrow('killed')
  expect([(await scans()).length - before, imap.folders().INBOX]).toEqual([0, ['podwojny']])
  await look()
  imap.renumber()
  imap.post(twice)
  await look(2)
  expect([(await scans()).length - before, imap.folders()]).toEqual([1, { INBOX: [], 'Skany wczytane': ['✓ podwojny', '✓ podwojny'] }])
  // The same paper scanned again is another letter, and a scan of its own; so are two files of a scanner that gives no ids.
  imap.post(letter('ponownie', file('a.pdf', pdf('twice'))))
  imap.post({ ...letter('bez id', file('b.pdf', pdf('b'))), messageId: null })
  imap.post({ ...letter('bez id', file('c.pdf', pdf('c'))), messageId: null })
  await look(2)
  expect((await scans()).length - before).toBe(4)
})

it('puts aside what brings no scan, says why, and looks again at what is moved back', async () => {
  const before = (await scans()).length
  imap.post({ ...letter('spam', file('umowa.pdf', pdf('spam'))), from: 'ktos@obcy.pl' })
  imap.post(letter('bez zalacznika'))
  imap.post(letter('zdjecie', file('a.png', Buffer.from('png'), 'image/png')))
  imap.post(letter('udaje pdf', file('a.pdf', Buffer.from('only text'))))
  imap.post(letter('pusty', file('a.pdf', Buffer.alloc(0))))
  imap.post(letter('za duzy', file('a.pdf', Buffer.concat([pdf('big'), Buffer.alloc(1_100_000)]))))
  imap.post(letter('dobry', file('a.pdf', pdf('good'))))
  await look(2)
  const rejected = ['spam', 'bez zalacznika', 'zdjecie', 'udaje pdf', 'pusty', 'za duzy']
  expect([(await scans()).length - before, imap.folders()]).toEqual([1, { INBOX: [], 'Skany wczytane': ['✓ dobry'], 'Skany odrzucone': rejected.map((subject) => `✓ ${subject}`) }])
  const reasons = Object.fromEntries((await letters()).slice(0, 7).map(({ subject, reason }) => [subject, reason]))
  expect(reasons).toEqual({ spam: 'stranger', 'bez zalacznika': 'no-file', zdjecie: 'no-pdf', 'udaje pdf': 'no-pdf', pusty: 'no-pdf', 'za duzy': 'too-large', dobry: null })
  await settle({ 'mailbox.senders': ['@obcy.pl'] })
  imap.post({ ...letter('spam', file('umowa.pdf', pdf('spam'))), from: 'ktos@obcy.pl' })
  await look()
  expect((await scans()).length - before).toBe(2)
})

it('keeps what came before the connection broke, and takes the rest later', async () => {
  const before = (await scans()).length
  imap.post(letter('maly', file('a.pdf', pdf('small'))))
  imap.post(letter('wiekszy', file('b.pdf', Buffer.concat([pdf('larger'), Buffer.alloc(5_000, 1)]))))
  imap.set('cut')
  await look()
  expect([(await scans()).length - before, await stopped()]).toMatchObject([1, [{ source: 'mail', failure: 'no-answer' }]])
  expect(await readdir(join(house.system.env.CRM_DATA, 'mail'))).toEqual([])
  imap.set(null)
  await look(3)
  expect([(await scans()).length - before, await stopped(), imap.folders().INBOX]).toEqual([2, [], []])
})

it('leaves a server that does not answer alone for longer and longer, and goes on by itself', async () => {
  imap.post(letter('czeka', file('a.pdf', pdf('waits'))))
  imap.set('bye')
  await look()
  expect(await source()).toMatchObject({ isSet: true, failure: 'no-answer' })
  imap.set('unavailable')
  await look(9)
  // Tried after one minute, two and five more; an answer that says nothing about the password is no wrong password.
  expect([imap.signIns(), await stopped()]).toMatchObject([3, [{ failure: 'no-answer' }]])
  imap.set(null)
  await look(12)
  expect([await stopped(), imap.folders()['Skany wczytane']]).toEqual([[], ['✓ czeka']])
})

it('does not hammer a wrong password; it tries again when something was put right, or when somebody asks', async () => {
  await settle({ 'mailbox.user': 'inny@firma.pl' })
  await look(30)
  expect([imap.signIns(), await stopped()]).toMatchObject([1, [{ failure: 'wrong-login' }]])
  expect((await chief.mutate('contracts.scans.intake.try')).data).toEqual({ failure: 'wrong-login', waiting: 0 })
  await settle({ 'mailbox.user': account.user })
  imap.post(letter('po naprawie', file('a.pdf', pdf('mended'))))
  expect((await chief.mutate('contracts.scans.intake.try')).data).toEqual({ failure: null, waiting: 1 })
  await look()
  expect([await stopped(), imap.signIns()]).toEqual([[], 4])
})

it('says which folder is missing, who is missing, and what is not set', async () => {
  await settle({ 'mailbox.folder': 'Nie ma' })
  await look()
  expect(await stopped()).toMatchObject([{ failure: 'no-folder' }])
  await settle({ 'mailbox.folder': 'INBOX' })
  imap.post(letter('bez folderu', file('a.pdf', pdf('no folder'))))
  imap.set('no-new-folders')
  await look(2)
  expect([await stopped(), imap.folders()]).toMatchObject([[{ failure: 'no-folder' }], { INBOX: ['bez folderu'] }])
  await settle({ 'intake.person': 'nikt taki' })
  await look(2)
  expect(await stopped()).toMatchObject([{ failure: 'no-person' }])
  await settle({ 'mailbox.server': '' })
  await look()
  expect([await stopped(), (await chief.mutate('contracts.scans.intake.try')).data]).toEqual([[], { failure: 'not-set', waiting: 0 }])
})

it('does not sign in where the certificate is not trusted', async () => {
  const other = await openImap({ ...account, isSecure: true })
  await settle({ 'mailbox.port': other.port, 'mailbox.encryption': 'tls' })
  expect([(await chief.mutate('contracts.scans.intake.try')).data, other.signIns()]).toEqual([{ failure: 'not-trusted', waiting: 0 }, 0])
  await other.close()
})
