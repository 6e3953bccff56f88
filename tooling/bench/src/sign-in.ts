import { mkdtempSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashPassword } from '@crm/platform/server'
import { median } from './race.ts'
import { type Served, serve } from './serve.ts'
import { openStock, password } from './stock.ts'

const people = 120

interface Answer {
  readonly status: number
  readonly ms: number
  readonly cookie: string
  readonly location: string
}

/** Signing in beside other work: how long the event loop is held, how long file reads wait, whether an unknown login can be told by its time. */
export default async function signIn(): Promise<void> {
  const stock = await openStock(1_000)
  const { read } = stock.database
  const hash = await hashPassword(password)
  await read.query('insert ignore into platform_user (login, name, password_hash, created_at) values ?', [
    Array.from({ length: people }, (_, at) => [`morning${at}`, `Poranek ${at}`, hash, new Date()]),
  ])
  await read.query("replace into platform_setting (name, value, changed_at) values ('platform.signIn.officeNetworks', '[\"127.0.0.0/8\"]', utc_timestamp(3))")
  const forget = async () => {
    for (const table of ['platform_throttle', 'platform_security_event', 'platform_session']) await read.query(`delete from ${table}`)
  }
  await forget()
  const { MYSQL_URL, JOBS_URL } = stock.env
  const ours = await serve('./our-server.ts', {
    MYSQL_URL,
    JOBS_URL,
    CRM_DATA: mkdtempSync(join(tmpdir(), 'crm-bench-')),
    CRM_SECRET: 'a secret of the benchmarks, long enough',
    LOG_LEVEL: 'silent',
    NODE_ENV: 'production',
    UV_THREADPOOL_SIZE: '8',
  })
  const enter = (login: string, secret = password) => send(ours, { path: '/trpc/platform.session.signIn', method: 'POST', body: JSON.stringify({ login, password: secret }) })
  for (let at = 0; at < 20; at += 1) await enter(`morning${at}`)

  // The same machine doing nothing: what is late then is not the sign-ins'.
  const idle: number[] = []
  const lags: number[] = []
  for (let round = 0; round < 5; round += 1) {
    await forget()
    await ours.lag()
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    idle.push(await ours.lag())
    const waiting = Array.from({ length: people }, (_, at) => at)
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) await enter(`morning${at}`)
      }),
    )
    lags.push(await ours.lag())
  }
  print('nothing to do: the event loop is late by, p99', median(idle), 'ms')
  print('16 sign-ins in flight: the event loop is late by, p99', median(lags), 'ms (goal 10)')

  const { cookie } = await enter('user1')
  await upload(ours, cookie)
  const path = `/files/contracts.trade/${String((await read.query('select max(id) from storage_file'))[0]?.[0])}/download`
  const reads: number[] = []
  const answers = new Map<number, number>()
  for (let round = 0; round < 3; round += 1) {
    await forget()
    const again = await enter('user1')
    let isOver = false
    const flood = Promise.all(Array.from({ length: 100 }, (_, at) => enter(`morning${at}`).then(({ status }) => answers.set(status, (answers.get(status) ?? 0) + 1)))).then(() => {
      isOver = true
    })
    while (!isOver) reads.push((await send(ours, { path, method: 'GET', headers: { cookie: again.cookie } })).ms)
    await flood
  }
  const quiet: number[] = []
  for (let at = 0; at < 50; at += 1) quiet.push((await send(ours, { path, method: 'GET', headers: { cookie: (await enter('user1')).cookie } })).ms)
  print('nobody else: the slowest file read', Math.max(...quiet), `ms of ${quiet.length}`)
  print('100 sign-ins at once: the slowest file read', Math.max(...reads), `ms of ${reads.length} (goal 300)`)
  print('  answers', [...answers].map(([status, count]) => `${status} × ${count}`).join(', '), '')

  const [known, unknown]: [number[], number[]] = [[], []]
  for (let round = 0; round < 8; round += 1) {
    await forget()
    for (let at = 0; at < 8; at += 1) {
      const both = [
        async () => known.push((await enter(`morning${round * 8 + at}`, 'a wrong one')).ms),
        async () => unknown.push((await enter(`nobody${round * 8 + at}`, 'a wrong one')).ms),
      ]
      for (const one of at % 2 === 0 ? both : both.reverse()) await one()
    }
  }
  print('a wrong password of a known login', median(known), 'ms')
  print('a login that nobody has', median(unknown), `ms: ${((median(unknown) / median(known) - 1) * 100).toFixed(1)} % apart (goal 10 % or 10 ms)`)
  await forget()
  ours.stop()
  await stock.close()
}

const print = (what: string, value: number | string, unit: string) => process.stdout.write(`  ${what}: ${typeof value === 'number' ? value.toFixed(1) : value} ${unit}\n`)

/** A file on the first contract, by the upload's own protocol. */
async function upload(ours: Served, cookie: string): Promise<void> {
  const text = `one page ${'of words '.repeat(2_000)}`
  const named = (value: string) => Buffer.from(value).toString('base64')
  const common = { cookie, 'tus-resumable': '1.0.0' }
  const made = await send(ours, {
    path: '/files/contracts.trade/upload',
    method: 'POST',
    headers: { ...common, 'upload-length': String(Buffer.byteLength(text)), 'upload-metadata': `filename ${named('bench.txt')},document ${named('1')}` },
  })
  if (made.status !== 201) throw new Error(`the upload was answered ${made.status}`)
  await send(ours, { path: made.location, method: 'PATCH', body: text, headers: { ...common, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' } })
}

interface Sent {
  readonly path: string
  readonly method: string
  readonly body?: string
  readonly headers?: Record<string, string>
}

function send({ port }: Served, { path, method, body, headers }: Sent): Promise<Answer> {
  const start = performance.now()
  return new Promise((resolve, reject) => {
    const call = request(
      {
        port,
        host: '127.0.0.1',
        path,
        method,
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }), ...headers },
      },
      (answer) => {
        answer.resume()
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            ms: performance.now() - start,
            cookie: (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; '),
            location: answer.headers.location ?? '',
          }),
        )
      },
    )
    call.on('error', reject)
    call.end(body)
  })
}
