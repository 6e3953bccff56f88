import { randomInt } from 'node:crypto'
import { Failure } from '../../../index.ts'
import type { Writing } from '../../context.ts'
import { statement } from '../../database/database.ts'
import { hashPassword } from './password.ts'
import { setCredential } from '../credential.ts'

/** No signs that look alike when read out over a telephone. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
const validHours = 24

/** `kt7m-2hqx-9vpd`: 59 bits, easy to read out. */
export const newOneTimePassword = (): string => Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')).join('-')

/**
 * A password that an admin hands over: shown once, worth something for a day, to be changed at the first sign-in. All sessions of the
 * person end. The caller journals it.
 *
 * @throws Failure 'missing' when there is no such person
 */
export async function issueOneTimePassword(ctx: Writing, userId: number): Promise<{ password: string; until: string }> {
  const password = newOneTimePassword()
  const until = new Date(ctx.now.getTime() + validHours * 3_600_000)
  const hash = await hashPassword(password)
  await statement(
    `insert into platform_password_past (user_id, fingerprint, hash, at) select id, null, password_hash, ? from platform_user u where id = ? and password_hash is not null
     and not exists (select 1 from platform_password_past p where p.user_id = u.id and p.hash = u.password_hash)`,
    [ctx.now, userId],
  )
  const { affectedRows } = await statement('update platform_user set password_hash = ?, password_changed_at = ? where id = ?', [hash, ctx.now, userId])
  if (affectedRows === 0) throw new Failure('missing')
  await setCredential(userId, { must_change: true, must_change_because: null, must_change_from: null, one_time_until: until, warned_days: null })
  await statement('delete from platform_session where user_id = ?', [userId])
  await statement('delete from platform_throttle where user_id = ?', [userId])
  return { password, until: until.toISOString() }
}
