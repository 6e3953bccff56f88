import nodemailer, { type Transporter } from 'nodemailer'
import type { System } from '../context.ts'
import type { Letter } from './letter.ts'

const patienceMs = 15_000
const transports = new WeakMap<System, Transporter>()

/** Whether there is anything to send with. */
export const canSend = (system: System): boolean => system.env.SMTP_URL !== undefined

/**
 * Hand a letter over to the SMTP server.
 *
 * @throws Refusal when the server answered no or did not answer
 */
export async function transmit(system: System, letter: Letter, { id }: { id: string }): Promise<void> {
  const from = system.env.MAIL_FROM ?? `${system.env.COMPANY} <crm@localhost>`
  try {
    await transportOf(system).sendMail({
      from,
      to: letter.to,
      subject: letter.subject,
      text: letter.text,
      // The same letter sent again after a crash bears the same id, so that mail programs show it once.
      messageId: `<${id}@${/@([^>\s]+)/.exec(from)?.[1] ?? 'localhost'}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  } catch (error) {
    throw refusalOf(error)
  }
}

/** Why a letter was not taken; another attempt can help unless it `isFinal`. */
export class Refusal extends Error {
  readonly isFinal: boolean

  constructor(message: string, { isFinal }: { isFinal: boolean }) {
    super(message)
    this.name = 'Refusal'
    this.isFinal = isFinal
  }
}

function transportOf(system: System): Transporter {
  const known = transports.get(system)
  if (known) return known
  const url = new URL(system.env.SMTP_URL ?? '')
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  const made = nodemailer.createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || (url.protocol === 'smtps:' ? 465 : 587)),
    secure: url.protocol === 'smtps:',
    // A password never travels bare, except to a program beside us.
    requireTLS: url.protocol === 'smtp:' && url.username !== '' && !isLocal,
    ...(url.username ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } } : {}),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: 2 * patienceMs,
  })
  transports.set(system, made)
  return made
}

/** A 5xx answer is the server's last word (RFC 5321 section 4.2.1), but not about our own password: that is ours to put right. */
function refusalOf(error: unknown): Refusal {
  const { message, responseCode, code } = error as { message: string; responseCode?: number; code?: string } // nodemailer's own fields
  return new Refusal(message, { isFinal: code !== 'EAUTH' && (responseCode ?? 0) >= 500 })
}
