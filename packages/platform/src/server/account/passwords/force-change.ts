import type { Forcing } from '../../../index.ts'
import { signInActs } from '../sessions/acts.ts'
import { passwordForced } from '../../../notices.ts'
import type { Request, System } from '../../context.ts'
import { statement, transact } from '../../database/database.ts'
import { writeJournal } from '../../journal/journal.ts'
import { noticeTo, notify } from '../../notices/notify.ts'
import { post } from '../../jobs/outbox.ts'
import { credentialOf, setCredential } from '../credential.ts'
import { knewBefore } from '../sessions/device.ts'
import { recordSecurity } from '../attacks/security-event.ts'

/** Somebody's password, and on what evidence it is no longer theirs alone. */
export interface Forced {
  readonly userId: number
  readonly because: Forcing
  /** When it began: browsers and second factors from before it are believed to be the owner's. */
  readonly from: Date
}

/**
 * From the next call on, the account can do nothing but change its password. Sessions stay, so that a page that the owner has open keeps its form;
 * the owner is told in the bell and by letter.
 */
export async function forceChange(request: Request, { userId, because, from }: Forced): Promise<void> {
  const { database, now } = request.system
  await transact(database, async () => {
    const [known] = await statement<{ must_change_because: string | null }[]>('select must_change_because from platform_credential where user_id = ? for update', [userId])
    // The first evidence is the one that counts; a later one would believe a browser that came in with the first.
    if (known?.must_change_because) return
    await setCredential(userId, { must_change: true, must_change_because: because, must_change_from: from })
    await writeJournal(request, {
      ...{ action: signInActs.forcePassword, rights: '', outcome: 'done', isChange: true, note: because },
      ...{ affectedUserId: userId, document: `platform.user:${userId}` },
    })
    await recordSecurity(request, { rule: 'forced-change', severity: 'critical', userId, sample: because, action: 'change-forced' })
    await post(database, notify, { payload: noticeTo(userId, passwordForced, { params: {}, path: '/settings#password' }), now: now() })
  })
}

/**
 * Whether the new password has to be set by a link in a letter: somebody else knows the old one, so it alone proves nothing. A browser that was the
 * owner's before, or their second factor, proves enough.
 */
export async function isLinkNeeded(request: Request, userId: number): Promise<boolean> {
  const { because, forcedFrom } = await credentialOf(request.system, userId)
  if (forcedFrom === null || (because !== 'stuffing' && because !== 'spraying')) return false
  const from = new Date(forcedFrom)
  return !knewBefore(request, userId, from) && !(await hadFactor(request.system, userId, from))
}

/** A second factor that was there before; the sign-in asked for it. */
async function hadFactor({ database }: System, userId: number, from: Date): Promise<boolean> {
  const [row] = await database.read.query(
    'select 1 from platform_credential where user_id = ? and totp_since < ? union all select 1 from platform_passkey where user_id = ? and created_at < ? limit 1',
    [userId, from, userId, from],
  )
  return row !== undefined
}
