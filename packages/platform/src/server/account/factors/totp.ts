import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { generateSecret, generateURI, verify } from 'otplib'
import { Failure } from '../../../index.ts'
import type { Request } from '../../context.ts'
import { statement, transact } from '../../database/database.ts'
import { credentialOf, setCredential } from '../credential.ts'
import { keyFor } from '../keys.ts'

/** Half a minute each way: phones' clocks differ. */
const toleranceSeconds = 30

/** A new secret for an authenticator app, kept sealed and worth nothing until a first code proves that the app has it. */
export async function draftTotp(request: Request, who: { userId: number; login: string }): Promise<{ secret: string; uri: string }> {
  // A new app takes the place of the old one only after the old one was removed, with the password.
  if ((await credentialOf(request.system, who.userId)).totpSecret !== null) throw new Failure('in-use')
  const secret = generateSecret()
  await transact(request.system.database, () => setCredential(who.userId, { totp_secret: seal(request, secret), totp_since: null, totp_step: null }))
  return { secret, uri: generateURI({ issuer: request.system.env.COMPANY, label: who.login, secret }) }
}

/** Whether a code is the app's of this moment; each is taken once, in all processes. A secret that is not confirmed yet counts only while it is being confirmed. */
export async function takeTotp(request: Request, userId: number, { code, isDraft }: { code: string; isDraft: boolean }): Promise<boolean> {
  const [row] = await request.system.database.read.query(
    `select totp_secret, totp_step from platform_credential where user_id = ? and totp_since is ${isDraft ? 'null' : 'not null'}`,
    [userId],
  )
  if (!row?.[0] || !/^\d{6}$/.test(code)) return false
  const result = await verify({
    secret: unseal(request, String(row[0])),
    token: code,
    epoch: Math.floor(request.system.now().getTime() / 1_000),
    epochTolerance: toleranceSeconds,
    ...(row[1] === null ? {} : { afterTimeStep: Number(row[1]) }),
  }).catch(() => ({ valid: false as const }))
  if (!result.valid || !('timeStep' in result)) return false
  return transact(request.system.database, async () => {
    const { affectedRows } = await statement('update platform_credential set totp_step = ? where user_id = ? and (totp_step is null or totp_step < ?)', [
      result.timeStep,
      userId,
      result.timeStep,
    ])
    return affectedRows === 1
  })
}

/** AES-256-GCM under a key that is not in the database: its copy holds no second factors. */
function seal(request: Request, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(request.system, 'totp'), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [nonce, cipher.getAuthTag(), body].map((part) => part.toString('base64url')).join('.')
}

function unseal(request: Request, sealed: string): string {
  const [nonce = '', tag = '', body = ''] = sealed.split('.')
  const decipher = createDecipheriv('aes-256-gcm', keyFor(request.system, 'totp'), Buffer.from(nonce, 'base64url'))
  decipher.setAuthTag(Buffer.from(tag, 'base64url'))
  return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8')
}
