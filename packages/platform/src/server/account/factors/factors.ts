import type { Factor } from '../../../index.ts'
import type { System } from '../../context.ts'

/** The ways in which a person can prove themselves beside the password; none when no second factor was set up. */
export async function factorsOf(system: System, userId: number): Promise<Factor[]> {
  const [row] = await system.database.read.execute(
    `select (select count(*) from platform_passkey where user_id = ?), (select count(*) from platform_credential where user_id = ? and totp_since is not null),
       (select count(*) from platform_recovery_code where user_id = ? and used_at is null)`,
    [userId, userId, userId],
  )
  const [passkeys, totp, codes] = (row ?? []).map(Number)
  if (!passkeys && !totp) return []
  return [...(passkeys ? (['passkey'] as const) : []), ...(totp ? (['totp'] as const) : []), ...(codes ? (['recovery'] as const) : [])]
}
