import { randomUUID } from 'node:crypto'
import { appendFile, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import directory from '@crm/directory/server'
import platform, { perform } from '@crm/platform/server'
import type { ScanLine } from '@crm/storage'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { rights } from '../../rights.ts'
import contracts from '../index.ts'

let house: House
let chief: Browser
let secretaryId = 0
let folder = ''
const settled = async (login: string) => {
  expect((await chief.mutate('platform.settings.save', { values: { 'storage.intake.person': login } })).failure).toBeNull()
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crm-folder-'))
  house = await openHouse([platform, storage, directory, contracts], { env: { SCAN_FOLDER: folder } })
  house.setClock('2026-11-24T09:00:00Z')
  await house.hire('chief', 'all')
  secretaryId = await house.hire('sekretariat', [rights.scans.view.id, rights.scans.upload.id])
  chief = await house.signIn('chief')
  await settled('sekretariat')
})
afterAll(async () => {
  await house.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true })
})

const handler = contracts.handlers.find(({ job }) => job.name === 'contracts.watch-folder')
const look = () => perform(house.system, handler ?? expect.fail('the folder is watched'), { id: randomUUID(), data: {} })
const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}\n%%EOF`)
const put = (name: string, content: Buffer) => writeFile(join(folder, name), content)
const scans = async () => ((await chief.query('contracts.scans.list')).data as ScanLine[]).toSorted((one, other) => one.id - other.id)
const lying = async (sub = '') => (await readdir(join(folder, sub), { withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name)
const stopped = async () => (await chief.query('contracts.scans.stopped')).data

it('takes a file in when it has stood still, in the name of who is set, and moves it when that is committed', async () => {
  await put('umowa żółta.pdf', pdf('half'))
  await look()
  await appendFile(join(folder, 'umowa żółta.pdf'), 'the other half')
  await look()
  expect(await scans()).toEqual([])
  await look()
  expect([await scans(), await lying()]).toMatchObject([[{ name: 'umowa żółta.pdf', state: 'reading', by: 'Test sekretariat' }], ['umowa żółta.pdf']])
  await look()
  expect([await lying(), await lying('done')]).toEqual([[], ['umowa żółta.pdf']])
  const [entry] = await house.rows("select actor_id, rights from platform_journal where document like 'contracts.scans:%' and note = 'umowa żółta.pdf'")
  expect(entry).toEqual([secretaryId, rights.scans.upload.id])
})

it('knows a file that comes twice, under whatever name, and one whose move was cut off', async () => {
  const before = (await scans()).length
  await put('a.pdf', pdf('the same'))
  for (let turn = 0; turn < 3; turn += 1) await look()
  await put('b.pdf', pdf('the same'))
  for (let turn = 0; turn < 3; turn += 1) await look()
  expect([(await scans()).length - before, (await lying('done')).toSorted()]).toEqual([1, ['a.pdf', 'b.pdf']])
  // As if the machine had stopped between commit and move, and its disk had lost the move.
  await rename(join(folder, 'done', 'a.pdf'), join(folder, 'a.pdf'))
  for (let turn = 0; turn < 3; turn += 1) await look()
  expect([(await scans()).length - before, (await lying('done')).length]).toEqual([1, 2])
})

it('does everything again when the worker is killed before the commit', async () => {
  const before = (await scans()).length
  await put('c.pdf', pdf('killed'))
  await look()
  const dying = {
    ...(handler ?? expect.fail('the folder is watched')),
    run: async (...given: Parameters<NonNullable<typeof handler>['run']>) => {
      await handler?.run(...given)
      throw new Error('killed')
    },
  }
  await expect(perform(house.system, dying, { id: randomUUID(), data: {} })).rejects.toThrow('killed')
  expect([(await scans()).length - before, await lying()]).toEqual([0, ['c.pdf']])
  await look()
  expect((await scans()).length - before).toBe(1)
})

it('puts aside what is no PDF, with the reason beside it, and passes over what others write half', async () => {
  const before = (await scans()).length
  await put('notatka.pdf', Buffer.from('only text'))
  await put('pusty.pdf', Buffer.alloc(0))
  await put('.ukryty.pdf', pdf('hidden'))
  await put('rosnie.part', pdf('growing'))
  for (let turn = 0; turn < 3; turn += 1) await look()
  expect((await scans()).length - before).toBe(0)
  expect((await lying('rejected')).toSorted()).toEqual(['notatka.pdf', 'notatka.pdf.txt', 'pusty.pdf', 'pusty.pdf.txt'])
  expect(await readFile(join(folder, 'rejected', 'notatka.pdf.txt'), 'utf8')).toContain('To nie jest PDF')
  expect((await lying()).toSorted()).toEqual(['.ukryty.pdf', 'rosnie.part'])
})

it('says when it stands still, and goes on by itself', async () => {
  await settled('nikt taki')
  house.system.settings.forget()
  await put('d.pdf', pdf('waits'))
  for (let turn = 0; turn < 2; turn += 1) await look()
  expect([await stopped(), await lying()]).toMatchObject([[{ source: 'folder', failure: 'no-person' }], ['d.pdf']])
  await settled('sekretariat')
  await rm(folder, { recursive: true })
  await writeFile(folder, 'no folder any more')
  await look()
  expect(await stopped()).toMatchObject([{ failure: 'unreadable', since: '2026-11-24T09:00:00.000Z' }])
  await rm(folder)
  await look()
  expect(await stopped()).toEqual([])
})
