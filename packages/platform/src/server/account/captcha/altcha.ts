import { createChallenge, randomInt, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { AltchaChallenge } from '../../../index.ts'
import type { Request } from '../../context.ts'
import { keyFor } from '../keys.ts'
import { isStormy } from '../attacks/storm.ts'
import type { CaptchaAct, Verdict } from './captcha.ts'

/** About a second of one core of an office PC (measured: 200 steps of 5,000 rounds take 0.5 to 1.5 s), invisible to the person. */
const rounds = 5_000
const steps = [100, 200] as const
/** During a storm it is work three times as long: hardly more for a person, three times the machines for an attacker. */
const stormSteps = [300, 600] as const
const livesSeconds = 5 * 60

/** Work for a browser: find the number whose key begins as promised. Signed, for one act, for five minutes. */
export async function altchaChallenge(request: Pick<Request, 'system'>, act: CaptchaAct): Promise<AltchaChallenge> {
  const [from, to] = (await isStormy(request)) ? stormSteps : steps
  const challenge = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: rounds,
    counter: randomInt(from, to),
    deriveKey,
    data: { act },
    expiresAt: Math.floor(request.system.now().getTime() / 1_000) + livesSeconds,
    ...secretsOf(request),
  })
  return challenge as unknown as AltchaChallenge // plain JSON, which the browser hands back as it is
}

/** @param token base64 of `{ challenge, solution }` as JSON */
export async function verifyAltcha(request: Pick<Request, 'system'>, token: string, act: CaptchaAct): Promise<Verdict> {
  const answer = read(token)
  if (!answer || answer.challenge.parameters.data?.act !== act) return { is: 'wrong', why: 'wrong' }
  // Told by our own clock, not by the library's: one clock decides all ends.
  if ((answer.challenge.parameters.expiresAt ?? 0) * 1_000 < request.system.now().getTime()) return { is: 'wrong', why: 'late' }
  const result = await verifySolution({ ...answer, deriveKey, ...secretsOf(request) } as Parameters<typeof verifySolution>[0]).catch(() => null)
  return result?.verified ? { is: 'solved', key: `altcha ${answer.challenge.parameters.nonce}` } : { is: 'wrong', why: result?.expired ? 'late' : 'wrong' }
}

const secretsOf = (request: Pick<Request, 'system'>) => {
  const key = keyFor(request.system, 'captcha').toString('hex')
  return { hmacSignatureSecret: key.slice(0, 32), hmacKeySignatureSecret: key.slice(32) }
}

interface Answer {
  readonly challenge: { readonly parameters: { readonly nonce: string; readonly expiresAt?: number; readonly data?: { readonly act?: string } } }
  readonly solution: unknown
}

function read(token: string): Answer | null {
  try {
    const answer = JSON.parse(Buffer.from(token, 'base64').toString('utf8')) as Answer // every field that is used is checked by what follows
    return typeof answer.challenge.parameters.nonce === 'string' && typeof answer.solution === 'object' ? answer : null
  } catch {
    return null
  }
}
