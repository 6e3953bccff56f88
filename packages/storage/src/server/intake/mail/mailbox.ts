import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { ImapFlow } from 'imapflow'
import type { IntakeFailure } from '../../../scan.ts'
import { filesOf, type Letter } from './letter.ts'

/** Where letters with scans arrive. */
export interface MailboxAddress {
  readonly server: string
  readonly port: number
  readonly encryption: 'tls' | 'starttls'
  readonly user: string
  readonly password: string
  readonly folder: string
}

/** A folder of a mailbox, opened; nothing in it is ever deleted. */
export interface Mailbox {
  /** The numbers of letters mean something only together with this. */
  readonly validity: string
  uids(): Promise<number[]>
  /** `null` when it is gone. */
  letter(uid: number): Promise<Letter | null>
  /** Write a file of a letter to the disk, decoded. */
  save(uid: number, part: string, path: string): Promise<void>
  /** Mark letters as read and move them; the folder is made when it is not there. */
  putAway(uids: readonly number[], folder: string): Promise<void>
}

/** The mailbox did not do what it was asked; everything else that goes wrong is an error of ours. */
export class MailboxFailure extends Error {
  readonly failure: IntakeFailure

  constructor(failure: IntakeFailure) {
    super(failure)
    this.name = 'MailboxFailure'
    this.failure = failure
  }
}

const patienceMs = 15_000
/** A worker gives a job back after two minutes; a mailbox that is slower than that is let go of before. */
const mostMs = 100_000

/**
 * Do something in a mailbox and leave it politely.
 *
 * @throws MailboxFailure
 */
export async function inMailbox<Answer>(address: MailboxAddress, work: (mailbox: Mailbox) => Promise<Answer>): Promise<Answer> {
  const client = clientFor(address)
  // What breaks is heard of by the call that waits for it.
  client.on('error', () => undefined)
  const tooLong = setTimeout(() => client.close(), mostMs)
  try {
    await asked(() => client.connect())
    const opened = await asked(() => client.mailboxOpen(address.folder))
    return await work({ validity: String(opened.uidValidity), ...letters(client) })
  } finally {
    clearTimeout(tooLong)
    if (client.usable) await client.logout().catch(() => undefined)
    client.close()
  }
}

function clientFor({ server, port, encryption, user, password }: MailboxAddress): ImapFlow {
  const isLocal = ['localhost', '127.0.0.1', '::1'].includes(server)
  return new ImapFlow({
    host: server,
    port,
    secure: encryption === 'tls',
    // A password never travels bare, except to a program beside us.
    ...(encryption === 'starttls' && !isLocal ? { doSTARTTLS: true } : {}),
    auth: { user, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: 2 * patienceMs,
    maxLiteralSize: 16 * 1_048_576,
  })
}

const letters = (client: ImapFlow): Omit<Mailbox, 'validity'> => ({
  uids: () => asked(async () => (await client.search({ all: true }, { uid: true })) || []),
  letter: (uid) =>
    asked(async () => {
      const found = await client.fetchOne(uid, { uid: true, size: true, envelope: true, bodyStructure: true }, { uid: true })
      if (!found) return null
      const { envelope, bodyStructure, size = 0 } = found
      return {
        uid,
        bytes: size,
        messageId: envelope?.messageId?.slice(0, 250) ?? null,
        sender: (envelope?.from?.[0]?.address ?? '').toLowerCase().slice(0, 200),
        subject: (envelope?.subject ?? '').replaceAll(/\p{C}/gu, ' ').slice(0, 200),
        ...(bodyStructure ? filesOf(bodyStructure) : { scans: [], hasOtherFiles: false }),
      }
    }),
  save: (uid, part, path) =>
    asked(async () => {
      const { content } = await client.download(uid, part, { uid: true, chunkSize: 1_048_576 })
      if (!content) throw new MailboxFailure('no-answer')
      await pipeline(content, createWriteStream(path, { flush: true }))
    }),
  putAway: (uids, folder) =>
    asked(async () => {
      const range = uids.join(',')
      await client.mailboxCreate(folder)
      await client.messageFlagsAdd(range, [String.raw`\Seen`], { uid: true })
      if (!(await client.messageMove(range, folder, { uid: true }))) throw new MailboxFailure('no-folder')
    }),
})

async function asked<Answer>(question: () => Promise<Answer>): Promise<Answer> {
  try {
    return await question()
  } catch (error) {
    throw error instanceof MailboxFailure ? error : new MailboxFailure(failureOf(error))
  }
}

/** Answers to a login that say nothing about the password (RFC 5530). */
const passing = ['UNAVAILABLE', 'INUSE', 'LIMIT', 'CONTACTADMIN']
const certificate = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/

function failureOf(error: unknown): IntakeFailure {
  const { authenticationFailed, serverResponseCode, mailboxMissing, responseStatus, code } = error as {
    authenticationFailed?: boolean
    serverResponseCode?: string
    mailboxMissing?: boolean
    responseStatus?: string
    code?: string
  } // the library's own fields
  if (authenticationFailed) return passing.includes(serverResponseCode ?? '') ? 'no-answer' : 'wrong-login'
  // Signed in, and told no: a folder that is not there, or may not be made.
  if (mailboxMissing || responseStatus === 'NO') return 'no-folder'
  return certificate.test(code ?? '') ? 'not-trusted' : 'no-answer'
}
