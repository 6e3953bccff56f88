import type { Job } from '../../index.ts'
import type { System } from '../context.ts'
import type { Entry } from '../journal/journal.ts'

/** What a job works with: one transaction, in which it is also remembered as done. */
export interface JobContext {
  readonly system: System
  readonly now: Date
  readonly jobId: string
  journal(entry: Entry): Promise<void>
  send<Payload>(job: Job<Payload>, payload: Payload, options?: { startAfter?: Date }): Promise<void>
}

export interface Handler<Payload = unknown> {
  readonly job: Job<Payload>
  /** When the worker wakes it by itself, in Warsaw's time: five fields. What is due is asked of the tables, so a missed call loses nothing. */
  readonly cron?: string
  readonly run: (ctx: JobContext, payload: Payload) => Promise<void>
}
