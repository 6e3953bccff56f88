import type { FailureData } from '@crm/platform'
import type { FastifyInstance } from 'fastify'

/** A call's outcome: what it answered, or why it was refused. */
export type Outcome = { readonly status: number; readonly data: unknown; readonly failure: null } | { readonly status: number; readonly data: null; readonly failure: FailureData }

/** Somebody at a browser: keeps the cookie, calls procedures by path as the wire does. */
export interface Browser {
  query(path: string, input?: unknown): Promise<Outcome>
  mutate(path: string, input?: unknown): Promise<Outcome>
  cookie(): string
}

interface From {
  readonly cookie?: string
  /** Where the person sits; the machine itself if not said. */
  readonly ip?: string
  readonly userAgent?: string
}

export const usualBrowser = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0'

export function openBrowser(http: FastifyInstance, { cookie = '', ip = '127.0.0.1', userAgent = usualBrowser }: From = {}): Browser {
  const jar = new Map(cookie.split('; ').flatMap((pair) => (pair.includes('=') ? [[pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const] : [])))
  const held = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  async function call(method: 'GET' | 'POST', path: string, input: unknown): Promise<Outcome> {
    const answer = await http.inject(
      method === 'GET'
        ? {
            method,
            url: `/trpc/${path}`,
            remoteAddress: ip,
            ...(input === undefined ? {} : { query: { input: JSON.stringify(input) } }),
            headers: { cookie: held(), 'user-agent': userAgent },
          }
        : {
            method,
            url: `/trpc/${path}`,
            remoteAddress: ip,
            headers: { cookie: held(), 'content-type': 'application/json', 'user-agent': userAgent },
            ...(input === undefined ? {} : { payload: JSON.stringify(input) }),
          },
    )
    const set = answer.headers['set-cookie']
    for (const line of [set ?? []].flat()) {
      const [pair = ''] = String(line).split(';')
      const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
      if (value === '' || /max-age=0(;|$)/i.test(String(line))) jar.delete(name)
      else jar.set(name, value)
    }
    const body = answer.json() as { result?: { data: unknown }; error?: { data: { failure: FailureData } } } // the wire's two shapes
    return body.error ? { status: answer.statusCode, data: null, failure: body.error.data.failure } : { status: answer.statusCode, data: body.result?.data ?? null, failure: null }
  }
  return { query: (path, input) => call('GET', path, input), mutate: (path, input) => call('POST', path, input), cookie: held }
}
