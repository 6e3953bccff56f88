import type { AltchaChallenge } from '../../index.ts'
import { platformApi } from '../platform-api.ts'
import type { CaptchaAnswer } from './captcha.tsx'
import { solveGoogle } from './google.ts'

const patienceMs = 60_000

/** Solve what the server asks; what Google's script cannot do here (it is blocked, or away), our own proof of work does. */
export async function solve(act: 'sign_in' | 'forgot', { isFallback, box }: { isFallback: boolean; box: HTMLElement | undefined }): Promise<CaptchaAnswer> {
  const asked = await platformApi.captcha.challenge.fetch({ act, isFallback })
  if (asked.provider === 'altcha') return solveAltcha(asked.challenge)
  try {
    return { provider: asked.provider, token: await solveGoogle({ ...asked, act, box }) }
  } catch {
    const ours = await platformApi.captcha.challenge.fetch({ act, isFallback: true })
    if (ours.provider !== 'altcha') throw new Error('The fallback is not ours')
    return solveAltcha(ours.challenge)
  }
}

/** In a worker: the page stays quick meanwhile. */
function solveAltcha(challenge: AltchaChallenge): Promise<CaptchaAnswer> {
  const worker = new Worker(new URL('./altcha-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<CaptchaAnswer>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The proof of work took too long')), patienceMs)
    worker.addEventListener('message', (event: MessageEvent<unknown>) => {
      clearTimeout(timer)
      if (event.data === null) return reject(new Error('The proof of work has no solution'))
      resolve({ provider: 'altcha', token: btoa(JSON.stringify({ challenge, solution: event.data })) })
    })
    worker.addEventListener('error', (event) => reject(new Error(event.message)))
    worker.postMessage(challenge)
  }).finally(() => worker.terminate())
}
