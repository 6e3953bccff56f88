import type { FastifyInstance } from 'fastify'
import { Failure } from '../../index.ts'
import { rights } from '../../rights.ts'
import { visibleKeys } from '../access/access.ts'
import type { System, User } from '../context.ts'
import { presentIn, tabKey } from './present.ts'
import { refuse } from './trpc-route.ts'

const recheckMs = 15_000
const lifeMs = 15 * 60_000
const streamsPerSession = 6

/**
 * One stream a tab, carrying only which documents changed: the data are fetched again through the rights.
 * The session is checked again while the stream is open and never prolonged by it.
 */
export function serveEvents(http: FastifyInstance, system: System): void {
  const guard = http.guard(rights.events.view)
  const streams = new Map<string, number>()
  http.get('/events', { config: { right: rights.events.view } }, async (raw, reply) => {
    let session = ''
    let user: User
    try {
      const reading = await guard(raw, reply)
      user = reading.user
      session = reading.session ?? ''
      if ((streams.get(session) ?? 0) >= streamsPerSession) throw new Failure('too-many-attempts')
    } catch (error) {
      return refuse(raw, reply, error)
    }
    streams.set(session, (streams.get(session) ?? 0) + 1)
    reply.hijack()
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    reply.raw.write('retry: 2000\n\nevent: open\ndata: []\n\n')
    // One after another, so that what is told comes in the order in which it happened.
    let telling: Promise<void> = Promise.resolve()
    // Somebody who looks with another's eyes is nowhere to be seen.
    const tab = tabOf(raw.query)
    const leave = tab && !user.seenBy ? hearPresent(tabKey(session, tab)) : null
    function hearPresent(key: string): () => void {
      const present = presentIn(system)
      // Away for so long that it counted as gone, or the process began anew.
      if (!present.isKnown(key)) reply.raw.write('event: where\ndata: []\n\n')
      return present.listen(key, user, (event) => {
        if (!reply.raw.writableEnded) reply.raw.write(`event: present\ndata: ${JSON.stringify(event)}\n\n`)
      })
    }
    const stop = system.feed.listen((keys) => {
      telling = telling.then(() => tell(keys)).catch(() => undefined) // the database is away; pages ask again when it is back
    })
    async function tell(keys: readonly string[]): Promise<void> {
      // Own rights changed: what may be told is decided by the new ones, and the browser asks for them.
      if (keys.includes(`platform.user:${user.id}`)) {
        await isStillIn()
        if (!reply.raw.writableEnded) reply.raw.write('event: rights\ndata: []\n\n')
      }
      const shown = await visibleKeys(
        system,
        user,
        keys.filter((key) => !isOfAnother(key, user.id)),
      )
      if (shown.size > 0 && !reply.raw.writableEnded) reply.raw.write(`event: changed\ndata: ${JSON.stringify([...shown])}\n\n`)
    }
    const recheck = setInterval(() => void isStillIn(), recheckMs)
    const life = setTimeout(() => reply.raw.end(), lifeMs * (0.9 + Math.random() * 0.2))
    recheck.unref()
    life.unref()
    async function isStillIn(): Promise<void> {
      const known = await http.signedIn(raw.headers.cookie ?? '', { slides: false }).catch(() => null)
      if (known === null) return // the database is away; the next check decides
      if (known.user?.rights.has(rights.events.view.id)) {
        user = known.user
        reply.raw.write(': still here\n\n')
      } else reply.raw.end(`event: ${known.halfway?.stage ?? 'signed-out'}\ndata: []\n\n`)
    }
    raw.raw.on('close', () => {
      stop()
      leave?.()
      clearInterval(recheck)
      clearTimeout(life)
      const left = (streams.get(session) ?? 1) - 1
      if (left > 0) streams.set(session, left)
      else streams.delete(session)
    })
  })
}

/** The tab's own name, made by its page. */
function tabOf(query: unknown): string | null {
  const tab = typeof query === 'object' && query !== null && 'tab' in query ? String(query.tab) : ''
  return /^[\da-f-]{36}$/.test(tab) ? tab : null
}

/** Notices of other people are nobody's business. */
const isOfAnother = (key: string, userId: number) => key.startsWith('platform.notice:') && key !== `platform.notice:${userId}`
