import { allowed, type Mutation, type Query, type Reading, statement, type Writing, momentOf, momentOrNull } from '@crm/platform/server'
import type { IntakeFailure, IntakeLine, IntakeSource, LetterLine, LetterReason } from '../../scan.ts'
import type { ScanDesk } from '../scans/desk.ts'
import { inMailbox, MailboxFailure } from './mail/mailbox.ts'
import { mailboxSettings } from './mail/mailbox-settings.ts'

/** What a try of the mailbox said: how many letters wait there, or why it failed; `not-set` without a server in the settings. */
interface MailboxTry {
  readonly failure: IntakeFailure | 'not-set' | null
  readonly waiting: number
}

export type IntakeProcedures = {
  list: Query<undefined, IntakeLine[]>
  letters: Query<undefined, LetterLine[]>
  try: Mutation<undefined, MailboxTry>
}

const nothing = { parse: () => undefined }

/** The folder and the mailbox from which a desk's scans come by themselves. */
export function intakeProcedures(desk: ScanDesk): IntakeProcedures {
  const { sources } = desk.rights
  return {
    list: allowed(sources)
      .input(nothing)
      .query(({ ctx }) => listSources(ctx, desk)),
    letters: allowed(sources)
      .input(nothing)
      .query(({ ctx }) => listLetters(ctx, desk)),
    try: allowed(sources)
      .input(nothing)
      .mutation(({ ctx }) => tryMailbox(ctx, desk)),
  }
}

async function listSources(ctx: Reading, desk: ScanDesk): Promise<IntakeLine[]> {
  const rows = await ctx.system.database.read.query('select source, failure, since, looked_at, next_at from storage_intake where desk = ?', [desk.kind])
  const isSet = { folder: Boolean(ctx.system.env.SCAN_FOLDER), mail: (await mailboxSettings(ctx.system)) !== null }
  return (['folder', 'mail'] as const).map((source: IntakeSource): IntakeLine => {
    const row = isSet[source] ? rows.find(([name]) => name === source) : undefined
    const failure = (row?.[1] ?? null) as IntakeFailure | null // written by the looks
    return { source, isSet: isSet[source], failure, since: momentOrNull(row?.[2]), lookedAt: momentOrNull(row?.[3]), nextAt: momentOrNull(row?.[4]) }
  })
}

async function listLetters(ctx: Reading, desk: ScanDesk): Promise<LetterLine[]> {
  const rows = await ctx.system.database.read.query(
    'select id, at, sender, subject, file_count, reason from storage_intake_letter where desk = ? order by at desc, id desc limit 50',
    [desk.kind],
  )
  return rows.map(([id, at, sender, subject, fileCount, reason]) => ({
    id: Number(id),
    at: momentOf(at),
    sender: String(sender),
    subject: String(subject),
    fileCount: Number(fileCount),
    reason: (reason ?? null) as LetterReason | null, // written by takeLetters
  }))
}

/** Sign in and count, now; a mailbox that answers again is looked into with the next minute. */
async function tryMailbox(ctx: Writing, desk: ScanDesk): Promise<MailboxTry> {
  const settled = await mailboxSettings(ctx.system)
  const answer = settled === null ? { failure: 'not-set' as const, waiting: 0 } : await asked(() => inMailbox(settled.address, async (mailbox) => (await mailbox.uids()).length))
  if (answer.failure === null) await statement("update storage_intake set next_at = null where desk = ? and source = 'mail'", [desk.kind])
  await ctx.journal({ document: `${desk.kind}:0`, note: `mail: ${answer.failure ?? 'works'}` })
  return answer
}

async function asked(count: () => Promise<number>): Promise<MailboxTry> {
  try {
    return { failure: null, waiting: await count() }
  } catch (error) {
    if (!(error instanceof MailboxFailure)) throw error
    return { failure: error.failure, waiting: 0 }
  }
}
