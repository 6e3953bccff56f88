import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { System } from '../context.ts'
import { currentTransaction, statement } from '../database/database.ts'
import { journalKey } from './secret.ts'

const method = 'aes-256-gcm'

/**
 * What an entry says about a person, under a key of that person's own. The key stands in the database wrapped by one that does
 * not; destroyed, it takes every such value with it, and no seal breaks, because seals are over what is written.
 */
export async function seclude(system: System, userId: number, about: unknown): Promise<Buffer> {
  return encrypt(await keyOf(system, userId), Buffer.from(JSON.stringify(about)))
}

/** What was secluded, by its number; `null` for a person whose key is gone. */
export async function disclose(system: System, secluded: readonly { userId: number; bytes: Buffer }[]): Promise<(unknown | null)[]> {
  if (secluded.length === 0) return []
  const rows = await system.database.read.query('select user_id, wrapped from platform_person_key where user_id in (?)', [[...new Set(secluded.map((one) => one.userId))]])
  const master = await journalKey(system.env, 'person keys')
  const keys = new Map(rows.map(([userId, wrapped]) => [Number(userId), decrypt(master, wrapped as Buffer)])) // a varbinary column
  return secluded.map(({ userId, bytes }) => {
    const key = keys.get(userId)
    return key ? (JSON.parse(decrypt(key, bytes).toString('utf8')) as unknown) : null
  })
}

/** For good: nothing that was secluded under it can be read again. */
export const destroyPersonKey = async (userId: number): Promise<void> => void (await statement('delete from platform_person_key where user_id = ?', [userId]))

async function keyOf(system: System, userId: number): Promise<Buffer> {
  const master = await journalKey(system.env, 'person keys')
  const wrapped = encrypt(master, randomBytes(32))
  const run = async <Answer>(sql: string, values: readonly unknown[]) =>
    currentTransaction() ? statement<Answer>(sql, values) : (system.database.read.query(sql, values) as Promise<Answer>)
  await run('insert ignore into platform_person_key (user_id, wrapped, created_at) values (?,?,?)', [userId, wrapped, system.now()])
  const [row] = await run<({ wrapped: Buffer } | Buffer[])[]>('select wrapped from platform_person_key where user_id = ?', [userId])
  const bytes = Array.isArray(row) ? row[0] : row?.wrapped
  if (!bytes) throw new Error(`No key of person ${userId} although it was just written`)
  return decrypt(master, bytes)
}

function encrypt(key: Buffer, text: Buffer): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv(method, key, iv)
  const body = Buffer.concat([cipher.update(text), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

function decrypt(key: Buffer, bytes: Buffer): Buffer {
  const decipher = createDecipheriv(method, key, bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
}
