import { Failure, invalid } from '@crm/platform'
import { isDuplicate, restamp, statement, type System, type Writing } from '@crm/platform/server'
import type { Position } from '../../person.ts'

export async function listPositions(system: System): Promise<Position[]> {
  const rows = await system.database.read.query(
    `select k.id, k.name, (select count(*) from directory_person p join platform_user u on u.id = p.user_id where p.position_id = k.id and u.is_active = 1)
     from directory_position k order by k.name`,
  )
  return rows.map(([id, name, count]) => ({ id: Number(id), name: String(name), personCount: Number(count) }))
}

/** @param id `null` for a new one. @throws Failure 'invalid' for a taken name, 'missing' */
export async function savePosition(ctx: Writing, { id, name }: { id: number | null; name: string }): Promise<number> {
  const before = id === null ? null : await lockPosition(id)
  const saved = await store(id, name)
  // The group of the position is called as it is.
  if (before) await restamp(ctx, await holdersOf(saved))
  await ctx.journal({ document: `directory.position:${saved}`, changes: { name: [before?.name ?? null, name] } })
  return saved
}

/**
 * Everybody in one position goes to another, with the levels and rights of that one, and the first is gone.
 *
 * @throws Failure 'invalid' for the position itself, 'missing', and as `restamp` for what it would do to the rights of the one who does it
 */
export async function mergePositions(ctx: Writing, { id, into }: { id: number; into: number }): Promise<void> {
  if (id === into) throw invalid({ path: 'into', code: 'not-a-choice' })
  const [gone, kept] = [await lockPosition(id), await lockPosition(into)]
  const people = await holdersOf(id)
  await statement('update directory_person set position_id = ? where position_id = ?', [into, id])
  await statement('delete from directory_position where id = ?', [id])
  if (people.length > 0) await restamp(ctx, people)
  await ctx.journal({ document: `directory.position:${id}`, changes: { name: [gone.name, kept.name] }, note: `merged: ${people.length}` })
  await ctx.journal({ document: `directory.position:${into}`, note: `merged: ${gone.name}` })
}

/** @throws Failure 'in-use' while somebody is in it, 'missing' */
export async function removePosition(ctx: Writing, id: number): Promise<void> {
  const { name } = await lockPosition(id)
  if ((await holdersOf(id)).length > 0) throw new Failure('in-use')
  await statement('delete from directory_position where id = ?', [id])
  await ctx.journal({ document: `directory.position:${id}`, changes: { name: [name, null] } })
}

async function lockPosition(id: number): Promise<{ name: string }> {
  const [position] = await statement<{ name: string }[]>('select name from directory_position where id = ? for update', [id])
  if (!position) throw new Failure('missing')
  return position
}

const holdersOf = async (id: number): Promise<number[]> =>
  (await statement<{ user_id: number }[]>('select user_id from directory_person where position_id = ?', [id])).map((row) => row.user_id)

async function store(id: number | null, name: string): Promise<number> {
  try {
    if (id === null) return (await statement('insert into directory_position (name) values (?)', [name])).insertId
    await statement('update directory_position set name = ? where id = ?', [name, id])
    return id
  } catch (error) {
    throw isDuplicate(error) ? invalid({ path: 'name', code: 'taken' }) : error
  }
}
