import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import { platformSettings } from '../index.ts'
import type { System } from './context.ts'

const googleScripts = 'https://www.google.com/recaptcha/ https://www.gstatic.com/recaptcha/'
const googleFrames = 'https://www.google.com/recaptcha/ https://recaptcha.google.com/recaptcha/'

/** The headers that keep a page to itself. Google's hosts are open only where its captcha is chosen; https is demanded only under https. */
export async function protectPages(http: FastifyInstance, system: System, { isSecure }: { isSecure: boolean }): Promise<void> {
  const { provider } = platformSettings.captcha
  const forGoogle = (hosts: string) => () => (system.settings.known(provider) === 'altcha' ? '' : hosts)
  // Headers cannot wait for a setting: it is read before they are written. When the database is away, what was known serves.
  http.addHook('onRequest', (_raw, _reply, done) => {
    const next = () => done()
    system.settings.get(provider).then(next, next)
  })
  await http.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'", forGoogle(googleScripts)],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", forGoogle(googleFrames)],
        frameSrc: ["'self'", forGoogle(googleFrames)],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        ...(isSecure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: isSecure,
    crossOriginEmbedderPolicy: false,
    originAgentCluster: isSecure,
    crossOriginOpenerPolicy: isSecure,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'sameorigin' },
  })
}
