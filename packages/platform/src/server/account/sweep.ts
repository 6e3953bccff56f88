import { z } from 'zod'
import { defineJob } from '../../index.ts'
import { statement } from '../database/database.ts'
import type { Handler } from '../jobs/handler.ts'

const sweep = defineJob('platform.sweep-sign-in', z.object({}))

/** What has an end and has passed it: sessions, counts, links, answers of captchas, notes of done jobs that nobody retries any more. Events stay two years. */
export const sweepHandler: Handler = {
  job: sweep,
  cron: '*/20 * * * *',
  async run(ctx) {
    await statement('delete from platform_session where ends_at < utc_timestamp() or seen_at < utc_timestamp() - interval 13 hour', [])
    await statement('delete from platform_throttle where window_ends_at < ? - interval 2 day and (blocked_until is null or blocked_until < ? - interval 2 day)', [ctx.now, ctx.now])
    await statement('delete from platform_reset_link where ends_at < ? - interval 30 day', [ctx.now])
    await statement('delete from platform_captcha_used where ends_at < ?', [ctx.now])
    await statement('delete from platform_job_done where done_at < ? - interval 60 day limit 10000', [ctx.now])
    await statement('delete from platform_security_event where at < ? - interval 730 day limit 10000', [ctx.now])
  },
}
