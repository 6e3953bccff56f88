import type { Logger } from 'pino'
import type { Job, Right, Stage } from '../index.ts'
import type { HeldGrant } from './access/access.ts'
import type { ChangeFeed } from './database/change-feed.ts'
import type { Database } from './database/database.ts'
import type { ReadPool } from './database/read-pool.ts'
import type { Env } from './env.ts'
import type { Entry } from './journal/journal.ts'
import type { ServerApp } from './server-app.ts'
import type { Settings } from './settings/settings.ts'

/** What a process holds for its whole life. */
export interface System {
  readonly env: Env
  readonly database: Database
  /** Where seals of the journal are added, as the user who may do that only. */
  readonly seals: Pick<ReadPool, 'query'>
  readonly apps: readonly ServerApp[]
  readonly log: Logger
  readonly feed: ChangeFeed
  readonly settings: Settings
  /** The clock; tests set it. */
  readonly now: () => Date
}

/** The person at the other end; `rights` is of this very request. */
export interface User {
  readonly id: number
  readonly login: string
  readonly name: string
  readonly isActive: boolean
  readonly rights: ReadonlySet<string>
  /** The user and their groups, as access tables name them. */
  readonly holders: readonly string[]
  readonly grants: readonly HeldGrant[]
  /** Kinds of which some document has an access table. */
  readonly restrictedKinds: ReadonlySet<string>
  /** The person at the browser, when they see the system with this user's eyes: both must be allowed, and nothing is changed. */
  readonly seenBy?: User
}

/** A password was right, and this still has to be done. */
export interface Halfway {
  readonly userId: number
  readonly login: string
  readonly name: string
  readonly stage: Stage
}

/** One request before anything is decided about it. */
export interface Request {
  readonly system: System
  readonly requestId: string
  readonly ip: string
  readonly userAgent: string
  readonly cookie: string
  readonly user: User | null
  /** Somebody whose sign-in is not finished; `user` is nobody until it is. */
  readonly halfway?: Halfway | null
  /** Scheme, host and port in the person's browser, `https://crm.firma.pl`. */
  readonly origin?: string
  /** Minutes for which the session may only read, after a burst of refusals. */
  readonly pausedMinutes?: number
  /** SHA-256 of the session's token: names the session in the journal, opens nothing. */
  readonly session: string | null
  setCookie(header: string): void
}

/** A request whose right was found to be held. */
export interface Reading extends Request {
  readonly user: User
  readonly right: Right
  readonly now: Date
  /** Journal a read that is declared as an action of its own: view, download, export, print. */
  journalRead(entry: Entry): Promise<void>
}

/** A request inside its transaction. */
export interface Writing extends Reading {
  /** Must be called by every mutation, in the transaction of its change. */
  journal(entry: Entry): Promise<void>
  /** The job is committed together with the change and reaches a worker afterwards. */
  send<Payload>(job: Job<Payload>, payload: Payload, options?: { startAfter?: Date }): Promise<void>
}
