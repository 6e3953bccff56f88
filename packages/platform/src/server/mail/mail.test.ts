import type { AddressInfo } from 'node:net'
import { type House, openHouse } from '@crm/testing/server'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { perform } from '../jobs/jobs.ts'
import { platformServer } from '../platform-server.ts'
import { listMail } from './list.ts'
import { mailTo, sendMail } from './mail.ts'

interface Taken {
  readonly to: string[]
  readonly raw: string
}

let house: House
let server: SMTPServer
let port = 0
let refusal: { at: 'rcpt' | 'data'; code: number } | null = null
const taken: Taken[] = []

const listen = (at: number) =>
  new Promise<number>((resolve) => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address, _session, done) => done(refusal?.at === 'rcpt' ? Object.assign(new Error('no such mailbox'), { responseCode: refusal.code }) : null),
      onData(stream, session: SMTPServerSession, done) {
        let raw = ''
        stream.on('data', (chunk: Buffer) => (raw += chunk.toString('utf8')))
        stream.on('end', () => {
          if (refusal?.at === 'data') return done(Object.assign(new Error('not now'), { responseCode: refusal.code }))
          taken.push({ to: session.envelope.rcptTo.map((one) => one.address), raw })
          done(null)
        })
      },
    })
    server.listen(at, '127.0.0.1', () => resolve((server.server.address() as AddressInfo).port))
  })
const hangUp = () => new Promise<void>((resolve) => server.close(() => resolve()))

beforeAll(async () => {
  port = await listen(0)
  house = await openHouse([platformServer], { env: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'System CRM <crm@firma.example>', PUBLIC_URL: 'http://crm.firma.example' } })
})
afterEach(() => {
  refusal = null
  taken.length = 0
})
afterAll(async () => {
  await hangUp()
  await house.close()
})

let number = 0
const newId = () => {
  number += 1
  return `8c7f2f10-3f39-4a39-8f0a-${String(number).padStart(12, '0')}`
}
const handlerOf = (name: string) => platformServer.handlers.find((handler) => handler.job.name === name) ?? platformServer.handlers[0]

async function write(login: string, about: { params?: Record<string, string | number>; path?: string; language?: 'pl' | 'en'; email?: string | null } = {}): Promise<string> {
  const userId = await house.hire(login, [])
  await house.rows('update platform_user set email = ?, language = ?, name = ? where id = ?', [
    about.email === undefined ? `${login}@firma.example` : about.email,
    about.language ?? 'pl',
    'Łucja Żak\r\nBcc: thief@example.org',
    userId,
  ])
  const id = newId()
  await perform(house.system, handlerOf('platform.mail'), {
    id,
    data: mailTo(userId, { id: 'contracts.ending' }, { params: about.params ?? { code: 'U/1' }, path: about.path ?? '/contracts/trade/1' }),
  })
  return id
}
const again = (id: string) => perform(house.system, handlerOf('platform.send-mail'), { id: newId(), data: { id } })
const lineOf = async (id: string) => (await listMail(house.system)).find((line) => line.id === id)
const plain = (raw: string) =>
  Buffer.from(
    raw
      .split('\r\n\r\n')
      .slice(1)
      .join('\r\n\r\n')
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

it('sends the code and the link, in the language of the person, and nothing else of the document', async () => {
  const id = await write('ewa', { params: { code: 'U/H/2026/0042', subject: 'tajna sprawa' } })
  expect(await lineOf(id)).toMatchObject({ state: 'sent', attempts: 1, error: null })
  const [letter] = taken
  expect(letter?.to).toEqual(['ewa@firma.example'])
  const body = plain(letter?.raw ?? '')
  expect(body).toContain('U/H/2026/0042')
  expect(body).toContain('http://crm.firma.example/contracts/trade/1')
  expect(body).toContain('Dzień dobry')
  expect(body).not.toContain('tajna')
  await write('john', { language: 'en' })
  expect(plain(taken[1]?.raw ?? '')).toContain('Something new about U/1')
})

it('keeps line breaks out of headers', async () => {
  await write('zla', { params: { code: 'U/1\r\nBcc: thief@example.org' } })
  const head = (taken[0]?.raw ?? '').split('\r\n\r\n')[0] ?? ''
  expect(head).not.toMatch(/^bcc:/im)
  expect(taken[0]?.to).toEqual(['zla@firma.example'])
})

it('gives up what the server refuses for good, and says so', async () => {
  refusal = { at: 'rcpt', code: 550 }
  expect(await lineOf(await write('nikt'))).toMatchObject({ state: 'failed', attempts: 1, error: expect.stringContaining('no such mailbox') })
})

it('waits after a refusal for now, and sends at the next attempt', async () => {
  refusal = { at: 'data', code: 451 }
  const id = await write('pozniej')
  expect(await lineOf(id)).toMatchObject({ state: 'waiting', attempts: 1, error: expect.stringContaining('not now'), nextAt: expect.any(String) })
  expect(await house.rows("select count(*) from platform_outbox where name = ? and json_value(payload, '$.id') = ?", [sendMail.name, id])).toEqual([[1]])
  refusal = null
  await again(id)
  expect(await lineOf(id)).toMatchObject({ state: 'sent', attempts: 2 })
  await again(id)
  expect(taken.length).toBe(1)
  expect(await house.rows('select path from platform_mail where id = ?', [id])).toEqual([[null]])
})

it('keeps a letter while the server is down', async () => {
  await hangUp()
  const id = await write('czeka')
  expect(await lineOf(id)).toMatchObject({ state: 'waiting', attempts: 1, error: expect.stringMatching(/ECONNREFUSED/) })
  port = await listen(port)
  await again(id)
  expect(await lineOf(id)).toMatchObject({ state: 'sent' })
})

it('shows a letter as failed after its last attempt', async () => {
  refusal = { at: 'data', code: 421 }
  const id = await write('uparty')
  for (let attempt = 0; attempt < 8; attempt += 1) await again(id)
  expect(await lineOf(id)).toMatchObject({ state: 'failed', attempts: 9 })
})

it('shows a letter to somebody without an address', async () => {
  expect(await lineOf(await write('bezadresu', { email: null }))).toMatchObject({ state: 'failed', error: 'no-address' })
})

it('keeps letters where no mail server is set', async () => {
  const bare = await openHouse([platformServer])
  try {
    const userId = await bare.hire('anna', [])
    const id = newId()
    await perform(bare.system, handlerOf('platform.mail'), { id, data: mailTo(userId, { id: 'contracts.ending' }, { path: '/x' }) })
    expect((await listMail(bare.system)).map((line) => line.state)).toEqual(['off'])
  } finally {
    await bare.close()
  }
})
