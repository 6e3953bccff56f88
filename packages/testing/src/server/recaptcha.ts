import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the stand-in says next time; `null` is a right answer. */
export type RecaptchaMood = null | 'silent' | 'over-quota' | 'bad-secret' | 'internal-error' | 'not-json'

/**
 * Google's two verifiers as documented: `siteverify` of v2 and v3 (200 also for a failure, `error-codes`), and `assessments` of
 * Enterprise (`tokenProperties`, `riskAnalysis`, Google's error object). A token is `<hostname>|<action>|<score>|<anything>` and works once.
 *
 * @see https://developers.google.com/recaptcha/docs/verify
 * @see https://cloud.google.com/recaptcha/docs/reference/rest/v1/projects.assessments/create
 */
export interface Recaptcha {
  readonly address: string
  set(mood: RecaptchaMood): void
  /** How often it was asked. */
  count(): number
  close(): Promise<void>
}

export async function openRecaptcha({ secret, apiKey }: { secret: string; apiKey: string }): Promise<Recaptcha> {
  let mood: RecaptchaMood = null
  let asked = 0
  const seen = new Set<string>()
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      asked += 1
      const answer = (status: number, value: object | string) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(typeof value === 'string' ? value : JSON.stringify(value))
      if (mood === 'silent') return
      if (mood === 'internal-error') return answer(500, 'Internal Server Error')
      if (mood === 'not-json') return answer(200, '<html>Sorry</html>')
      const url = new URL(request.url ?? '/', 'http://stand-in')
      if (url.pathname === '/recaptcha/api/siteverify') return answer(200, siteverify(new URLSearchParams(body)))
      const [status, value] = assess(url, body)
      answer(status, value)
    })
  })

  function siteverify(form: URLSearchParams): object {
    const token = form.get('response') ?? ''
    const refuse = (...codes: string[]) => ({ success: false, 'error-codes': codes })
    if (mood === 'over-quota') return refuse('quota-exceeded')
    if (form.get('secret') === '') return refuse('missing-input-secret')
    if (mood === 'bad-secret' || form.get('secret') !== secret) return refuse('invalid-input-secret')
    if (token === '') return refuse('missing-input-response')
    const [hostname, action, score] = token.split('|')
    if (!hostname || score === undefined) return refuse('invalid-input-response')
    if (seen.has(token)) return refuse('timeout-or-duplicate')
    seen.add(token)
    return { success: true, challenge_ts: '2026-11-24T10:00:00Z', hostname, ...(action ? { action, score: Number(score) } : {}) }
  }

  function assess(url: URL, body: string): [number, object] {
    const problem = (code: number, status: string): [number, object] => [code, { error: { code, message: status, status } }]
    if (!/^\/v1\/projects\/[\w-]+\/assessments$/.test(url.pathname)) return problem(404, 'NOT_FOUND')
    if (mood === 'over-quota') return problem(429, 'RESOURCE_EXHAUSTED')
    if (mood === 'bad-secret' || url.searchParams.get('key') !== apiKey) return problem(403, 'PERMISSION_DENIED')
    const { event } = JSON.parse(body) as { event: { token: string } } // the documented body
    const [hostname, action, score] = event.token.split('|')
    if (score === undefined) return [200, { tokenProperties: { valid: false, invalidReason: 'MALFORMED' }, riskAnalysis: {} }]
    if (seen.has(event.token)) return [200, { tokenProperties: { valid: false, invalidReason: 'DUPE' }, riskAnalysis: {} }]
    seen.add(event.token)
    return [200, { tokenProperties: { valid: true, hostname, action, createTime: '2026-11-24T10:00:00Z' }, riskAnalysis: { score: Number(score), reasons: [] } }]
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // listening on TCP
    set(next) {
      mood = next
    },
    count: () => asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
