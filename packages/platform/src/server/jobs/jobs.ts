import { PgBoss } from 'pg-boss'
import { QueryTypes } from 'sequelize'
import { zone } from '../../index.ts'
import type { System } from '../context.ts'
import { currentTransaction, isDuplicate, transact } from '../database/database.ts'
import type { Handler } from './handler.ts'
import { openSealer } from '../journal/sealer.ts'
import { writeJournal } from '../journal/journal.ts'
import { missedOf } from './missed.ts'
import { post } from './outbox.ts'
import { relay } from './relay.ts'

const relayPollMs = 250
/** A worker that dies with a job in hand gives it back after this long. */
const expireSeconds = 120

export interface Worker {
  /** Hand over what waits in the outbox now. */
  relayNow(): Promise<number>
  stop(): Promise<void>
}

/** The relay and the handlers of every app, on pg-boss. */
export async function openWorker(
  system: System,
  { expireInSeconds = expireSeconds, superviseSeconds = 10 }: { expireInSeconds?: number; superviseSeconds?: number } = {},
): Promise<Worker> {
  const boss = new PgBoss({
    connectionString: system.env.JOBS_URL,
    schema: 'pgboss',
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    useListenNotify: true,
    application_name: 'crm-worker',
  })
  boss.on('error', (error: Error) => system.log.warn({ err: { message: error.message } }, 'the job store does not answer'))
  await boss.start()
  const handlers = system.apps.flatMap((server) => server.handlers ?? [])
  for (const handler of handlers) {
    await boss.createQueue(handler.job.name, { retryLimit: 5, retryDelay: 2, retryBackoff: true, expireInSeconds, notify: true } as object)
    // New jobs are announced; one that is retried or was put off is not, and waits for the next look.
    await boss.work(handler.job.name, { batchSize: 1, pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 2 } as object, async (jobs: { id: string; data: unknown }[]) => {
      for (const job of jobs) await perform(system, handler, job)
    })
    if (handler.cron) await boss.schedule(handler.job.name, handler.cron, {}, { tz: zone })
  }
  for (const { job } of await missedOf(system, handlers)) await boss.send(job.name, {}, { singletonKey: 'start', singletonSeconds: 60 })

  const sealer = openSealer(system)
  let isStopping = false
  let timer: NodeJS.Timeout | null = null
  let turn: Promise<unknown> = Promise.resolve()
  const next = () => {
    turn = relay(system, boss)
      .catch((error: unknown) => system.log.warn({ err: { message: error instanceof Error ? error.message : String(error) } }, 'the outbox waits'))
      .then((count) => {
        if (!isStopping) timer = setTimeout(next, count ? 0 : relayPollMs)
      })
  }
  next()
  return {
    relayNow: () => relay(system, boss),
    async stop() {
      isStopping = true
      if (timer) clearTimeout(timer)
      await Promise.all([turn, sealer.stop()])
      await boss.stop({ graceful: true, timeout: 10_000 })
    },
  }
}

/**
 * One job in one transaction, together with the note that it is done: killed at any point, it is taken again,
 * and what it already did is not done twice.
 */
export async function perform(system: System, handler: Handler, job: { id: string; data: unknown }): Promise<'done' | 'done before'> {
  const now = system.now()
  try {
    await transact(system.database, async () => {
      await system.database.sequelize.query('insert into platform_job_done (id, name, done_at) values (?,?,?)', {
        type: QueryTypes.INSERT,
        transaction: currentTransaction() ?? null,
        replacements: [job.id, handler.job.name, now],
      })
      await handler.run(
        {
          system,
          now,
          jobId: job.id,
          journal: (entry) =>
            writeJournal(
              { system, requestId: job.id, ip: '127.0.0.1', userAgent: '', cookie: '', user: null, session: null, setCookie: () => undefined },
              { ...entry, action: handler.job.name, rights: '', outcome: 'done', isChange: true },
            ),
          send: (sent, payload, options) => post(system.database, sent, { payload, now, ...options }),
        },
        job.data,
      )
    })
    return 'done'
  } catch (error) {
    if (isDuplicate(error) && (await isDone(system, job.id))) return 'done before'
    throw error
  }
}

async function isDone(system: System, id: string): Promise<boolean> {
  const rows = await system.database.sequelize.query('select 1 from platform_job_done where id = ?', { type: QueryTypes.SELECT, replacements: [id] })
  return rows.length > 0
}
