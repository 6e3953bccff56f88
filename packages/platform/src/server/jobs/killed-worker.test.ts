import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { countJob, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { transact } from '../database/database.ts'
import { post } from './outbox.ts'
import { platformServer } from '../platform-server.ts'

let house: House
const workers: ChildProcess[] = []

beforeAll(async () => {
  house = await openHouse([platformServer], { hasJobs: true })
  await house.hire('anna', 'all')
})
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL')
  await house.close()
})

/** A worker process of its own, and the moment when it has a job in hand. */
function work(hang: '0' | '1'): { process: ChildProcess; taken: Promise<void> } {
  const script = fileURLToPath(new URL('../../../../testing/src/server/count-worker.ts', import.meta.url))
  const { MYSQL_URL, JOBS_URL } = house.stores
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, MYSQL_URL, JOBS_URL, CRM_DATA: house.system.env.CRM_DATA, LOG_LEVEL: 'silent', HANG: hang },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  workers.push(child)
  return {
    process: child,
    taken: new Promise((resolve, reject) => {
      child.stdout?.once('data', () => resolve())
      child.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)))
    }),
  }
}

const counted = () => house.rows('select name from platform_preference')

it('gives the job back that a worker had in hand when it was killed, and what it had written is undone', async () => {
  await transact(house.system.database, () => post(house.system.database, countJob, { payload: { number: 7 }, now: new Date() }))
  const first = work('1')
  await first.taken
  const ended = new Promise((resolve) => first.process.once('exit', resolve))
  first.process.kill('SIGKILL')
  await ended
  const second = work('0')
  await second.taken
  for (let waited = 0; waited < 5_000 && (await counted()).length === 0; waited += 50) await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await counted()).toEqual([[`counted 7 by ${second.process.pid}`]])
  expect(await house.rows('select count(*) from platform_job_done')).toEqual([[1]])
})
