import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { statement, type Writing } from '@crm/platform/server'
import type { LetterReason } from '../../../scan.ts'
import { openBlobStore } from '../../blob-store.ts'
import { contentType } from '../../content-type.ts'
import type { ScanDesk } from '../../scans/desk.ts'
import { isScan } from '../../scans/scan-content.ts'
import { takeScan } from '../../scans/take-scan.ts'
import { isKnownSender, type Letter } from './letter.ts'
import type { Mailbox } from './mailbox.ts'
import type { MailboxSettings } from './mailbox-settings.ts'

/** As many new letters a look: the next one comes in a minute. */
const mostAtOnce = 20

interface Known {
  readonly id: number
  readonly uid: number
  readonly state: 'taken' | 'rejected'
}

interface Looking {
  readonly mailbox: Mailbox
  readonly settled: MailboxSettings
}

/** Move what earlier looks decided about, then decide about what is new. */
export async function takeLetters(person: Writing, desk: ScanDesk, looking: Looking): Promise<void> {
  const { mailbox, settled } = looking
  const uids = await mailbox.uids()
  const known = await statement<Known[]>('select id, uid, state from storage_intake_letter where desk = ? and box = ? and validity = ? and (moved_at is null or uid in (?))', [
    desk.kind,
    settled.box,
    mailbox.validity,
    uids.length > 0 ? uids : [0],
  ])
  for (const [state, folder] of [
    ['taken', settled.done],
    ['rejected', settled.rejected],
  ] as const) {
    const decided = known.filter((letter) => letter.state === state)
    const lying = decided.map(({ uid }) => uid).filter((uid) => uids.includes(uid))
    if (lying.length > 0) await mailbox.putAway(lying, folder)
    if (decided.length > 0) await statement('update storage_intake_letter set moved_at = coalesce(moved_at, ?) where id in (?)', [person.now, decided.map(({ id }) => id)])
  }
  const decided = new Set(known.map(({ uid }) => uid))
  for (const uid of uids.filter((one) => !decided.has(one)).slice(0, mostAtOnce)) {
    const letter = await mailbox.letter(uid)
    if (letter) await decide(person, desk, { ...looking, letter })
  }
}

async function decide(person: Writing, desk: ScanDesk, given: Looking & { letter: Letter }): Promise<void> {
  const { letter, settled, mailbox } = given
  const reason = reasonAgainst(letter, settled)
  const taken = reason === null ? await takeFiles(person, desk, given) : 0
  const verdict = reason ?? (taken > 0 ? null : 'no-pdf')
  await statement('insert into storage_intake_letter (desk, box, validity, uid, sender, subject, state, reason, file_count, at) values (?,?,?,?,?,?,?,?,?,?)', [
    desk.kind,
    settled.box,
    mailbox.validity,
    letter.uid,
    letter.sender,
    letter.subject,
    verdict === null ? 'taken' : 'rejected',
    verdict,
    taken,
    person.now,
  ])
  if (verdict !== null) await person.journal({ document: `${desk.kind}:0`, note: `mail ${letter.sender} ${letter.subject}: ${verdict}` })
}

function reasonAgainst(letter: Letter, { senders, address, mostBytes }: MailboxSettings): LetterReason | null {
  if (!isKnownSender(letter.sender, { senders, user: address.user })) return 'stranger'
  if (letter.scans.length === 0) return letter.hasOtherFiles ? 'no-pdf' : 'no-file'
  // Base64 makes four signs of three bytes.
  return letter.bytes * 0.75 > mostBytes ? 'too-large' : null
}

/** @returns how many of its files are scans; the others are left in the letter */
async function takeFiles(person: Writing, desk: ScanDesk, { letter, mailbox }: Looking & { letter: Letter }): Promise<number> {
  const data = person.system.env.CRM_DATA
  const folder = join(data, 'mail', randomUUID())
  await mkdir(folder, { recursive: true })
  let taken = 0
  try {
    for (const { part, name } of letter.scans) {
      const path = join(folder, part)
      await mailbox.save(letter.uid, part, path)
      const type = await contentType(path)
      if (!isScan(type)) continue
      const blob = await openBlobStore(data).take(path)
      if (await takeScan(person, desk, { arrival: arrivalOf(letter, blob.sha256), name, blob: { ...blob, type } })) taken += 1
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return taken
}

/** The letter and what its file contains: one that comes by two ways, or again after the server numbered its letters anew, is one scan. */
const arrivalOf = ({ messageId, sender, subject }: Letter, sha256: string): string =>
  `mail:${createHash('sha256')
    .update([messageId ?? `${sender} ${subject}`, sha256].join('\n'))
    .digest('hex')}`
