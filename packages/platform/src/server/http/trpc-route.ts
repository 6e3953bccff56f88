import { type AnyRouter, callTRPCProcedure, TRPCError } from '@trpc/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Failure, type FailureData, invalid } from '../../index.ts'
import type { Request } from '../context.ts'
import { failureOf, statusOf } from './failure-shape.ts'

type Kind = 'query' | 'mutation'

/**
 * tRPC's wire format over plain Fastify, one call a request. The official adapter goes through WHATWG requests and streams,
 * which cost a quarter of a list's CPU; batches wait for their slowest call, so there are none.
 */
export function serveCalls(
  http: FastifyInstance,
  appRouter: AnyRouter,
  { requestOf, headers }: { requestOf: (raw: FastifyRequest, reply: FastifyReply) => Promise<Request>; headers: Readonly<Record<string, string>> },
): void {
  const call = (type: Kind) => async (raw: FastifyRequest<{ Params: { path: string } }>, reply: FastifyReply) => {
    reply.headers(headers)
    try {
      // What the browser has kept of pages and answers goes with the session (ASVS 14.3.1).
      if (raw.params.path === 'platform.session.signOut') reply.header('clear-site-data', '"cache"')
      const ctx = await requestOf(raw, reply)
      const input = type === 'query' ? inputOf(raw.query) : raw.body
      const data = await callTRPCProcedure({ router: appRouter, path: raw.params.path, getRawInput: async () => input, ctx, type, signal: undefined, batchIndex: 0 })
      // A text with Polish letters takes two bytes a sign: as bytes at once it is counted, copied and sent without being translated again at each.
      return Buffer.from(JSON.stringify({ result: { data: data ?? null } }))
    } catch (error) {
      return refuse(raw, reply, error)
    }
  }
  http.get('/trpc/:path', { config: { isData: true } }, call('query'))
  http.post('/trpc/:path', { config: { isData: true } }, call('mutation'))
}

/** The one shape of every refusal, of calls and of file routes alike. */
export function refuse(raw: FastifyRequest, reply: FastifyReply, error: unknown): string {
  const failure = failureOf(error, raw.id)
  raw.failure = failure
  if (failure.code === 'internal') raw.log.error({ err: error instanceof TRPCError ? (error.cause ?? error) : error }, 'unforeseen error')
  if (failure.code === 'unavailable') raw.log.warn('the database does not answer')
  reply.code(statusOf(failure)).type('application/json')
  const wait = waitOf(failure)
  if (wait) reply.header('retry-after', String(wait))
  return refusal(failure, raw.id)
}

/** Seconds after which it is worth trying again. */
function waitOf({ code, params }: FailureData): number | null {
  if (code === 'unavailable' || code === 'busy') return 2
  return code === 'too-many-attempts' && typeof params.minutes === 'number' ? params.minutes * 60 : null
}

/** A refusal as it crosses the wire. */
export const refusal = (failure: FailureData, requestId: string): string => JSON.stringify({ error: { message: failure.code, code: -32_000, data: { failure, requestId } } })

function inputOf(query: unknown): unknown {
  const text = typeof query === 'object' && query !== null && 'input' in query ? query.input : undefined
  if (text === undefined) return undefined
  if (typeof text !== 'string') throw invalid()
  return parseJson(text)
}

const couldHide = /__proto__|constructor|prototype|\\u/

/**
 * JSON without the keys that reach into prototypes; they are never a person's input. Walking every key costs more than
 * parsing, so it is done only where the text has such a word, or an escape that could spell one.
 *
 * @throws Failure 'invalid' for what is no JSON or is nested deeper than twenty levels, and naming such a key, which is written down at once
 */
export function parseJson(text: string): unknown {
  if (isDeep(text)) throw invalid()
  try {
    return couldHide.test(text) ? JSON.parse(text, refusePrototypes) : JSON.parse(text)
  } catch (error) {
    throw error instanceof Failure ? error : invalid()
  }
}

const deepest = 20
/** Brackets for more levels than that, wherever they stand: most inputs have not even so many. */
const hasManyLevels = new RegExp(`^[^{[]*(?:[{[][^{[]*){${deepest + 1}}`)

/** Looked at before parsing: a parser goes down as deep as it is told to. Signs inside of texts are no levels. */
function isDeep(text: string): boolean {
  if (!hasManyLevels.test(text)) return false
  let depth = 0
  let isText = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (isText) {
      if (sign === 92) at += 1
      else if (sign === 34) isText = false
    } else if (sign === 34) isText = true
    else if (sign === 123 || sign === 91) {
      depth += 1
      if (depth > deepest) return true
    } else if (sign === 125 || sign === 93) depth -= 1
  }
  return false
}

function refusePrototypes(key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor' || key === 'prototype') throw invalid({ path: key, code: 'unknown-field' })
  return value
}
