import { Failure, invalid } from '@crm/platform'
import { destroyPersonKey, restamp, statement, type System, type Writing } from '@crm/platform/server'

/** Everything that is kept about a person for their own sake. */
const personal = [
  'platform_notice',
  'platform_mail',
  'platform_preference',
  'platform_session',
  'platform_credential',
  'platform_password_past',
  'platform_passkey',
  'platform_recovery_code',
  'platform_reset_link',
  'platform_throttle',
]

type Acting = Pick<Writing, 'system' | 'now' | 'journal'> & { readonly user?: { readonly id: number }; readonly requestId?: string }

/**
 * Switch an account off or on. Off, its sessions end with the same commit.
 *
 * @throws Failure 'invalid' for one's own account, 'last-holder' for the last one who may change rights, 'missing'
 */
export async function switchAccount(ctx: Acting, id: number, { isActive, note }: { isActive: boolean; note?: string | undefined }): Promise<void> {
  if (!isActive && ctx.user?.id === id) throw invalid({ path: 'id', code: 'own-account' })
  const { affectedRows } = await statement('update platform_user set is_active = ? where id = ? and is_active <> ?', [isActive, id, isActive])
  if (affectedRows === 0) throw new Failure('missing')
  if (!isActive) await statement('delete from platform_session where user_id = ?', [id])
  await restamp(ctx, [id])
  await ctx.journal({ document: `platform.user:${id}`, affectedUserId: id, changes: { isActive: [!isActive, isActive] }, ...(note ? { note } : {}) })
}

/**
 * Personal data of somebody whose account is off, for good: name, login, address, phone, and with their key what the journal said of
 * them. The number stays, so that what they did stays somebody's.
 *
 * @throws Failure 'in-use' while the account is on, 'missing'
 */
export async function erasePerson(ctx: Writing, id: number): Promise<void> {
  const [user] = await statement<{ is_active: number }[]>('select is_active from platform_user where id = ? for update', [id])
  if (!user) throw new Failure('missing')
  if (user.is_active === 1) throw new Failure('in-use')
  await statement('update platform_user set name = ?, login = ?, email = null, password_hash = null where id = ?', [`#${id}`, `removed-${id}`, id])
  await statement('update directory_person set phone = null, position_id = null where user_id = ?', [id])
  for (const table of personal) await statement(`delete from ${table} where user_id = ?`, [id])
  await destroyPersonKey(id)
  await ctx.journal({ document: `platform.user:${id}`, affectedUserId: id, note: 'erased' })
}

/** Accounts whose first day has come or whose last day has passed; for the job of each night. */
export async function turnedAccounts(system: System, today: string): Promise<{ id: number; isActive: boolean }[]> {
  const rows = await system.database.read.query(
    `select u.id, u.is_active from platform_user u join directory_person p on p.user_id = u.id
     where (u.is_active = 1 and p.active_to < ?) or (u.is_active = 0 and p.active_from = ? and (p.active_to is null or p.active_to >= ?))`,
    [today, today, today],
  )
  return rows.map(([id, isActive]) => ({ id: Number(id), isActive: Number(isActive) === 0 }))
}
