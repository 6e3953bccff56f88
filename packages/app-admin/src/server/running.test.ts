import { randomUUID } from 'node:crypto'
import { type ConnectionLine, defineJob, type JobsAnswer } from '@crm/platform'
import platform, { openWorker, type Worker } from '@crm/platform/server'
import directory from '@crm/directory/server'
import register from '@crm/register/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import admin from './index.ts'

let house: House
let chief: Browser
let worker: Worker | null = null
let isBroken = true
const ran: unknown[] = []
const fragile = defineJob('admin.fragile', z.object({ number: z.number() }))
const withFragile = {
  ...admin,
  handlers: [
    {
      job: fragile,
      async run(_ctx: unknown, given: unknown) {
        if (isBroken) throw new Error('the printer is on fire')
        ran.push(given)
      },
    },
  ],
}

beforeAll(async () => {
  house = await openHouse([platform, storage, register, directory, withFragile], { hasJobs: true })
  await house.hire('chief', 'all')
  chief = await house.signIn('chief')
})
afterAll(async () => {
  await worker?.stop()
  await house.close()
})

const jobs = async (by = chief) => (await by.query('admin.running.jobs', {})).data as JobsAnswer
async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 20_000; waited += 100) {
    if (await isTrue()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('it did not happen within 20 s')
}

describe('the state of the system', () => {
  it('says that there is no job store yet, and what is not set up', async () => {
    expect(await jobs()).toMatchObject({ isThere: false, queues: [], failed: [] })
    const lines = (await chief.query('admin.running.connections', {})).data as ConnectionLine[]
    expect(lines.find(({ id }) => id === 'platform.worker')).toMatchObject({ state: 'trouble', pl: 'Wykonawca zadań' })
    expect(lines.find(({ id }) => id === 'platform.mail')?.state).toBe('off')
    expect(lines.find(({ id }) => id === 'storage.mailbox')?.state).toBe('off')
    expect(lines.every(({ pl, en, id }) => pl !== id && en !== id)).toBe(true)
  })

  it('shows a job that failed with its reason, and tries it again when somebody says so', async () => {
    worker = await openWorker(house.system)
    const boss = new PgBoss({ connectionString: house.stores.JOBS_URL, schema: 'pgboss', supervise: false, schedule: false })
    await boss.start()
    const id = randomUUID()
    await boss.insert(fragile.name, [{ id, data: { number: 7 }, retryLimit: 0 }])
    await until(async () => (await jobs()).failed.length === 1)
    expect((await jobs()).failed).toMatchObject([{ id, name: 'admin.fragile', attempts: 1, reason: 'the printer is on fire' }])
    expect((await jobs()).queues.find(({ name }) => name === fragile.name)).toMatchObject({ failed: 1 })
    isBroken = false
    expect((await chief.mutate('admin.running.retry', { name: fragile.name, id })).failure).toBeNull()
    await until(async () => ran.length === 1)
    await until(async () => (await jobs()).failed.length === 0)
    expect(ran).toEqual([{ number: 7 }])
    expect((await chief.mutate('admin.running.retry', { name: fragile.name, id })).failure?.code).toBe('missing')
    expect(await house.rows("select document, document_code, outcome from platform_journal where action = 'admin.running.retry' order by id limit 1")).toEqual([
      [`platform.job:${id}`, fragile.name, 'done'],
    ])
    await boss.stop({ graceful: false })
  })

  it('is nobody else’s', async () => {
    await house.hire('reader', [])
    const reader = await house.signIn('reader')
    expect((await reader.query('admin.running.jobs', {})).failure?.code).toBe('denied')
    expect((await reader.mutate('admin.running.retry', { name: fragile.name, id: randomUUID() })).failure?.code).toBe('denied')
  })
})
