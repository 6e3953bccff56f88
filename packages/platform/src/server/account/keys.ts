import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { System } from '../context.ts'

/** What a key is for; a key of one purpose says nothing about another's. */
type Purpose = 'past-password' | 'device' | 'login-name' | 'captcha' | 'totp' | 'recovery-code' | 'mailbox'

const derived = new WeakMap<System['env'], Map<Purpose, Buffer>>()

/** 32 bytes for one purpose, from the secret of this installation. It is not in the database, so that a copy of the database alone gives nothing away. */
export function keyFor({ env }: Pick<System, 'env'>, purpose: Purpose): Buffer {
  const mine = derived.get(env) ?? new Map<Purpose, Buffer>()
  derived.set(env, mine)
  const known = mine.get(purpose)
  if (known) return known
  const key = Buffer.from(hkdfSync('sha256', env.CRM_SECRET ?? secretFile(env.CRM_DATA), 'system-crm', purpose, 32))
  mine.set(purpose, key)
  return key
}

/** A keyed fingerprint, as hex. */
export const sealed = (system: Pick<System, 'env'>, purpose: Purpose, text: string): string => createHmac('sha256', keyFor(system, purpose)).update(text).digest('hex')

/** The secret's file, made at the first need: several processes may need it at once, and all must get the same. */
function secretFile(folder: string): string {
  const path = join(folder, 'secret.key')
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  mkdirSync(folder, { recursive: true })
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' })
  try {
    // A link is made whole or not at all, and refused when another process was first.
    linkSync(draft, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(draft)
  }
  return readFileSync(path, 'utf8')
}
