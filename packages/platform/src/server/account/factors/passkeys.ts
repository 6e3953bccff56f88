import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { Failure, invalid } from '../../../index.ts'
import type { Request } from '../../context.ts'
import { statement } from '../../database/database.ts'

type Transports = NonNullable<Parameters<typeof verifyAuthenticationResponse>[0]['credential']['transports']>

/** EdDSA, ES256 and RS256, which every authenticator and this Node know; the newer ones are still experiments here. */
const algorithms = [-8, -7, -257] as const

/** The site as authenticators know it: a passkey made for one is worth nothing at another. */
function siteOf(request: Request): { origin: string; rpID: string } {
  const origin = request.origin
  if (!origin) throw new Error('A passkey is asked for outside a request from a browser')
  return { origin, rpID: new URL(origin).hostname }
}

/** What `navigator.credentials.create` needs; the challenge is kept with the session, so that an answer fits one question only. */
export async function registrationOptions(request: Request, who: { userId: number; login: string; name: string }): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = await keysOf(request, who.userId)
  const options = await generateRegistrationOptions({
    rpName: request.system.env.COMPANY,
    rpID: siteOf(request).rpID,
    userName: who.login,
    userDisplayName: who.name,
    userID: Buffer.from(`crm-${who.userId}`),
    supportedAlgorithmIDs: [...algorithms],
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  })
  await keepChallenge(request, options.challenge)
  return options
}

/** Keep a new passkey, in the running transaction. @throws Failure 'invalid' when the answer does not fit the question */
export async function addPasskey(request: Request, userId: number, answer: { response: unknown; name: string }): Promise<void> {
  const { origin, rpID } = siteOf(request)
  const expectedChallenge = await takeChallenge(request)
  const result = await verifyRegistrationResponse({
    response: answer.response as RegistrationResponseJSON, // checked by the library, field by field
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: false,
    supportedAlgorithmIDs: [...algorithms],
  }).catch(() => null)
  if (!result?.verified) throw invalid({ path: 'passkey', code: 'passkey-refused' })
  const { credential } = result.registrationInfo
  await statement('insert into platform_passkey (id, user_id, name, public_key, counter, transports, created_at) values (?,?,?,?,?,?,?)', [
    credential.id,
    userId,
    answer.name,
    Buffer.from(credential.publicKey).toString('base64url'),
    credential.counter,
    (credential.transports ?? []).join(','),
    request.system.now(),
  ])
}

/** What `navigator.credentials.get` needs. */
export async function authenticationOptions(request: Request, userId: number): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const known = await keysOf(request, userId)
  const options = await generateAuthenticationOptions({
    rpID: siteOf(request).rpID,
    allowCredentials: known.map(({ id, transports }) => ({ id, transports })),
    userVerification: 'discouraged',
  })
  await keepChallenge(request, options.challenge)
  return options
}

/** Whether the answer was made by one of the person's passkeys, here, to the question that was asked. */
export async function takePasskey(request: Request, userId: number, response: unknown): Promise<boolean> {
  const { origin, rpID } = siteOf(request)
  const expectedChallenge = await takeChallenge(request).catch(() => null)
  const answer = response as AuthenticationResponseJSON // checked by the library, field by field
  const key = (await keysOf(request, userId)).find((one) => one.id === answer.id)
  if (!key || expectedChallenge === null) return false
  const result = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    credential: { id: key.id, publicKey: new Uint8Array(Buffer.from(key.publicKey, 'base64url')), counter: key.counter, transports: key.transports },
    requireUserVerification: false,
  }).catch(() => null)
  if (!result?.verified) return false
  await request.system.database.read.query('update platform_passkey set counter = ?, used_at = ? where id = ? and user_id = ?', [
    result.authenticationInfo.newCounter,
    request.system.now(),
    key.id,
    userId,
  ])
  return true
}

async function keysOf(request: Request, userId: number) {
  const rows = await request.system.database.read.query('select id, public_key, counter, transports from platform_passkey where user_id = ?', [userId])
  return rows.map(([id, publicKey, counter, transports]) => ({
    id: String(id),
    publicKey: String(publicKey),
    counter: Number(counter),
    transports: String(transports).split(',').filter(Boolean) as Transports, // what the browser said when the key was made
  }))
}

const keepChallenge = (request: Request, challenge: string) =>
  request.system.database.read.query('update platform_session set challenge = ? where token_hash like ?', [challenge, `${request.session ?? '-'}%`])

/** @throws Failure 'invalid' when nothing was asked of this session */
async function takeChallenge(request: Request): Promise<string> {
  const like = `${request.session ?? '-'}%`
  const [row] = await request.system.database.read.query('select challenge from platform_session where token_hash like ?', [like])
  await request.system.database.read.query('update platform_session set challenge = null where token_hash like ?', [like])
  if (!row?.[0]) throw invalid({ path: 'passkey', code: 'passkey-refused' })
  return String(row[0])
}

/** @throws Failure 'missing' */
export async function removePasskey(userId: number, id: string): Promise<void> {
  const { affectedRows } = await statement('delete from platform_passkey where id = ? and user_id = ?', [id, userId])
  if (affectedRows === 0) throw new Failure('missing')
}
