import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { type FailureData, platformSettings } from '../../index.ts'
import type { Request, System } from '../context.ts'
import { recordSecurity } from './attacks/security-event.ts'
import { tally } from './attacks/throttle.ts'

const slowMs = 1_000
const pausedMinutes = 15

/**
 * What is done about refusals beside writing them down. Walking through documents that are not there is slowed down, then ends the session; a
 * burst of denied actions leaves the session to read only for a quarter of an hour. Counted in the database, by all hosts together.
 *
 * @see product/security.md 1.2, rules 9 and 10
 */
export function answerRefusals(http: FastifyInstance, system: System): void {
  http.addHook('onSend', (raw, _reply, _payload, done) => {
    const { failure, asking } = raw
    if (!failure || !asking?.user || !asking.session || (failure.code !== 'missing' && failure.code !== 'denied')) return done()
    answer(system, asking, failure).then(
      () => done(),
      (error: unknown) => {
        raw.log.warn({ err: { message: String(error) } }, 'a refusal was not counted')
        done()
      },
    )
  })
}

async function answer(system: System, asking: Request, failure: FailureData): Promise<void> {
  const { missingSlow, missingEnd, deniedPause } = platformSettings.watch
  const [slow, end, pause] = await Promise.all([missingSlow, missingEnd, deniedPause].map((one) => system.settings.get(one)))
  const of = `user ${asking.user?.seenBy?.id ?? asking.user?.id}`
  if (pause && failure.code === 'denied') {
    const count = await tally(asking, { kind: 'denied', of, windowMinutes: 1 })
    if (count >= pause) await leaveToRead(asking, count)
  }
  if (!slow && !end) return
  const count = await tally(asking, { kind: 'missing', of, windowMinutes: 60 })
  if (end && count >= end) return endSession(asking, count)
  if (slow && count >= slow) await wait(slowMs)
}

async function leaveToRead(asking: Request, count: number): Promise<void> {
  const until = new Date(asking.system.now().getTime() + pausedMinutes * 60_000)
  const changed = (await asking.system.database.read.query(
    'update platform_session set paused_until = utc_timestamp(3) + interval ? minute where token_hash like ? and (paused_until is null or paused_until < utc_timestamp(3))',
    [pausedMinutes, `${asking.session}%`],
  )) as unknown as { affectedRows: number } // a changing statement's answer
  if (changed.affectedRows === 0) return
  await recordSecurity(asking, { rule: 'denied-burst', severity: 'warn', count, windowSeconds: 60, action: 'session-paused', blockedUntil: until })
}

async function endSession(asking: Request, count: number): Promise<void> {
  await asking.system.database.read.query('delete from platform_session where token_hash like ?', [`${asking.session}%`])
  await recordSecurity(asking, { rule: 'missing-burst', severity: 'critical', count, windowSeconds: 3_600, action: 'session-ended' })
}
