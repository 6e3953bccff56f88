import { type CaptchaChallenge, platformSettings } from '../../../index.ts'
import type { Request } from '../../context.ts'
import { altchaChallenge } from './altcha.ts'
import { type CaptchaAct, providerOf } from './captcha.ts'

/** What the browser has to solve; `isFallback` when it could not load Google's. */
export async function challengeFor(request: Request, input: { act: CaptchaAct; isFallback?: boolean | undefined }): Promise<CaptchaChallenge> {
  const provider = input.isFallback ? 'altcha' : await providerOf(request)
  if (provider === 'altcha') return { provider, challenge: await altchaChallenge(request, input.act) }
  return { provider, siteKey: await request.system.settings.get(platformSettings.captcha.siteKey) }
}
