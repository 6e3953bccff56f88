import type { HeldGrant } from '../access/access.ts'
import type { ReadPool } from '../database/read-pool.ts'
import { momentOf, momentOrNull } from '../database/moment.ts'

/** Everything by which a user may do something; fetched again only when the user's version moved. */
export interface UserRights {
  readonly rights: ReadonlySet<string>
  /** `u12` and the groups, `g3`. */
  readonly holders: readonly string[]
  readonly grants: readonly HeldGrant[]
  /** Kinds of which some document has an access table; elsewhere lists need not ask. */
  readonly restrictedKinds: ReadonlySet<string>
}

export async function readUserRights(read: ReadPool, userId: number): Promise<UserRights> {
  const [held, groups, kinds] = await Promise.all([
    read.execute('select right_id from platform_user_right where user_id = ?', [userId]),
    read.execute('select group_id from platform_group_member where user_id = ?', [userId]),
    read.execute('select distinct kind from platform_access_table'),
  ])
  const holders = [`u${userId}`, ...groups.map(([id]) => `g${id}`)]
  const rows = await read.query(
    `select g.id, g.kind, g.record_id, r.right_id, g.from_at, g.until_at from platform_grant g join platform_grant_right r on r.grant_id = g.id
     where g.holder in (?) and g.ended_at is null`,
    [holders],
  )
  const grants = [...Map.groupBy(rows, (row) => row[0]).values()].flatMap((group): HeldGrant[] => {
    const [first] = group
    if (!first) return []
    return [
      {
        kind: String(first[1]),
        recordId: Number(first[2]),
        rights: new Set(group.map((row) => String(row[3]))),
        fromAt: momentOf(first[4]),
        untilAt: momentOrNull(first[5]),
      },
    ]
  })
  return { rights: new Set(held.map((row) => String(row[0]))), holders, grants, restrictedKinds: new Set(kinds.map((row) => String(row[0]))) }
}
