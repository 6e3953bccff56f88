import { createHash } from 'node:crypto'
import { sealed, type System } from '@crm/platform/server'
import { settings } from '../../../settings.ts'
import type { MailboxAddress } from './mailbox.ts'

/** What is settled about the mailbox of scans. */
export interface MailboxSettings {
  readonly address: MailboxAddress
  readonly done: string
  readonly rejected: string
  readonly senders: readonly string[]
  readonly mostBytes: number
  /** Names the folder of that mailbox, whatever its password. */
  readonly box: string
  /** Of where it is and how one signs in: changes when somebody put something right. */
  readonly fingerprint: string
}

/** `null` where no server is named. */
export async function mailboxSettings(system: System): Promise<MailboxSettings | null> {
  const { mailbox } = settings
  const get = system.settings.get
  const server = (await get(mailbox.server)).trim()
  if (server === '') return null
  const address = {
    server,
    port: await get(mailbox.port),
    encryption: await get(mailbox.encryption),
    user: (await get(mailbox.user)).trim(),
    password: system.env.SCAN_MAIL_PASSWORD ?? '',
    folder: (await get(mailbox.folder)).trim() || 'INBOX',
  }
  return {
    address,
    done: await get(mailbox.done),
    rejected: await get(mailbox.rejected),
    senders: await get(mailbox.senders),
    mostBytes: (await get(mailbox.mostMegabytes)) * 1_048_576,
    box: createHash('sha256')
      .update(JSON.stringify([server, address.port, address.user, address.folder]))
      .digest('hex'),
    fingerprint: sealed(system, 'mailbox', JSON.stringify(address)),
  }
}
