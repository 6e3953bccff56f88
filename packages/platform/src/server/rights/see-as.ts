import { Failure } from '../../index.ts'
import type { Reading, Request, Writing } from '../context.ts'
import { statement } from '../database/database.ts'
import { writeJournal } from '../journal/journal.ts'

const cookieName = 'crm-see-as'

/** Whose eyes the browser asks to see with; whether it may is decided at every request. */
export function wantedEyes(cookie: string): number | null {
  const found = /(?:^|;\s*)crm-see-as=(\d{1,10})(?:;|$)/.exec(cookie)
  return found ? Number(found[1]) : null
}

const cookieOf = (value: string, { isSecure, seconds }: { isSecure: boolean; seconds: number }) =>
  `${cookieName}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${isSecure ? '; Secure' : ''}`

const isSecure = (request: Request) => request.system.env.PUBLIC_URL?.startsWith('https:') ?? false

/**
 * From now on the browser shows what another person would see, and changes nothing. Journalled, as is everything looked at meanwhile.
 *
 * @throws Failure 'missing' for nobody, somebody inactive, or oneself
 */
export async function beginSeeing(ctx: Writing, userId: number): Promise<void> {
  const [person] = await statement<{ name: string }[]>('select name from platform_user where id = ? and is_active = 1', [userId])
  if (!person || userId === ctx.user.id) throw new Failure('missing')
  await ctx.journal({ document: `platform.user:${userId}`, affectedUserId: userId, note: 'begin' })
  ctx.setCookie(cookieOf(String(userId), { isSecure: isSecure(ctx), seconds: 3_600 }))
}

export async function endSeeing(request: Request): Promise<void> {
  request.setCookie(cookieOf('', { isSecure: isSecure(request), seconds: 0 }))
  if (request.user?.seenBy) await writeJournal(request, { action: 'platform.seeAs.use', rights: 'platform.seeAs.use', outcome: 'done', note: 'end' })
}

/** @throws Failure 'read-only' while somebody else's eyes are used */
export function mustBeOneself(reading: Pick<Reading, 'user'>): void {
  if (reading.user.seenBy) throw new Failure('read-only')
}
