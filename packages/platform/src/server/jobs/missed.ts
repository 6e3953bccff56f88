import { CronExpressionParser } from 'cron-parser'
import { zone } from '../../index.ts'
import type { System } from '../context.ts'
import type { Handler } from './handler.ts'
import { momentOf } from '../database/moment.ts'

/** No schedule is rarer than a day. */
const windowHours = 48

/** The scheduled jobs that fell due while no worker was running: not done since they last should have begun. */
export async function missedOf(system: Pick<System, 'database' | 'now'>, handlers: readonly Handler[]): Promise<Handler[]> {
  const now = system.now()
  const rows = await system.database.read.query('select name, max(done_at) from platform_job_done where done_at > ? - interval ? hour group by name', [now, windowHours])
  const doneAt = new Map(rows.map(([name, at]) => [String(name), Date.parse(momentOf(at))]))
  return handlers.filter(({ job, cron }) => cron && (doneAt.get(job.name) ?? 0) < CronExpressionParser.parse(cron, { currentDate: now, tz: zone }).prev().getTime())
}
