import type { FastifyInstance } from 'fastify'
import helmet from 'helmet'
import { platformSettings } from '../../index.ts'
import type { System } from '../context.ts'

const googleScripts = 'https://www.google.com/recaptcha/ https://www.gstatic.com/recaptcha/'
const googleFrames = 'https://www.google.com/recaptcha/ https://recaptcha.google.com/recaptcha/'

/** The headers that keep a page to itself. Google's hosts are open only where its captcha is chosen; https is demanded only under https. */
export function protectPages(http: FastifyInstance, system: System, { isSecure }: { isSecure: boolean }): void {
  const { provider } = platformSettings.captcha
  const forGoogle = (hosts: string) => () => (system.settings.known(provider) === 'altcha' ? '' : hosts)
  const protect = helmet({
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
  http.addHook('onRequest', (raw, reply, done) => {
    if (raw.routeOptions.config.isData) return done()
    // Headers cannot wait for a setting: it is read before they are written. When the database is away, what was known serves.
    const write = () => protect(raw.raw, reply.raw, (error) => done(error as Error | undefined)) // helmet throws nothing but errors
    system.settings.get(provider).then(write, write)
  })
}
