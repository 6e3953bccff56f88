import { Failure } from '../../../index.ts'
import type { Request, System, Writing } from '../../context.ts'
import { statement } from '../../database/database.ts'
import { credentialOf, setCredential } from '../credential.ts'

/** Who asks for a second factor of this person: the account's own mark, or groups they are in. */
export interface FactorDemand {
  readonly isOwn: boolean
  readonly groups: readonly string[]
}

export async function factorDemandOf(system: System, userId: number): Promise<FactorDemand> {
  const [credential, groups] = await Promise.all([
    credentialOf(system, userId),
    system.database.read.query(
      'select g.name from platform_group_member m join platform_group g on g.id = m.group_id where m.user_id = ? and g.demands_factor = 1 order by g.name',
      [userId],
    ),
  ])
  return { isOwn: credential.isFactorDemanded, groups: groups.map(([name]) => String(name)) }
}

/** Whether this person may not work without a second factor. */
export async function secondFactorDemanded({ system }: Pick<Request, 'system'>, userId: number): Promise<boolean> {
  const { isOwn, groups } = await factorDemandOf(system, userId)
  return isOwn || groups.length > 0
}

/** Demand it of a person or of a whole group, from their next sign-in on. @throws Failure 'missing' */
export async function demandFactor(ctx: Writing, of: { readonly userId: number } | { readonly groupId: number }, isDemanded: boolean): Promise<void> {
  const note = isDemanded ? '+' : '-'
  if ('groupId' in of) {
    const { affectedRows } = await statement('update platform_group set demands_factor = ? where id = ?', [isDemanded, of.groupId])
    if (affectedRows === 0) throw new Failure('missing')
    return ctx.journal({ document: `platform.group:${of.groupId}`, affectedGroupId: of.groupId, note })
  }
  const [known] = await statement<object[]>('select 1 from platform_user where id = ? for update', [of.userId])
  if (!known) throw new Failure('missing')
  await setCredential(of.userId, { is_factor_demanded: isDemanded })
  await ctx.journal({ document: `platform.user:${of.userId}`, affectedUserId: of.userId, note })
}
