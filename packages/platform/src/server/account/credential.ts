import { type Forcing, forcings } from '../../index.ts'
import type { System } from '../context.ts'
import { statement } from '../database/database.ts'
import { momentOrNull } from '../database/moment.ts'

/** What is kept of an account's safety beside its password. */
export interface Credential {
  readonly mustChange: boolean
  /** On what evidence it must, and since when that began, ISO UTC; `null` where nothing was found out. */
  readonly because: Forcing | null
  readonly forcedFrom: string | null
  /** ISO UTC; a one-time password is worth nothing afterwards. */
  readonly oneTimeUntil: string | null
  readonly isFactorDemanded: boolean
  /** Sealed; `null` when no authenticator app is connected. */
  readonly totpSecret: string | null
}

const none: Credential = { mustChange: false, because: null, forcedFrom: null, oneTimeUntil: null, isFactorDemanded: false, totpSecret: null }

export async function credentialOf(system: System, userId: number): Promise<Credential> {
  const [row] = await system.database.read.execute(
    'select must_change, one_time_until, is_factor_demanded, if(totp_since is null, null, totp_secret), must_change_because, must_change_from from platform_credential where user_id = ?',
    [userId],
  )
  if (!row) return none
  const [mustChange, oneTimeUntil, isFactorDemanded, totpSecret, because, forcedFrom] = row
  return {
    mustChange: Number(mustChange) === 1,
    because: forcings.find((one) => one === because) ?? null,
    forcedFrom: momentOrNull(forcedFrom),
    oneTimeUntil: momentOrNull(oneTimeUntil),
    isFactorDemanded: Number(isFactorDemanded) === 1,
    totpSecret: totpSecret === null ? null : String(totpSecret),
  }
}

type Column =
  | 'must_change'
  | 'must_change_because'
  | 'must_change_from'
  | 'one_time_until'
  | 'spread_days'
  | 'warned_days'
  | 'is_factor_demanded'
  | 'totp_secret'
  | 'totp_since'
  | 'totp_step'

/** Change some of it, in the running transaction; the row is made when it is not there. */
export async function setCredential(userId: number, values: Partial<Record<Column, unknown>>): Promise<void> {
  const columns = Object.keys(values)
  await statement(
    `insert into platform_credential (user_id, ${columns.join(', ')}) values (?${', ?'.repeat(columns.length)}) on duplicate key update ${columns.map((column) => `${column} = values(${column})`).join(', ')}`,
    [userId, ...Object.values(values)],
  )
}
