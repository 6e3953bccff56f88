import { Failure } from '../../index.ts'
import type { FailedJob, JobQueue, JobsAnswer } from '../../running.ts'
import type { System, Writing } from '../context.ts'
import { jobStoreOf } from './job-store.ts'
import { momentOrNull } from '../database/moment.ts'
import { namesOf } from '../named.ts'

const mostFailed = 200

/** Jobs that no worker has taken over yet. */
export async function waitingJobs(system: System): Promise<JobsAnswer['waiting']> {
  const [row] = await system.database.read.query('select count(*), min(coalesce(start_after, created_at)) from platform_outbox where start_after is null or start_after <= ?', [
    system.now(),
  ])
  return { count: Number(row?.[0]), since: momentOrNull(row?.[1]) }
}

/** Every queue with what is in it, and the jobs that wait for a person, newest first. */
export async function jobsNow(system: System): Promise<JobsAnswer> {
  const [waiting, store] = await Promise.all([waitingJobs(system), jobStoreOf(system).catch(() => null)])
  const none: JobsAnswer = { isThere: false, waiting, queues: [], failed: [] }
  if (!store) return none
  const ask = async (sql: string) => (await store.getDb().executeSql(sql)).rows as Record<string, unknown>[] // its rows are whatever was asked for
  try {
    const [queues, failed] = await Promise.all([
      ask(`select name, count(*) filter (where state in ('created', 'retry')) as waiting, count(*) filter (where state = 'active') as active,
             count(*) filter (where state = 'failed') as failed, max(completed_on) filter (where state = 'completed') as done_at
           from pgboss.job where name not like '\\_\\_%' group by name order by name`),
      ask(`select id, name, retry_count, completed_on, output from pgboss.job where state = 'failed' order by completed_on desc limit ${mostFailed}`),
    ])
    return { isThere: true, waiting, queues: queues.map((row) => queueOf(system, row)), failed: failed.map((row) => failedOf(system, row)) }
  } catch (error) {
    system.log.warn({ err: { message: error instanceof Error ? error.message : String(error) } }, 'the job store does not answer')
    return none
  }
}

/** A failed job is tried again from its first attempt. What it has done already it does not do twice. @throws Failure 'missing' */
export async function retryJob(ctx: Writing, { name, id }: { name: string; id: string }): Promise<void> {
  const store = await jobStoreOf(ctx.system)
  const { rows } = await store.getDb().executeSql("select 1 from pgboss.job where name = $1 and id = $2 and state = 'failed'", [name, id])
  if (rows.length === 0) throw new Failure('missing')
  await ctx.journal({ document: `platform.job:${id}`, documentCode: name })
  await store.retry(name, id)
}

const iso = (value: unknown): string | null => (value instanceof Date ? value.toISOString() : null)

const queueOf = ({ apps }: System, { name, waiting, active, failed, done_at }: Record<string, unknown>): JobQueue => ({
  name: String(name),
  ...namesOf(apps, 'acts', String(name)),
  waiting: Number(waiting),
  active: Number(active),
  failed: Number(failed),
  doneAt: iso(done_at),
})

const failedOf = ({ apps }: System, { id, name, retry_count, completed_on, output }: Record<string, unknown>): FailedJob => ({
  id: String(id),
  name: String(name),
  ...namesOf(apps, 'acts', String(name)),
  attempts: Number(retry_count) + 1,
  failedAt: iso(completed_on) ?? '',
  reason: reasonOf(output).slice(0, 500),
})

const reasonOf = (output: unknown): string => {
  if (typeof output === 'object' && output !== null && 'message' in output) return String(output.message)
  return output === null || output === undefined ? '' : JSON.stringify(output)
}
