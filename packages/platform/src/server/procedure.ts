import { initTRPC, type TRPCMutationProcedure, type TRPCQueryProcedure } from '@trpc/server'
import { can, Failure, type Right, type Schema } from '../index.ts'
import { eyesOf, hasGrantOf } from './access/access.ts'
import type { Reading, Request, User, Writing } from './context.ts'
import { transact } from './database/database.ts'
import { failureShape } from './http/failure-shape.ts'
import { journalRefusal, writeJournal } from './journal/journal.ts'
import { post } from './jobs/outbox.ts'
import { noteUse } from './rights/right-use.ts'
import { mustBeOneself } from './rights/see-as.ts'

/** What a procedure demands: a right, or why it may be called without one. */
export type Demand = { readonly right: Right } | { readonly open: string }

export type Query<Input, Output> = TRPCQueryProcedure<{ input: Input; output: Output; meta: Demand }>
export type Mutation<Input, Output> = TRPCMutationProcedure<{ input: Input; output: Output; meta: Demand }>

const t = initTRPC.context<Request>().meta<Demand>().create({ isDev: false, errorFormatter: failureShape })

export const router = t.router

interface Before<Input> {
  /** Done before the transaction: what must stay when the change is rolled back, such as counting attempts at a password. */
  readonly before?: (call: { ctx: Reading; input: Input }) => Promise<void>
}

interface Guarded {
  input<Input>(schema: Schema<Input>): {
    query<Output>(answer: (call: { ctx: Reading; input: Input }) => Promise<Output>): Query<Input, Output>
    /** Runs in one transaction: change, journal entry and jobs commit together or not at all. */
    mutation<Output>(act: (call: { ctx: Writing; input: Input }) => Promise<Output>, options?: Before<Input>): Mutation<Input, Output>
  }
}

/** The only way for an app to make a procedure: it names the right that its caller must hold. */
export const allowed = (right: Right): Guarded => guardedBy(right, demand)

/**
 * The same for what is done with documents: a caller whom a grant opens some document to gets this far without the general right.
 * What follows must ask for the very document - {@link demandOn} - or list by {@link visibleWhere}.
 */
export const allowedOn = (right: Right): Guarded => guardedBy(right, demandSome)

function guardedBy(right: Right, check: typeof demand): Guarded {
  return {
    input: <Input>(schema: Schema<Input>) => {
      const procedure = t.procedure
        .meta({ right })
        .use(async ({ ctx, next }) => next({ ctx: await check(ctx, right) }))
        .input(schema)
      return {
        // The stated door type is what the builder makes; comparing the builder's own type costs the compiler more than all apps together.
        query: <Output>(answer: (call: { ctx: Reading; input: Input }) => Promise<Output>) =>
          procedure.query(({ ctx, input }) => answer({ ctx, input: input as Input })) as unknown as Query<Input, Output>,
        mutation: <Output>(act: (call: { ctx: Writing; input: Input }) => Promise<Output>, { before }: Before<Input> = {}) =>
          procedure.mutation(async ({ ctx, input }) => {
            await before?.({ ctx, input: input as Input })
            return write(ctx, (writing) => act({ ctx: writing, input: input as Input }))
          }) as unknown as Mutation<Input, Output>,
      }
    },
  }
}

/** A procedure that needs no right, with the reason; only the platform's own sign-in uses it. */
export function open(reason: string) {
  return {
    input: <Input>(schema: Schema<Input>) => {
      const procedure = t.procedure.meta({ open: reason }).input(schema)
      return {
        query: <Output>(answer: (call: { ctx: Request; input: Input }) => Promise<Output>) =>
          procedure.query(({ ctx, input }) => answer({ ctx, input: input as Input })) as unknown as Query<Input, Output>,
        mutation: <Output>(act: (call: { ctx: Request; input: Input }) => Promise<Output>) =>
          procedure.mutation(({ ctx, input }) => act({ ctx, input: input as Input })) as unknown as Mutation<Input, Output>,
      }
    },
  }
}

/**
 * The check before everything: a session, an active account, the right. A refusal is journalled.
 *
 * @throws Failure 'signed-out' or 'denied'
 */
export const demand = (request: Request, right: Right): Promise<Reading> => demandEither(request, right, () => false)

/** {@link demand}, met by a grant on any document too. */
export const demandSome = (request: Request, right: Right): Promise<Reading> => demandEither(request, right, (user, now) => hasGrantOf(user, right.id, now))

/** Whether {@link demandSome} would let a person pass: for jobs that act for somebody. */
export const hasRightSome = (user: User, right: Right, now: Date): boolean => user.rights.has(right.id) || hasGrantOf(user, right.id, now.toISOString())

async function demandEither(request: Request, right: Right, isMetOtherwise: (user: User, now: string) => boolean): Promise<Reading> {
  const user = signedIn(request)
  const now = request.system.now()
  for (const one of eyesOf(user)) {
    const answer = can(one, { right: right.id, now: now.toISOString() })
    if (answer.allowed || (answer.because === 'no-right' && isMetOtherwise(one, now.toISOString()))) continue
    await journalRefusal(request, { action: right.id, rights: right.id, note: answer.because })
    throw new Failure('denied', { right: right.id })
  }
  if (!user.seenBy) noteUse(request.system, { userId: user.id, right: right.id, now })
  return { ...request, user, right, now, journalRead: (entry) => writeJournal(request, { ...entry, action: right.id, rights: right.id, outcome: 'done' }) }
}

function signedIn(request: Request): User {
  // Nothing but what the sign-in still needs: each of its steps is a procedure that says why it is open.
  if (!request.user) throw new Failure(request.halfway?.stage ?? 'signed-out')
  return request.user
}

/** One transaction around a change that must leave an entry in the journal. */
export async function write<Output>(reading: Reading, act: (ctx: Writing) => Promise<Output>): Promise<Output> {
  mustBeOneself(reading)
  if (reading.pausedMinutes) throw new Failure('paused', { minutes: reading.pausedMinutes })
  const { database } = reading.system
  return transact(database, async () => {
    let isJournalled = false
    const output = await act({
      ...reading,
      async journal(entry) {
        isJournalled = true
        await writeJournal(reading, { ...entry, action: reading.right.id, rights: reading.right.id, outcome: 'done', isChange: true })
      },
      send: (job, payload, options) => post(database, job, { payload, now: reading.now, ...options }),
    })
    if (!isJournalled) throw new Error(`${reading.right.id} changed something without a journal entry; call ctx.journal in it`)
    return output
  })
}
