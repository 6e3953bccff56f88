import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import { Failure, type Right } from '../../index.ts'
import { answerRefusals } from '../account/answer-refusals.ts'
import { watchProbes } from '../account/attacks/probes.ts'
import { watchTaking } from '../account/attacks/taking.ts'
import { noteMove, watchRequests } from '../account/attacks/watch.ts'
import type { Reading, Request, System } from '../context.ts'
import { serveEvents } from './events.ts'
import { protectPages } from './page-protection.ts'
import { recordRoutes } from '../manifest.ts'
import { demand, demandSome, router } from '../procedure.ts'
import { mustBeOneself } from '../rights/see-as.ts'
import { openSessions, type Sessions } from '../account/sessions/sessions.ts'
import { openSignedIn, type ReadSignedIn } from '../account/sessions/signed-in.ts'
import { parseJson, refuse, serveCalls } from './trpc-route.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The right that the route demands; printed in the manifest. */
    right?: Right
    /** An upload: its body may take its time. */
    hasLongBody?: boolean
    /** Answers of data alone, with headers of their own. */
    isData?: boolean
  }
  interface FastifyInstance {
    /** The checks before every file route: session, right; then the work gets what a procedure gets. */
    guard(right: Right): (raw: FastifyRequest, reply: FastifyReply) => Promise<Reading>
    /** The same for files of documents: a grant on one of them is enough to get to the question of which. */
    guardOn(right: Right): (raw: FastifyRequest, reply: FastifyReply) => Promise<Reading>
    /** Who is asking, without demanding anything. */
    requestOf(raw: FastifyRequest, reply: FastifyReply): Promise<Request>
    signedIn: ReadSignedIn
    sessions: Sessions
  }
}

const mebibyte = 1_048_576
const bodyMs = 15_000
const longBodyMs = 30 * 60_000

/** The web server of a system: calls, events, file routes of the apps, health; the built shell is added by the host. */
export async function openHttp(system: System): Promise<FastifyInstance> {
  const isSecure = system.env.PUBLIC_URL?.startsWith('https:') ?? false
  const proxies = system.env.TRUSTED_PROXIES.split(',')
    .map((address) => address.trim())
    .filter(Boolean)
  const http: FastifyInstance = fastify({
    loggerInstance: system.log as FastifyBaseLogger, // pino's logger is what fastify's type describes a part of
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: proxies.length > 0 ? proxies : false,
    bodyLimit: mebibyte,
    requestTimeout: longBodyMs,
    connectionTimeout: 20_000,
    keepAliveTimeout: 72_000,
    routerOptions: { maxParamLength: 200 },
    http: { headersTimeout: 8_000, maxHeaderSize: 16_384, connectionsCheckingInterval: 2_000 },
    forceCloseConnections: true,
  })
  recordRoutes(http)
  const sessions = openSessions(system, { isSecure })
  const signedIn = openSignedIn(system, sessions)
  const requestOf = async (raw: FastifyRequest, reply: FastifyReply): Promise<Request> => {
    const userAgent = raw.headers['user-agent'] ?? ''
    const known = await signedIn(raw.headers.cookie ?? '', { at: { ip: raw.ip, userAgent } })
    if (known.cookie) reply.header('set-cookie', known.cookie)
    const request: Request = {
      system,
      requestId: raw.id,
      ip: raw.ip,
      userAgent,
      cookie: raw.headers.cookie ?? '',
      user: known.user,
      halfway: known.halfway,
      ...(known.pausedMinutes > 0 ? { pausedMinutes: known.pausedMinutes } : {}),
      origin: system.env.PUBLIC_URL ? new URL(system.env.PUBLIC_URL).origin : `${raw.protocol}://${raw.host}`,
      session: known.session,
      setCookie: (header) => void reply.header('set-cookie', header),
    }
    raw.asking = request
    if (known.moved) await noteMove(request, known.moved)
    return request
  }
  http.decorate('signedIn', signedIn)
  http.decorate('sessions', sessions)
  http.decorate('requestOf', requestOf)
  http.decorate('guard', (right: Right) => async (raw: FastifyRequest, reply: FastifyReply) => unlessSeeing(raw, await demand(await requestOf(raw, reply), right)))
  http.decorate('guardOn', (right: Right) => async (raw: FastifyRequest, reply: FastifyReply) => unlessSeeing(raw, await demandSome(await requestOf(raw, reply), right)))

  protectPages(http, system, { isSecure })
  http.removeContentTypeParser('text/plain')
  http.removeContentTypeParser('application/json')
  http.addContentTypeParser('application/json', { parseAs: 'string' }, (_raw, body, done) => {
    try {
      done(null, body === '' ? undefined : parseJson(String(body)))
    } catch (error) {
      done(error as Failure) // the only thing that parseJson throws
    }
  })
  watchRequests(http, system)
  answerRefusals(http, system)
  watchProbes(http, system)
  watchTaking(http, system)
  refuseForeign(http)
  limitBodies(http)
  http.addHook('onResponse', (raw, reply, done) => {
    raw.log.info({ method: raw.method, path: raw.url.split('?')[0], status: reply.statusCode, ms: Math.round(reply.elapsedTime), ip: raw.ip }, 'request')
    done()
  })
  http.setErrorHandler((error, raw, reply) => reply.send(refuse(raw, reply, asFailure(error))))

  serveCalls(http, router(Object.fromEntries(system.apps.map((server) => [server.app.id, server.router]))), { requestOf, headers: dataHeaders(isSecure) })
  serveEvents(http, system)
  serveHealth(http, system)
  for (const server of system.apps) server.routes?.(http, system)
  return http
}

