import { allowed, type Query, type System } from '@crm/platform/server'
import { z } from 'zod'
import { rights } from '../rights.ts'
import type { GroupLine } from '../rights-wire.ts'

export type GroupProcedures = {
  list: Query<object | undefined, GroupLine[]>
  people: Query<{ text: string }, { id: number; label: string }[]>
}

export const groupProcedures: GroupProcedures = {
  list: allowed(rights.rights.view)
    .input(z.strictObject({}).optional())
    .query(({ ctx }) => listGroups(ctx.system)),
  people: allowed(rights.rights.view)
    .input(z.strictObject({ text: z.string().max(100) }))
    .query(async ({ ctx, input }) => {
      const like = `%${input.text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
      const rows = await ctx.system.database.read.query('select id, name from platform_user where is_active = 1 and name like ? order by name limit 20', [like])
      return rows.map(([id, name]) => ({ id: Number(id), label: String(name) }))
    }),
}

/** Every group with its people, those made by people first. */
async function listGroups(system: System): Promise<GroupLine[]> {
  const [groups, members] = await Promise.all([
    system.database.read.query('select id, kind, name, demands_factor from platform_group order by kind, name limit 1000'),
    system.database.read.query(
      'select m.group_id, u.id, u.name from platform_group_member m join platform_user u on u.id = m.user_id and u.is_active = 1 order by u.name limit 20000',
    ),
  ])
  const ofGroup = Map.groupBy(members, (row) => Number(row[0]))
  return groups.map(([id, kind, name, demandsFactor]) => ({
    id: Number(id),
    kind: kind as GroupLine['kind'], // an enum of the table
    name: String(name),
    demandsFactor: Number(demandsFactor) === 1,
    members: (ofGroup.get(Number(id)) ?? []).map((row) => ({ id: Number(row[1]), name: String(row[2]) })),
  }))
}
