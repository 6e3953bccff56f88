import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { CalendarFeed } from '../../index.ts'
import { rights } from '../../rights.ts'
import { statement } from '../database/database.ts'
import { allowed, type Mutation, type Query } from '../procedure.ts'
import { momentOf, momentOrNull } from '../database/moment.ts'

export type CalendarProcedures = {
  /** Whether there is an address; the address itself is known to its owner only. */
  get: Query<object | undefined, CalendarFeed | null>
  /** A new address; the one before it, if any, opens nothing from now on. Told this once. */
  renew: Mutation<object | undefined, { path: string }>
  revoke: Mutation<object | undefined, null>
}

const nothing = z.strictObject({}).optional()

export const feedPath = '/calendar/feed.ics'

/** The table keeps this of an address: a copy of the database opens nobody's calendar. */
export const fingerprint = (token: string): string => createHash('sha256').update(token).digest('hex')

export const calendarProcedures: CalendarProcedures = {
  get: allowed(rights.calendar.use)
    .input(nothing)
    .query(async ({ ctx }) => {
      const [row] = await ctx.system.database.read.query('select made_at, seen_at from platform_calendar_feed where user_id = ?', [ctx.user.id])
      return row ? { madeAt: momentOf(row[0]), seenAt: momentOrNull(row[1]) } : null
    }),
  renew: allowed(rights.calendar.use)
    .input(nothing)
    .mutation(async ({ ctx }) => {
      const token = randomBytes(32).toString('base64url')
      await statement('replace into platform_calendar_feed (user_id, token_hash, made_at) values (?,?,?)', [ctx.user.id, fingerprint(token), ctx.now])
      await ctx.journal({ document: `platform.calendar:${ctx.user.id}`, note: 'renewed' })
      return { path: `${feedPath}?key=${token}` }
    }),
  revoke: allowed(rights.calendar.use)
    .input(nothing)
    .mutation(async ({ ctx }) => {
      await statement('delete from platform_calendar_feed where user_id = ?', [ctx.user.id])
      await ctx.journal({ document: `platform.calendar:${ctx.user.id}`, note: 'revoked' })
      return null
    }),
}
