import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { perform, platformServer } from '@crm/platform/server'
import { type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import storage, { openBlobStore } from '../index.ts'

let house: House
let admin = 0

beforeAll(async () => {
  house = await openHouse([platformServer, storage])
  admin = await house.hire('admin', ['platform.settings.edit'])
})
afterAll(() => house.close())

/** A content whose name begins with two zeros: the first folder, so that one job is enough. */
function contentOf(seed: string): { bytes: Buffer; sha256: string } {
  for (let number = 0; ; number += 1) {
    const bytes = Buffer.from(`${seed} ${number}`)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if (sha256.startsWith('00')) return { bytes, sha256 }
  }
}
const pathOf = (sha256: string) => openBlobStore(house.system.env.CRM_DATA).pathOf(sha256)
const isThere = (sha256: string) =>
  readFile(pathOf(sha256)).then(
    () => true,
    () => false,
  )

async function store(seed: string, { isNamed = false, isWritten = true } = {}): Promise<string> {
  const { bytes, sha256 } = contentOf(seed)
  if (isWritten) {
    await mkdir(dirname(pathOf(sha256)), { recursive: true })
    await writeFile(pathOf(sha256), bytes)
  }
  await house.rows("insert ignore into storage_blob (sha256, size, type, created_at) values (?, 1, 'text/plain', utc_timestamp())", [sha256])
  if (isNamed) await name(sha256)
  return sha256
}
async function name(sha256: string): Promise<void> {
  const file = `${sha256.slice(0, 20)}.txt`
  await house.rows("insert into storage_file (document, name, live_name, version, created_at) values ('paper.sheet:1', ?, ?, 1, utc_timestamp())", [file, file])
  await house.rows('insert into storage_version (file_id, version, sha256, upload_id, user_id, at) select max(id), 1, ?, ?, ?, utc_timestamp() from storage_file', [
    sha256,
    randomUUID(),
    admin,
  ])
}
async function night(day: string): Promise<void> {
  house.setClock(`${day}T01:50:00Z`)
  const handler = storage.handlers?.find((one) => one.job.name === 'storage.sweep-contents')
  if (handler) await perform(house.system, handler, { id: randomUUID(), data: {} })
}
const alarms = async () => Number((await house.rows("select count(*) from platform_outbox where name = 'platform.notify'"))[0]?.[0])

describe('a content', () => {
  it('that nobody names lies there a week, is then set aside for thirty days, and goes', async () => {
    const [orphan, kept] = [await store('orphan'), await store('kept', { isNamed: true })]
    await night('2026-01-02')
    await night('2026-01-08')
    expect(await house.rows('select aside_at from storage_orphan')).toEqual([[null]])
    await night('2026-01-09')
    await night('2026-02-07')
    expect(await isThere(orphan)).toBe(true)
    await night('2026-02-08')
    expect([await isThere(orphan), await isThere(kept)]).toEqual([false, true])
    expect(await house.rows('select count(*) from storage_blob where sha256 = ?', [orphan])).toEqual([[0]])
    expect(await alarms()).toBe(0)
  })

  it('that is named again before its time is over stays', async () => {
    const saved = await store('saved')
    await night('2026-03-01')
    await night('2026-03-08')
    await name(saved)
    await night('2026-04-07')
    expect([await isThere(saved), await house.rows('select count(*) from storage_orphan')]).toEqual([true, [[0]]])
  })

  it('that is named and not there is told to the admins, and nothing is deleted', async () => {
    const lost = await store('lost', { isNamed: true, isWritten: false })
    await night('2026-05-02')
    const [[payload] = []] = await house.rows("select payload from platform_outbox where name = 'platform.notify' order by seq desc limit 1")
    expect(payload).toMatchObject({ userId: admin, kind: 'storage.content-lost', params: { missing: 1, damaged: 0, first: lost.slice(0, 16) } })
    expect(await house.rows('select count(*) from storage_version where sha256 = ?', [lost])).toEqual([[1]])
    const { bytes } = contentOf('lost')
    await mkdir(dirname(pathOf(lost)), { recursive: true })
    await writeFile(pathOf(lost), bytes)
    const before = await alarms()
    await night('2026-05-03')
    expect(await alarms()).toBe(before)
  })

  it('that is no longer what its name says is found within thirty nights', async () => {
    const damaged = await store('damaged', { isNamed: true })
    await writeFile(pathOf(damaged), 'something else')
    const before = await alarms()
    for (let day = 1; day <= 30; day += 1) await night(`2026-06-${String(day).padStart(2, '0')}`)
    expect(await alarms()).toBe(before + 1)
    expect(await isThere(damaged)).toBe(true)
  })
})

it('goes on with the next folder as a job of its own', async () => {
  expect(await house.rows("select count(*) > 0 from platform_outbox where name = 'storage.sweep-contents' and json_value(payload, '$.folder') = 1")).toEqual([[1]])
})
