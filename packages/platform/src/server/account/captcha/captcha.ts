import { type CaptchaProvider, Failure, platformSettings } from '../../../index.ts'
import type { Request } from '../../context.ts'
import { isStormy, noteUnsolved } from '../attacks/storm.ts'
import { recordSecurity } from '../attacks/security-event.ts'
import { verifyAltcha } from './altcha.ts'
import { spend } from './spent.ts'
import { verifyRecaptcha } from './recaptcha.ts'

export interface CaptchaAnswer {
  readonly provider: CaptchaProvider
  readonly token: string
}

/** What a captcha was solved for: an answer for one act is worth nothing for another. */
export type CaptchaAct = 'sign_in' | 'forgot'

export type Verdict =
  /** `key` names the answer, so that it is taken once. */
  { readonly is: 'solved'; readonly key: string } | { readonly is: 'wrong'; readonly why: string } | { readonly is: 'unreachable'; readonly why: string }

export async function isCaptchaNeeded(request: Request, { tries, isKnownDevice }: { tries: number; isKnownDevice: boolean }): Promise<boolean> {
  const { settings } = request.system
  if ((await settings.get(platformSettings.captcha.when)) === 'always') return true
  if (tries > (await settings.get(platformSettings.signIn.captchaAfter))) return true
  return !isKnownDevice && (await isStormy(request))
}

/** The provider that is asked: Google's only where its keys are set. */
export async function providerOf(request: Pick<Request, 'system'>): Promise<CaptchaProvider> {
  const { settings, env } = request.system
  const chosen = await settings.get(platformSettings.captcha.provider)
  const siteKey = await settings.get(platformSettings.captcha.siteKey)
  if (chosen === 'altcha' || siteKey === '') return 'altcha'
  const isReady =
    chosen === 'recaptcha-enterprise' ? Boolean(env.RECAPTCHA_API_KEY) && (await settings.get(platformSettings.captcha.project)) !== '' : Boolean(env.RECAPTCHA_SECRET)
  return isReady ? chosen : 'altcha'
}

/**
 * An answer that was given before it was asked for, was taken already, or is wrong is refused; when Google does not answer, our own
 * proof of work takes its place. There is no way around both.
 *
 * @throws Failure 'captcha' with the `provider` whose challenge is to be solved
 */
export async function demandCaptcha(request: Request, answer: CaptchaAnswer | undefined, act: CaptchaAct): Promise<void> {
  const provider = await providerOf(request)
  if (!answer) {
    if (await isStormy(request)) await noteUnsolved(request)
    throw new Failure('captcha', { provider })
  }
  if (answer.provider !== 'altcha' && answer.provider !== provider) throw new Failure('captcha', { provider })
  const verdict = answer.provider === 'altcha' ? await verifyAltcha(request, answer.token, act) : await verifyRecaptcha(request, { ...answer, provider: answer.provider }, act)
  if (verdict.is === 'unreachable') {
    request.system.log.warn({ why: verdict.why }, 'reCAPTCHA does not answer; the proof of work takes its place')
    throw new Failure('captcha', { provider: 'altcha' })
  }
  if (verdict.is === 'wrong') throw new Failure('captcha', { provider, why: verdict.why })
  if (await spend(request, verdict.key)) return
  await recordSecurity(request, { rule: 'captcha-replayed', severity: 'warn', action: 'refused' })
  throw new Failure('captcha', { provider, why: 'used' })
}
