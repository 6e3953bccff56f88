import { request } from 'node:http'
import { openStock, password } from './stock.ts'
import { browser, type Served, serve } from './serve.ts'

export interface Pair {
  readonly ours: Served
  readonly bare: Served
  /** The cookie of a signed-in user with every right. */
  readonly cookie: string
  rows(sql: string, values?: readonly unknown[]): Promise<unknown[][]>
}

const contracts = 200_000

/** The product and the anchor over the same 200,000 contracts. */
export async function openPair(): Promise<Pair> {
  const stock = await openStock(contracts)
  const { MYSQL_URL, JOBS_URL } = stock.env
  const env = { MYSQL_URL, JOBS_URL, CRM_DATA: '/nonexistent', CRM_SECRET: 'a secret of the benchmarks, long enough', LOG_LEVEL: 'silent', NODE_ENV: 'production' }
  const [ours, bare] = await Promise.all([serve('./our-server.ts', env), serve('./bare-server.ts', env)])
  const cookie = await signIn(ours.port, { login: 'user1', password })
  return { ours, bare, cookie, rows: (sql, values) => stock.database.read.query(sql, values) }
}

/** @returns the session's cookie */
export async function signIn(port: number, who: { login: string; password: string }): Promise<string> {
  const { headers } = await post(port, '/trpc/platform.session.signIn', who)
  return String(headers['set-cookie']?.[0] ?? '').split(';')[0] ?? ''
}

function post(port: number, path: string, body: object): Promise<{ headers: import('node:http').IncomingHttpHeaders }> {
  const text = JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const call = request(
      { port, host: '127.0.0.1', path, method: 'POST', headers: { ...browser, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) } },
      (answer) => {
        answer.resume()
        answer.on('end', () => (answer.statusCode === 200 ? resolve({ headers: answer.headers }) : reject(new Error(`sign-in answered ${answer.statusCode}`))))
      },
    )
    call.on('error', reject)
    call.end(text)
  })
}
