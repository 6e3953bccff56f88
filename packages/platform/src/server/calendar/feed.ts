import type { FastifyInstance } from 'fastify'
import { addDays, type CalendarEntry, calendarFile, can, type Day, dayOf, Failure, first, type Language, platform, sentence, targetsOf } from '../../index.ts'
import { rights } from '../../rights.ts'
import type { Reading, Request, System } from '../context.ts'
import { journalRefusal, writeJournal } from '../journal/journal.ts'
import { readerOf } from '../jobs/reader.ts'
import { openRemindersOf } from '../reminders/mine.ts'
import { refuse } from '../http/trpc-route.ts'
import { feedPath, fingerprint } from './procedures.ts'
import { momentOf } from '../database/moment.ts'

/** A question for the days of a calendar, inclusive. */
export interface CalendarSpan {
  readonly from: Day
  readonly to: Day
  readonly language: Language
}

const daysBack = 60
const daysAhead = 400
/** A calendar program asks every hour; its fetches are one entry in the journal a day. */
const seenAgainMs = 24 * 3_600_000

/**
 * `GET /calendar/feed.ics?key=…`: a person's own calendar for programs that cannot sign in. The key stands for the person and nothing
 * else does: what is in it is decided at every fetch by the rights and the access of that moment, and a blocked account has none.
 */
export function serveCalendar(http: FastifyInstance, system: System): void {
  http.get(feedPath, { config: { right: rights.calendar.use } }, async (raw, reply) => {
    try {
      const request = await http.requestOf(raw, reply)
      const key = (raw.query as { key?: unknown }).key // whatever somebody asks with
      const { ctx, language } = await keyHolder(request, typeof key === 'string' ? key : '')
      const entries = await entriesOf(ctx, { from: addDays(dayOf(ctx.now), -daysBack), to: addDays(dayOf(ctx.now), daysAhead), language })
      const name = sentence(platform.messages[language], 'calendar.name', { language, params: { company: system.env.COMPANY } }) ?? ''
      const file = calendarFile(entries, { name, now: ctx.now, origin: request.origin ?? `http://localhost:${system.env.PORT}` })
      return reply.type('text/calendar; charset=utf-8').header('cache-control', 'private, no-store').header('content-disposition', 'inline; filename="terminy.ics"').send(file)
    } catch (error) {
      return reply.send(refuse(raw, reply, error))
    }
  })
}

/** @throws Failure 'denied' for a key that opens nothing: unknown, renewed, revoked, of a blocked account or of one without the right */
async function keyHolder(request: Request, key: string): Promise<{ ctx: Reading; language: Language }> {
  const { system } = request
  const right = rights.calendar.use
  const now = system.now()
  const [row] = await system.database.read.query(
    'select f.user_id, u.language, f.seen_at from platform_calendar_feed f join platform_user u on u.id = f.user_id where f.token_hash = ?',
    [fingerprint(key)],
  )
  const user = row ? await readerOf(system, Number(row[0])) : null
  if (!row || !user || !can(user, { right: right.id, now: now.toISOString() }).allowed) {
    // A key that nobody has, from nobody known, is noise: the request's log has it.
    if (row || request.user)
      await journalRefusal(request, { action: right.id, rights: right.id, ...(row ? { affectedUserId: Number(row[0]), document: `platform.calendar:${Number(row[0])}` } : {}) })
    throw new Failure('denied', { right: right.id })
  }
  const seenAt = row[2] === null ? 0 : new Date(momentOf(row[2])).getTime()
  const asUser: Request = { ...request, user, session: null }
  if (now.getTime() - seenAt > seenAgainMs) {
    await system.database.read.query('update platform_calendar_feed set seen_at = ? where user_id = ?', [now, user.id])
    await writeJournal(asUser, { action: right.id, rights: right.id, outcome: 'done', document: `platform.calendar:${user.id}`, note: 'fetched' })
  }
  const ctx: Reading = { ...asUser, user, right, now, journalRead: (entry) => writeJournal(asUser, { ...entry, action: right.id, rights: right.id, outcome: 'done' }) }
  return { ctx, language: row[1] === 'en' ? 'en' : 'pl' }
}

async function entriesOf(ctx: Reading, span: CalendarSpan): Promise<CalendarEntry[]> {
  const others = await Promise.all(ctx.system.apps.flatMap((server) => server.calendar ?? []).map((days) => days(ctx, span)))
  return [...(await ownReminders(ctx, span)), ...others.flat()].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** Every day that one's reminders aim at: the open ones, and those that the rules go on to. */
async function ownReminders(ctx: Reading, { from, to, language }: CalendarSpan): Promise<CalendarEntry[]> {
  const open = await openRemindersOf(ctx.system, ctx.user, ctx.user.id)
  const entries = open.flatMap(({ line, plan, facts, reminderId }) => {
    const further = first(targetsOf(plan, facts.days, dayOf(ctx.now)), daysAhead)
    const title = sentence(platform.messages[language], 'calendar.reminder', { language, params: { about: line.about, code: line.code ?? '' } }) ?? line.about
    return [...new Set([line.targetOn, ...further])]
      .filter((on) => on >= from && on <= to)
      .map((on): CalendarEntry => ({ uid: `reminder-${reminderId}-${on}`, on, title, path: line.path }))
  })
  return [...new Map(entries.map((entry) => [entry.uid, entry])).values()]
}
