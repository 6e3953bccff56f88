import { z } from 'zod'
import { type CaptchaProvider, platformSettings } from '../../../index.ts'
import type { Request } from '../../context.ts'
import type { CaptchaAct, Verdict } from './captcha.ts'

const patienceMs = 3_000

/** @see https://developers.google.com/recaptcha/docs/verify — 200 on failure too, with `error-codes` */
const siteverify = z.object({
  success: z.boolean(),
  hostname: z.string().optional(),
  score: z.number().optional(),
  action: z.string().optional(),
  'error-codes': z.array(z.string()).default([]),
})

/** @see https://cloud.google.com/recaptcha/docs/reference/rest/v1/projects.assessments */
const assessment = z.object({
  riskAnalysis: z.object({ score: z.number().optional() }).default({}),
  tokenProperties: z.object({ valid: z.boolean().default(false), invalidReason: z.string().optional(), hostname: z.string().optional(), action: z.string().optional() }),
})

interface Found {
  readonly hostname: string | undefined
  readonly score: number | undefined
  readonly action: string | undefined
}

type RecaptchaAnswer = { readonly provider: Exclude<CaptchaProvider, 'altcha'>; readonly token: string }

/** Ask Google about an answer; a key that Google does not take, a quota that is used up and silence are all "unreachable". */
export async function verifyRecaptcha(request: Request, answer: RecaptchaAnswer, act: CaptchaAct): Promise<Verdict> {
  try {
    const found = answer.provider === 'recaptcha-enterprise' ? await assess(request, answer.token, act) : await verifySite(request, answer.token)
    if ('is' in found) return found
    if (found.hostname !== hostOf(request)) return { is: 'wrong', why: 'hostname' }
    if (answer.provider === 'recaptcha-v2') return { is: 'solved', key: `recaptcha ${answer.token}` }
    if (found.action !== act) return { is: 'wrong', why: 'action' }
    const least = await request.system.settings.get(platformSettings.captcha.minScorePercent)
    return (found.score ?? 0) * 100 < least ? { is: 'wrong', why: 'score' } : { is: 'solved', key: `recaptcha ${answer.token}` }
  } catch (error) {
    return { is: 'unreachable', why: error instanceof Error ? error.message : String(error) }
  }
}

async function verifySite(request: Request, token: string): Promise<Found | Verdict> {
  const { env } = request.system
  const body = new URLSearchParams({ secret: env.RECAPTCHA_SECRET ?? '', response: token, remoteip: request.ip })
  const reply = await post(`${env.RECAPTCHA_URL ?? 'https://www.google.com'}/recaptcha/api/siteverify`, { body })
  const { success, hostname, score, action, 'error-codes': codes } = siteverify.parse(reply)
  if (success) return { hostname, score, action }
  // The visitor's fault is what these two say; any other code is ours or Google's.
  const isTheirs = codes.length > 0 && codes.every((code) => ['invalid-input-response', 'timeout-or-duplicate', 'missing-input-response'].includes(code))
  return isTheirs ? { is: 'wrong', why: codes.includes('timeout-or-duplicate') ? 'used' : 'wrong' } : { is: 'unreachable', why: codes.join(', ') || 'no reason given' }
}

async function assess(request: Request, token: string, act: CaptchaAct): Promise<Found | Verdict> {
  const { env, settings } = request.system
  const [project, siteKey] = [await settings.get(platformSettings.captcha.project), await settings.get(platformSettings.captcha.siteKey)]
  const address = `${env.RECAPTCHA_ENTERPRISE_URL ?? 'https://recaptchaenterprise.googleapis.com'}/v1/projects/${encodeURIComponent(project)}/assessments?key=${encodeURIComponent(env.RECAPTCHA_API_KEY ?? '')}`
  const reply = await post(address, {
    body: JSON.stringify({ event: { token, siteKey, expectedAction: act, userIpAddress: request.ip, userAgent: request.userAgent } }),
    headers: { 'content-type': 'application/json' },
  })
  const { riskAnalysis, tokenProperties } = assessment.parse(reply)
  if (tokenProperties.valid) return { hostname: tokenProperties.hostname, score: riskAnalysis.score, action: tokenProperties.action }
  return { is: 'wrong', why: tokenProperties.invalidReason === 'DUPE' || tokenProperties.invalidReason === 'EXPIRED' ? 'used' : 'wrong' }
}

/** @throws Error on silence, on any status but 200, on what is no JSON */
async function post(address: string, options: { body: URLSearchParams | string; headers?: Record<string, string> }): Promise<unknown> {
  const reply = await fetch(address, { method: 'POST', signal: AbortSignal.timeout(patienceMs), redirect: 'error', ...options })
  if (!reply.ok) throw new Error(`status ${reply.status}`)
  return reply.json()
}

const hostOf = (request: Request) => (request.origin ? new URL(request.origin).hostname : '')
