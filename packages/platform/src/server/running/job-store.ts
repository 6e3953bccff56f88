import { PgBoss } from 'pg-boss'
import type { System } from '../context.ts'

const opened = new WeakMap<System, Promise<PgBoss>>()

/** The job store as a web server needs it: asked, and told to try again; it works on nothing. Not there before a worker has made it. */
export function jobStoreOf(system: System): Promise<PgBoss> {
  const known = opened.get(system) ?? open(system)
  opened.set(system, known)
  known.catch(() => opened.delete(system))
  return known
}

async function open(system: System): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: system.env.JOBS_URL, schema: 'pgboss', max: 2, supervise: false, schedule: false, migrate: false, application_name: 'crm-host' })
  boss.on('error', (error: Error) => system.log.warn({ err: { message: error.message } }, 'the job store does not answer'))
  await boss.start()
  return boss
}