/** With somebody else's eyes files are read and not sent. */
function unlessSeeing(raw: FastifyRequest, reading: Reading): Reading {
  if (raw.method !== 'GET' && raw.method !== 'HEAD') mustBeOneself(reading)
  return reading
}

/** What protects an answer that is data: no page is ever made of it, so a page's long policies would only be weight on every call. */
const dataHeaders = (isSecure: boolean): Readonly<Record<string, string>> => ({
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  ...(isSecure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
})

/** An unsafe request must come from our own pages: browsers say so in Origin and Sec-Fetch-Site. */
function refuseForeign(http: FastifyInstance): void {
  http.addHook('onRequest', (raw, _reply, done) => {
    const isSafe = raw.method === 'GET' || raw.method === 'HEAD' || raw.method === 'OPTIONS'
    done(isSafe || isOfOurPages(raw) ? undefined : new Failure('foreign-origin'))
  })
}

function isOfOurPages(raw: FastifyRequest): boolean {
  const { origin, host } = raw.headers
  const site = raw.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  return origin ? hostOf(origin) === (raw.host || host) : site === undefined || site === 'same-origin'
}

/** Node's own limit is one for all; a call that is still sending its few kilobytes after a quarter of a minute is not a person's. */
function limitBodies(http: FastifyInstance): void {
  const running = new WeakMap<FastifyRequest, NodeJS.Timeout>()
  const stop = (raw: FastifyRequest, done: () => void) => {
    if (raw.method !== 'GET') clearTimeout(running.get(raw))
    done()
  }
  http.addHook('onRequest', (raw, _reply, done) => {
    if (raw.method !== 'GET' && !raw.routeOptions.config.hasLongBody) running.set(raw, setTimeout(() => raw.raw.destroy(), bodyMs).unref())
    done()
  })
  http.addHook('preValidation', (raw, _reply, done) => stop(raw, done))
  http.addHook('onResponse', (raw, _reply, done) => stop(raw, done))
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}

function asFailure(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Failure('too-large', { limit: mebibyte })
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Failure('wrong-type')
  if (typeof code === 'string' && code.startsWith('FST_ERR_CTP')) return new Failure('invalid', { issues: [] })
  return error
}

function serveHealth(http: FastifyInstance, system: System): void {
  const { version } = createRequire(import.meta.url)('../../../package.json') as { version?: string } // a file of our own beside us
  http.get('/healthz', async () => ({ status: 'ok', version: version ?? null }))
  http.get('/readyz', async (raw, reply) => {
    try {
      await system.database.read.query('select 1')
      return { status: 'ready' }
    } catch (error) {
      return refuse(raw, reply, error)
    }
  })
}
