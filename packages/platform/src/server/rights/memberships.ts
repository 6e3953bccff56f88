import { statement } from '../database/database.ts'
import type { ServerApp } from '../server-app.ts'

/** A department or position that a user is in, as the app that keeps them knows it. */
export interface Membership {
  readonly userId: number
  readonly kind: 'department' | 'position'
  /** Stays the same when it is renamed. */
  readonly subject: string
  readonly name: string
}

/** Bring the groups of departments and positions up to date for these users; the apps that keep people say where they are. */
export async function syncMemberships(apps: readonly ServerApp[], { userIds, now }: { userIds: readonly number[]; now: Date }): Promise<void> {
  const keepers = apps.flatMap((server) => server.memberships ?? [])
  if (keepers.length === 0 || userIds.length === 0) return
  const found = (await Promise.all(keepers.map((read) => read(userIds)))).flat()
  const groups = new Map(found.map((one) => [`${one.kind} ${one.subject}`, one]))
  for (const { kind, subject, name } of groups.values()) {
    await statement('insert into platform_group (kind, subject, name, created_at) values (?,?,?,?) on duplicate key update name = values(name)', [kind, subject, name, now])
  }
  await statement("delete m from platform_group_member m join platform_group g on g.id = m.group_id where g.kind <> 'user' and m.user_id in (?)", [userIds])
  for (const { userId, kind, subject } of found) {
    await statement('insert ignore into platform_group_member (group_id, user_id) select id, ? from platform_group where kind = ? and subject = ?', [userId, kind, subject])
  }
}
