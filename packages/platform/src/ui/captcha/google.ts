import type { CaptchaProvider } from '../../index.ts'
import { language } from '../session.ts'

interface Recaptcha {
  ready(done: () => void): void
  execute(siteKey: string, options: { action: string }): Promise<string>
  render(box: HTMLElement, options: { sitekey: string; callback: (token: string) => void; 'error-callback': () => void }): number
}

declare global {
  interface Window {
    grecaptcha?: Recaptcha & { enterprise?: Recaptcha }
  }
}

interface Asked {
  readonly provider: Exclude<CaptchaProvider, 'altcha'>
  readonly siteKey: string
  readonly act: string
  readonly box: HTMLElement | undefined
}

const loadMs = 4_000
let loaded: Promise<void> | null = null

/** A token of Google's; the script is fetched only when one is needed. @throws Error when it cannot be had */
export async function solveGoogle(asked: Asked): Promise<string> {
  loaded ??= load(asked)
  await loaded.catch((error: unknown) => {
    loaded = null
    throw error
  })
  const google = asked.provider === 'recaptcha-enterprise' ? window.grecaptcha?.enterprise : window.grecaptcha
  if (!google) throw new Error('reCAPTCHA did not load')
  await new Promise<void>((resolve) => google.ready(resolve))
  if (asked.provider !== 'recaptcha-v2') return google.execute(asked.siteKey, { action: asked.act })
  const { box } = asked
  if (!box) throw new Error('There is no place for the checkbox')
  return new Promise((resolve, reject) => {
    box.replaceChildren()
    google.render(box.appendChild(document.createElement('div')), {
      sitekey: asked.siteKey,
      callback: resolve,
      'error-callback': () => reject(new Error('reCAPTCHA does not answer')),
    })
  })
}

function load(asked: Asked): Promise<void> {
  const file = asked.provider === 'recaptcha-enterprise' ? 'enterprise.js' : 'api.js'
  const render = asked.provider === 'recaptcha-v2' ? 'explicit' : asked.siteKey
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    const timer = setTimeout(() => reject(new Error('reCAPTCHA did not load')), loadMs)
    script.src = `https://www.google.com/recaptcha/${file}?render=${encodeURIComponent(render)}&hl=${language()}`
    script.addEventListener('load', () => {
      clearTimeout(timer)
      resolve()
    })
    script.addEventListener('error', () => reject(new Error('reCAPTCHA did not load')))
    document.head.append(script)
  })
}
