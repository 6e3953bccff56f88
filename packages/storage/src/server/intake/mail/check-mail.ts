import { type JobContext, statement } from '@crm/platform/server'
import type { IntakeFailure } from '../../../scan.ts'
import type { ScanDesk } from '../../scans/desk.ts'
import { intakePerson, type IntakeState, lockIntake, noteIntake } from '../intake.ts'
import { inMailbox, MailboxFailure } from './mailbox.ts'
import { type MailboxSettings, mailboxSettings } from './mailbox-settings.ts'
import { takeLetters } from './take-letters.ts'

/** After the first, second … failure in a row; then the last one again and again. */
const pausesMinutes = [1, 2, 5, 10, 30]
/** A wrong password that is tried again and again locks the account at many servers. */
const pauseOfLoginMinutes = 6 * 60

/**
 * One look into the mailbox. A letter is moved by a later look than the one that took it in: by then its rows are committed for certain.
 * Killed anywhere, the next look goes on.
 */
export async function checkMail(ctx: JobContext, desk: ScanDesk): Promise<void> {
  const settled = await mailboxSettings(ctx.system)
  if (!settled) return forgetMailbox(desk)
  const state = await lockIntake(desk, 'mail')
  if (!state || isLeftAlone(state, settled, ctx.now)) return
  const person = await intakePerson(ctx, desk)
  if (!person) return noteIntake(ctx, desk, { source: 'mail', failure: 'no-person' })
  let failure: IntakeFailure | null = null
  try {
    await inMailbox(settled.address, (mailbox) => takeLetters(person, desk, { mailbox, settled }))
  } catch (error) {
    // What was taken in before the connection broke stays taken.
    if (!(error instanceof MailboxFailure)) throw error
    failure = error.failure
  }
  await noteIntake(ctx, desk, { source: 'mail', failure })
  await planNext(desk, { failure, state, settled, now: ctx.now })
}

const isLeftAlone = ({ next_at: nextAt, fingerprint }: IntakeState, settled: MailboxSettings, now: Date): boolean =>
  nextAt !== null && fingerprint === settled.fingerprint && nextAt > now

async function planNext(
  desk: ScanDesk,
  { failure, state, settled, now }: { failure: IntakeFailure | null; state: IntakeState; settled: MailboxSettings; now: Date },
): Promise<void> {
  const attempts = failure === null ? 0 : state.attempts + 1
  const minutes = failure === 'wrong-login' ? pauseOfLoginMinutes : (pausesMinutes[attempts - 1] ?? pausesMinutes.at(-1) ?? 0)
  // Half a minute less: the look that is due comes a little early or late.
  const nextAt = failure === null ? null : new Date(now.getTime() + (minutes - 0.5) * 60_000)
  await statement("update storage_intake set attempts = ?, next_at = ?, fingerprint = ? where desk = ? and source = 'mail'", [attempts, nextAt, settled.fingerprint, desk.kind])
}

/** A mailbox that is no longer named does not stand still. */
async function forgetMailbox(desk: ScanDesk): Promise<void> {
  await statement("delete from storage_intake where desk = ? and source = 'mail'", [desk.kind])
}
