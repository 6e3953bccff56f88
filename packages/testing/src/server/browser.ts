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

export function openBrowser(http: FastifyInstance, { cookie = '' }: { cookie?: string } = {}): Browser {
  let held = cookie
  async function call(method: 'GET' | 'POST', path: string, input: unknown): Promise<Outcome> {
    const answer = await http.inject(
      method === 'GET'
        ? { method, url: `/trpc/${path}`, ...(input === undefined ? {} : { query: { input: JSON.stringify(input) } }), headers: { cookie: held } }
        : { method, url: `/trpc/${path}`, headers: { cookie: held, 'content-type': 'application/json' }, ...(input === undefined ? {} : { payload: JSON.stringify(input) }) },
    )
    const set = answer.headers['set-cookie']
    if (set) held = String(Array.isArray(set) ? set.at(-1) : set).split(';')[0] ?? ''
    const body = answer.json() as { result?: { data: unknown }; error?: { data: { failure: FailureData } } } // the wire's two shapes
    return body.error ? { status: answer.statusCode, data: null, failure: body.error.data.failure } : { status: answer.statusCode, data: body.result?.data ?? null, failure: null }
  }
  return { query: (path, input) => call('GET', path, input), mutate: (path, input) => call('POST', path, input), cookie: () => held }
}
