import { createHmac } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import { normalPassword } from '../../../index.ts'
import type { System } from '../../context.ts'
import { statement } from '../../database/database.ts'
import { argonCost, fits, inLane } from './password.ts'
import { keyFor, sealed } from '../keys.ts'

/**
 * The fingerprint of a password of one user: argon2id over a salt of that user's own, then an HMAC. The key is not in the database,
 * so its copy does not even tell whether a guess was right; and who has the key as well still pays argon2 for every guess.
 * A hundred past passwords cost the same single hash.
 */
async function fingerprintOf(system: System, userId: number, password: string): Promise<string> {
  const salt = Buffer.from(sealed(system, 'past-password', `salt of ${userId}`), 'hex')
  const slow = await inLane(() => hashRaw(normalPassword(password), { ...argonCost, salt }))
  return createHmac('sha256', keyFor(system, 'past-password')).update(slow).digest('hex')
}

interface Past {
  readonly isUsed: boolean
  readonly fingerprint: string
}

/** Whether the user ever had this password, and its fingerprint to be remembered. */
export async function pastOf(system: System, userId: number, password: string): Promise<Past> {
  const fingerprint = await fingerprintOf(system, userId, password)
  const [known] = await system.database.read.query('select 1 from platform_password_past where user_id = ? and fingerprint = ?', [userId, fingerprint])
  if (known) return { isUsed: true, fingerprint }
  // Passwords set before there were fingerprints, or by sample data, are there by their own hash only; they are few.
  const bare = await system.database.read.query(
    `select hash from platform_password_past where user_id = ? and fingerprint is null
     union select password_hash from platform_user u where id = ? and password_hash is not null
     and not exists (select 1 from platform_password_past p where p.user_id = u.id and p.hash = u.password_hash and p.fingerprint is not null)`,
    [userId, userId],
  )
  for (const [hash] of bare) if (await fits(password, String(hash))) return { isUsed: true, fingerprint }
  return { isUsed: false, fingerprint }
}

/** Keep the hash that is about to be replaced, and the new one with its fingerprint; in the running transaction, before the account changes. */
export async function remember(userId: number, next: { fingerprint: string; hash: string; now: Date }): Promise<void> {
  await statement(
    `insert into platform_password_past (user_id, fingerprint, hash, at) select id, null, password_hash, ? from platform_user u where id = ? and password_hash is not null
     and not exists (select 1 from platform_password_past p where p.user_id = u.id and p.hash = u.password_hash)`,
    [next.now, userId],
  )
  await statement('insert into platform_password_past (user_id, fingerprint, hash, at) values (?,?,?,?)', [userId, next.fingerprint, next.hash, next.now])
}
