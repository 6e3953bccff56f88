import { type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { defineJob } from '../../index.ts'
import { openWorker, perform, type Worker } from './jobs.ts'
import { missedOf } from './missed.ts'
import { noticeTo, notify } from '../notices/notify.ts'
import { post } from './outbox.ts'
import { platformServer } from '../platform-server.ts'
import { transact } from '../database/database.ts'

let house: House
let worker: Worker | null = null
let userId = 0
let isBroken = false
const ran: number[] = []

const count = defineJob('platform.count', z.object({ number: z.number() }))
const server = {
  ...platformServer,
  handlers: [
    ...platformServer.handlers,
    {
      job: count,
      async run(_ctx: unknown, payload: unknown) {
        ran.push(count.payload.parse(payload).number)
        if (isBroken) throw new Error('the machine went away')
      },
    },
  ],
}

beforeAll(async () => {
  house = await openHouse([server], { hasJobs: true })
  userId = await house.hire('anna', 'all')
})
afterAll(async () => {
  await worker?.stop()
  await house.close()
})

const send = (number: number) => transact(house.system.database, () => post(house.system.database, count, { payload: { number }, now: new Date() }))

async function until(isTrue: () => Promise<boolean> | boolean): Promise<void> {
  for (let waited = 0; waited < 15_000; waited += 50) {
    if (await isTrue()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('it did not happen within 15 s')
}

it('refuses a job outside a transaction', async () => {
  await expect(post(house.system.database, count, { payload: { number: 1 }, now: new Date() })).rejects.toThrow(/outside a transaction/)
})

it('loses the job with the change that is rolled back', async () => {
  await expect(
    transact(house.system.database, async () => {
      await post(house.system.database, count, { payload: { number: 404 }, now: new Date() })
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect(await house.rows('select count(*) from platform_outbox')).toEqual([[0]])
})

it('does a job once, however often it is handed over', async () => {
  const handler = server.handlers.at(-1)
  if (!handler) throw new Error('the handler is above')
  const job = { id: '8c7f2f10-3f39-4a39-8f0a-111111111111', data: { number: 7 } }
  expect(await perform(house.system, handler, job)).toBe('done')
  expect(await perform(house.system, handler, job)).toBe('done before')
  expect(await house.rows('select count(*) from platform_job_done where id = ?', [job.id])).toEqual([[1]])
})

it('forgets a job that broke in the middle, so that it is done again', async () => {
  const handler = server.handlers.at(-1)
  if (!handler) throw new Error('the handler is above')
  const job = { id: '8c7f2f10-3f39-4a39-8f0a-222222222222', data: { number: 8 } }
  isBroken = true
  await expect(perform(house.system, handler, job)).rejects.toThrow('went away')
  isBroken = false
  expect(await perform(house.system, handler, job)).toBe('done')
})

it('catches up on what fell due while nobody was running, and on nothing that was done meanwhile', async () => {
  const daily = { job: defineJob('platform.daily', z.object({})), cron: '0 7 * * *', run: async () => undefined }
  // Seven in the morning in Warsaw is six in winter.
  const at = (now: string) => missedOf({ ...house.system, now: () => new Date(now) }, [daily, ...server.handlers.filter((handler) => !('cron' in handler))])
  const done = (when: string) => house.rows('insert into platform_job_done (id, name, done_at) values (uuid(), ?, ?)', [daily.job.name, when])
  expect(await at('2026-11-25T12:00:00Z')).toEqual([daily])
  await done('2026-11-24 06:00:02')
  expect([await at('2026-11-25T05:59:00Z'), await at('2026-11-25T06:01:00Z')]).toEqual([[], [daily]])
  await done('2026-11-25 06:00:02')
  expect([await at('2026-11-25T12:00:00Z'), await at('2026-11-26T06:01:00Z')]).toEqual([[], [daily]])
})

it('brings what waited in the outbox to a handler, a notice to its person, and one sent twice once', async () => {
  await send(100)
  await transact(house.system.database, () =>
    post(house.system.database, notify, {
      payload: noticeTo(userId, { id: 'platform.test', right: 'platform.notices.view' }, { params: { code: 'U/1' }, path: '/x' }),
      now: new Date(),
    }),
  )
  // What a relay killed between the two databases leaves behind: handed over, and still in the outbox.
  const letters = await house.rows('select id, name, payload from platform_outbox order by seq')
  worker = await openWorker(house.system)
  await until(() => ran.includes(100))
  for (const [id, name, payload] of letters) {
    await house.rows('insert into platform_outbox (id, name, payload, created_at) values (?,?,?,utc_timestamp())', [
      id,
      name,
      typeof payload === 'string' ? payload : JSON.stringify(payload),
    ])
  }
  await until(async () => Number((await house.rows('select count(*) from platform_outbox'))[0]?.[0]) === 0)
  await send(101)
  await until(() => ran.includes(101))
  expect(ran.filter((number) => number === 100)).toEqual([100])
  await until(async () => Number((await house.rows('select count(*) from platform_notice'))[0]?.[0]) === 1)
  expect(await house.rows('select user_id, kind, path from platform_notice')).toEqual([[userId, 'platform.test', '/x']])
})
