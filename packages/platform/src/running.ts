import type { Named } from './message.ts'

/** How the system's machinery does: its jobs, and what it talks to. */
export interface JobQueue extends Named {
  readonly name: string
  readonly waiting: number
  readonly active: number
  readonly failed: number
  readonly doneAt: string | null
}

/** A job that failed at every attempt; it waits for a person. */
export interface FailedJob extends Named {
  readonly id: string
  readonly name: string
  readonly attempts: number
  readonly failedAt: string
  /** The fault's own words. */
  readonly reason: string
}

export interface JobsAnswer {
  /** Whether the job store answers. */
  readonly isThere: boolean
  /** Jobs that no worker has taken over yet, and since when the oldest waits. */
  readonly waiting: { readonly count: number; readonly since: string | null }
  readonly queues: readonly JobQueue[]
  readonly failed: readonly FailedJob[]
}

/** `off` is not set up, which may be meant; `idle` is set up and has not been used yet; `trouble` is set up and does not work. */
export interface ConnectionState {
  readonly state: 'ok' | 'off' | 'idle' | 'trouble'
  /** When it last worked, or since when it does not. */
  readonly at: string | null
  /** A fault's own words, or what is used instead. */
  readonly detail: string | null
}

export interface ConnectionLine extends ConnectionState, Named {
  readonly id: string
}
