import { effectiveRights, Failure, type LevelName } from '../../index.ts'
import { rights } from '../../rights.ts'
import type { System } from '../context.ts'
import { statement } from '../database/database.ts'
import { type Holder, giftsOf, readPresets, userHolder } from './gifts.ts'
import type { Entry } from '../journal/journal.ts'
import { syncMemberships } from './memberships.ts'

/** What a change of rights needs of its request or job; both contexts of a transaction fit. */
export interface Stamping {
  readonly system: System
  readonly now: Date
  readonly user?: { readonly id: number }
  readonly requestId?: string
  journal(entry: Entry): Promise<void>
}

/** How the rights of one user changed: right id → old and new origin, `null` where it was or is not held. */
export interface Difference {
  readonly userId: number
  readonly changes: Readonly<Record<string, readonly [string | null, string | null]>>
}

/**
 * Compute the rights of these users again from everything given to them, their groups, departments and positions, and store what is
 * different. Call it in the transaction of whatever changed one of those: a new user, another department, a level, an account switched off.
 * It is in force with the users' next call; each change is journalled for its user.
 *
 * @throws Failure 'last-holder' when nobody active would be left who may change rights, 'own-rights' when the actor would gain a right
 */
export async function restamp(ctx: Stamping, userIds: readonly number[]): Promise<readonly Difference[]> {
  // One after another: the checks below would otherwise not see what a change beside this one takes away.
  await statement('update platform_rights_turn set turn = turn + 1 where id = 1', [])
  const differences = await stamp(ctx.system, { userIds, now: ctx.now, requestId: ctx.requestId ?? '' })
  refuseOwnRise(ctx, differences)
  await keepLastHolder()
  for (const { userId, changes } of differences) await ctx.journal({ document: `platform.user:${userId}`, affectedUserId: userId, changes })
  return differences
}

/** {@link restamp} without its checks and entries: for the first accounts and sample data. Runs in the caller's transaction. */
export async function stamp(system: System, { userIds, now, requestId = '' }: { userIds: readonly number[]; now: Date; requestId?: string }): Promise<readonly Difference[]> {
  const ids = [...new Set(userIds)]
  if (ids.length === 0) return []
  await syncMemberships(system.apps, { userIds: ids, now })
  const [gifts, presetOf, before] = [await giftsOf(ids), await readPresets(system.apps), await heldBy(ids)]
  const differences = ids.flatMap((userId) => {
    const given = gifts.get(userId)
    const after = given ? effectiveRights(given, presetOf) : new Map<string, string>()
    const changes = difference(before.get(userId) ?? new Map(), after)
    return Object.keys(changes).length > 0 ? [{ userId, changes }] : []
  })
  for (const one of differences) await store(one, { now, requestId })
  // Groups may have changed even where rights did not.
  await statement('update platform_user set rights_version = rights_version + 1 where id in (?)', [ids])
  return differences
}

/** Give a user or group a level of an app, or take it away; {@link restamp} those it touches afterwards. */
export async function giveLevel(
  ctx: Pick<Stamping, 'now' | 'user' | 'requestId'>,
  { holder, app, level }: { holder: Holder; app: string; level: LevelName | null },
): Promise<void> {
  if (level === null) return void (await statement('delete from platform_level where holder = ? and app_id = ?', [holder, app]))
  await statement('replace into platform_level (holder, app_id, level, given_by, given_at, request_id) values (?,?,?,?,?,?)', [
    holder,
    app,
    level,
    ctx.user?.id ?? null,
    ctx.now,
    ctx.requestId ?? '',
  ])
}

/** Give single rights to a user directly, for accounts that come from outside the rights table. {@link stamp} afterwards. */
export async function giveRights(ctx: Pick<Stamping, 'now' | 'user' | 'requestId'>, { userId, rightIds }: { userId: number; rightIds: readonly string[] }): Promise<void> {
  if (rightIds.length === 0) return
  await statement('replace into platform_right_line (holder, right_id, effect, given_by, given_at, request_id) values ?', [
    rightIds.map((right) => [userHolder(userId), right, '+', ctx.user?.id ?? null, ctx.now, ctx.requestId ?? '']),
  ])
}

async function heldBy(userIds: readonly number[]): Promise<Map<number, Map<string, string>>> {
  const rows = await statement<{ user_id: number; right_id: string; origin: string }[]>('select user_id, right_id, origin from platform_user_right where user_id in (?)', [userIds])
  const byUser = Map.groupBy(rows, (row) => row.user_id)
  return new Map([...byUser].map(([id, held]) => [id, new Map(held.map((row) => [row.right_id, row.origin]))]))
}

function difference(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Record<string, readonly [string | null, string | null]> {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort()
  return Object.fromEntries(names.map((name) => [name, [before.get(name) ?? null, after.get(name) ?? null] as const] as const).filter(([, [was, is]]) => was !== is))
}

async function store({ userId, changes }: Difference, { now, requestId }: { now: Date; requestId: string }): Promise<void> {
  const names = Object.keys(changes)
  const held = Object.entries(changes).flatMap(([right, [, origin]]) => (origin === null ? [] : [[userId, right, origin] as const]))
  await statement('delete from platform_user_right where user_id = ? and right_id in (?)', [userId, names])
  await statement('update platform_right_interval set until_at = ? where user_id = ? and right_id in (?) and until_at is null', [now, userId, names])
  if (held.length === 0) return
  await statement('insert into platform_user_right (user_id, right_id, origin, given_at) values ?', [held.map((row) => [...row, now])])
  await statement('insert into platform_right_interval (user_id, right_id, origin, from_at, request_id) values ?', [held.map((row) => [...row, now, requestId])])
}

/** Whatever the way - an own line, a level, a group, a preset -, nobody gains a right by their own act. */
function refuseOwnRise(ctx: Stamping, differences: readonly Difference[]): void {
  const own = differences.find((one) => one.userId === ctx.user?.id)
  const gained = Object.entries(own?.changes ?? {}).flatMap(([right, [was, is]]) => (was === null && is !== null ? [right] : []))
  if (gained.length > 0) throw new Failure('own-rights', { rights: gained })
}

async function keepLastHolder(): Promise<void> {
  const [left] = await statement<{ count: number }[]>(
    'select count(*) as count from platform_user_right r join platform_user u on u.id = r.user_id where r.right_id = ? and u.is_active = 1',
    [rights.rights.edit.id],
  )
  const [ever] = await statement<{ count: number }[]>('select count(*) as count from platform_right_interval where right_id = ?', [rights.rights.edit.id])
  // A system in which nobody has ever held it, as while the first account is made, has nobody to lose.
  if (Number(left?.count) === 0 && Number(ever?.count) > 0) throw new Failure('last-holder', { right: rights.rights.edit.id })
}
