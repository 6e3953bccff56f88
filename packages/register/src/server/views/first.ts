import { type LevelName, levelNames } from '@crm/platform'
import { type Reading, statement, type Writing } from '@crm/platform/server'
import type { AnyRegister } from '../../index.ts'

/** The highest first: who has several levels, by several groups, begins as the highest does. */
export const levels = levelNames.toReversed()

/** For which levels each view of a register is the first. */
export async function firstViewsOf(ctx: Reading, register: AnyRegister): Promise<Map<number, LevelName[]>> {
  const rows = await ctx.system.database.read.query('select view_id, level from register_first_view where register = ?', [register.id])
  const byView = Map.groupBy(rows, ([viewId]) => Number(viewId))
  return new Map([...byView].map(([viewId, of]) => [viewId, levels.filter((level) => of.some((row) => row[1] === level))]))
}

/** The levels that somebody has in a register's app, by themselves or by a group. */
export async function levelsOf({ system, user }: Reading, register: AnyRegister): Promise<ReadonlySet<LevelName>> {
  const rows = await system.database.read.query('select distinct level from platform_level where app_id = ? and holder in (?)', [register.id.split('.')[0], user.holders])
  return new Set(rows.map(([level]) => level as LevelName)) // an enum of the table
}

/** Let the list of these levels, and of no others, begin with a view; the one that was first for a level gives way, and the journal says so. */
export async function setFirstFor(ctx: Writing, register: AnyRegister, { viewId, wanted }: { viewId: number; wanted: readonly LevelName[] }): Promise<void> {
  const before = await statement<{ view_id: number; level: LevelName }[]>('select view_id, level from register_first_view where register = ? for update', [register.id])
  for (const level of levels) {
    const first = before.find((one) => one.level === level)?.view_id
    const isWanted = wanted.includes(level)
    if (isWanted === (first === viewId)) continue
    if (!isWanted) await statement('delete from register_first_view where register = ? and level = ?', [register.id, level])
    else await statement('replace into register_first_view (register, level, view_id) values (?,?,?)', [register.id, level, viewId])
    await ctx.journal({ document: `register.first-view:${register.id}.${level}`, changes: { firstView: [first ?? null, isWanted ? viewId : null] } })
  }
}
