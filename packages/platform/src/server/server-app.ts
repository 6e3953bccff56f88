import type { AnyRouter } from '@trpc/server'
import type { FastifyInstance } from 'fastify'
import type { Sequelize } from 'sequelize'
import type { AboutGroup, App, CalendarEntry, Job, Language } from '../index.ts'
import type { DocumentKind } from './access/access.ts'
import type { CalendarSpan } from './calendar/feed.ts'
import type { Reading, System, User, Writing } from './context.ts'
import type { Handler, JobContext } from './jobs/handler.ts'
import type { Lookup } from './lookup.ts'
import type { Membership } from './rights/memberships.ts'
import type { Migration } from './database/migrate.ts'
import type { Connection } from './running/connections.ts'
import type { Superiors } from './reminders/subject.ts'
import type { Veil } from './access/veil.ts'

/** One of the things that somebody has in hand. */
interface BelongingLine {
  readonly label: string
  readonly path: string
}

/** Things of one kind that belong to people: the contracts somebody looks after. */
export interface Belongings {
  /** `contracts.trade.owner` */
  readonly kind: string
  count(system: System, userId: number): Promise<number>
  /** Inside the running transaction, journalled for each of them. */
  handOver(ctx: Writing, between: { from: number; to: number }): Promise<void>
  /** Which they are, as far as the reader may know of them; absent where their number says enough. */
  lines?(ctx: Reading, userId: number): Promise<readonly BelongingLine[]>
  /** What can come back instead of going on: a paper that was lent. Inside the running transaction, journalled for each of them. */
  takeBack?(ctx: Writing, from: number): Promise<void>
}

/** What an app keeps about documents of others: files, comments. It goes with them. */
export interface Attached {
  /** A word of the engine's messages under `destroy.attached`. */
  readonly what: string
  /** As far as the reader may know of them; `null` is nobody, who sees all. */
  count(system: System, document: string, reader: User | null): Promise<number>
  /** Inside the running transaction. */
  forget(document: string): Promise<void>
  /** Those of them that may have access tables of their own. */
  parts?(): readonly DocumentKind[]
  /** Hides entries about single ones of them from those who may not know of them. */
  readonly veil?: Veil
}

/** A document that became part of another, by their keys: `directory.party:17`. */
export interface Between {
  readonly from: string
  readonly to: string
}

/** The server part of an app. */
export interface ServerApp {
  readonly app: App
  readonly router: AnyRouter
  /** Registers the app's Sequelize models; the drift test compares them with the migrated schema. */
  readonly models?: (sequelize: Sequelize) => void
  readonly migrations: readonly Migration[]
  /** Folder with `pl/*.md` and `en/*.md`. */
  readonly help: URL
  readonly handlers?: readonly Handler[]
  /** Documents that other apps may refer to, by their kind. */
  readonly publishes?: Readonly<Record<string, Lookup>>
  /** Which departments and positions these users are in, with the departments above; asked inside a transaction. */
  readonly memberships?: (userIds: readonly number[]) => Promise<readonly Membership[]>
  /** Who stands above whom, for reminders and what goes up when it is not done. */
  readonly superiors?: Superiors
  /** The right that each sensitive field's values ask for, by the document's kind: the journal hides them from everybody else. */
  readonly sensitive?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What a person can have in hand in this app, and how it goes to somebody else. */
  readonly belongings?: readonly Belongings[]
  /** What is kept about any document and goes when it is destroyed. */
  readonly attached?: readonly Attached[]
  /** Columns that name contents of the file store without a foreign key to it: what they name is kept. */
  readonly contents?: readonly { readonly table: string; readonly column: string }[]
  /** One document becomes part of another, in the running transaction: all that this app keeps about the first by its key is about the second. */
  readonly moved?: (ctx: Writing, between: Between) => Promise<void>
  /** Documents that may have an access table of their own. */
  readonly documents?: readonly DocumentKind[]
  /** File routes and streams; each behind `guard(right)`. */
  readonly routes?: (http: FastifyInstance, system: System) => void
  /** Days of this app in the reader's own calendar, as far as they may see what they are about. */
  readonly calendar?: (ctx: Reading, span: CalendarSpan) => Promise<readonly CalendarEntry[]>
  /** Who looks after what is alive in this app and refers to documents of a kind, `directory.party`; an id may come several times. */
  readonly keepers?: (system: System, kind: string) => Promise<readonly { readonly id: number; readonly userIds: readonly number[] }[]>
  /** What this app has about a document of another: a party's contracts. Only what the reader may see, and counted so; nothing about kinds that it does not know. */
  readonly about?: (ctx: Reading, question: { document: string; language: Language }) => Promise<readonly AboutGroup[]>
  /** What this app talks to, for the page that shows how it does. */
  readonly connections?: readonly Connection[]
  readonly demo?: () => Promise<{ default: (system: System) => Promise<void> }>
}

export function defineServer<const S extends ServerApp>(server: S): S {
  return server
}

/** Connect a job's declaration with the file that does it; loaded when the first one arrives. */
export function handle<Payload>(job: Job<Payload>, load: () => Promise<{ default: (ctx: JobContext, payload: Payload) => Promise<void> }>): Handler {
  return { job, run: async (ctx, payload) => (await load()).default(ctx, job.payload.parse(payload)) }
}
