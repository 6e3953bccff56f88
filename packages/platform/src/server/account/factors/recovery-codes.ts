import { randomInt } from 'node:crypto'
import type { Request } from '../../context.ts'
import { statement } from '../../database/database.ts'
import { sealed } from '../keys.ts'

const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
const count = 10

/** Ten new codes of 49 bits each, in the running transaction; the old ones are gone. Only their keyed fingerprints are kept. */
export async function newRecoveryCodes(request: Request, userId: number): Promise<string[]> {
  const codes = Array.from({ length: count }, () => Array.from({ length: 2 }, () => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('')).join('-'))
  await statement('delete from platform_recovery_code where user_id = ?', [userId])
  await statement('insert into platform_recovery_code (user_id, code_hash) values ?', [codes.map((code) => [userId, hashOf(request, userId, code)])])
  return codes
}

/** Take a code; each works once. */
export async function takeRecoveryCode(request: Request, userId: number, typed: string): Promise<boolean> {
  const code = typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^(.{5})(.{5})$/, '$1-$2')
  const answer = (await request.system.database.read.query('update platform_recovery_code set used_at = ? where user_id = ? and code_hash = ? and used_at is null', [
    request.system.now(),
    userId,
    hashOf(request, userId, code),
  ])) as unknown as { affectedRows: number } // a changing statement's answer
  return answer.affectedRows === 1
}

const hashOf = (request: Request, userId: number, code: string) => sealed(request.system, 'recovery-code', `${userId} ${code}`)
