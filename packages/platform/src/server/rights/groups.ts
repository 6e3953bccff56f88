import { Failure, invalid } from '../../index.ts'
import type { Writing } from '../context.ts'
import { isDuplicate, statement } from '../database/database.ts'
import { groupHolder } from './gifts.ts'
import { restamp } from './levels.ts'

/** Make a group of users, or give it another name. @throws Failure 'taken' when a group has that name, 'missing' for one that is not there or not made by people */
export async function saveGroup(ctx: Writing, { id, name }: { id: number | null; name: string }): Promise<{ id: number }> {
  try {
    if (id === null) {
      const { insertId } = await statement("insert into platform_group (kind, name, created_at) values ('user', ?, ?)", [name, ctx.now])
      await ctx.journal({ document: `platform.group:${insertId}`, affectedGroupId: insertId, changes: { name: [null, name] } })
      return { id: insertId }
    }
    const before = await lockGroup(id)
    await statement('update platform_group set name = ? where id = ?', [name, id])
    await ctx.journal({ document: `platform.group:${id}`, affectedGroupId: id, changes: { name: [before.name, name] } })
    return { id }
  } catch (error) {
    throw isDuplicate(error) ? new Failure('taken', { field: 'name' }) : error
  }
}

/** Take a group away, with everything that was given to it. */
export async function removeGroup(ctx: Writing, id: number): Promise<void> {
  const { name } = await lockGroup(id)
  const members = await membersOf(id)
  for (const table of ['platform_right_line', 'platform_level']) await statement(`delete from ${table} where holder = ?`, [groupHolder(id)])
  await statement('delete from platform_group_member where group_id = ?', [id])
  await statement('delete from platform_group where id = ?', [id])
  await restamp(ctx, members)
  await ctx.journal({ document: `platform.group:${id}`, affectedGroupId: id, changes: { name: [name, null] } })
}

/**
 * Put people into a group and take people out.
 *
 * @throws Failure 'own-rights' for who puts themselves into a group: it would open whatever is open to the group
 */
export async function changeMembers(ctx: Writing, { id, add, remove }: { id: number; add: readonly number[]; remove: readonly number[] }): Promise<void> {
  await lockGroup(id)
  const before = await membersOf(id)
  const fresh = add.filter((userId) => !before.includes(userId))
  if (fresh.includes(ctx.user.id)) throw new Failure('own-rights', { rights: [] })
  if (fresh.length > 0) {
    const known = new Set((await statement<{ id: number }[]>('select id from platform_user where id in (?)', [fresh])).map((row) => row.id))
    const stranger = fresh.find((userId) => !known.has(userId))
    if (stranger) throw invalid({ path: `add.${stranger}`, code: 'not-a-choice' })
    await statement('insert into platform_group_member (group_id, user_id) values ?', [fresh.map((userId) => [id, userId])])
  }
  if (remove.length > 0) await statement('delete from platform_group_member where group_id = ? and user_id in (?)', [id, remove])
  await restamp(ctx, [...fresh, ...remove])
  for (const userId of fresh) await ctx.journal({ document: `platform.group:${id}`, affectedGroupId: id, affectedUserId: userId, changes: { member: [null, userId] } })
  for (const userId of remove.filter((one) => before.includes(one)))
    await ctx.journal({ document: `platform.group:${id}`, affectedGroupId: id, affectedUserId: userId, changes: { member: [userId, null] } })
  if (fresh.length + remove.length === 0) await ctx.journal({ document: `platform.group:${id}`, affectedGroupId: id, note: 'unchanged' })
}

const membersOf = async (id: number) => (await statement<{ user_id: number }[]>('select user_id from platform_group_member where group_id = ?', [id])).map((row) => row.user_id)

async function lockGroup(id: number): Promise<{ name: string }> {
  const [group] = await statement<{ kind: string; name: string }[]>('select kind, name from platform_group where id = ? for update', [id])
  if (group?.kind !== 'user') throw new Failure('missing')
  return group
}
