import { type Day, Failure, invalid } from '@crm/platform'
import { statement, type System, type Writing } from '@crm/platform/server'
import type { Substitution } from '../../person.ts'

/** Those in force on a day or later, and those that ended in the last 90 days; the newest first. */
export async function listSubstitutions(system: System, { today }: { today: Day }): Promise<Substitution[]> {
  const rows = await system.database.read.query(
    `select s.id, a.id, a.name, b.id, b.name, s.from_on, s.to_on, s.apps from platform_substitution s
     join platform_user a on a.id = s.absent_id join platform_user b on b.id = s.substitute_id
     where s.ended_at is null and s.to_on >= date_sub(?, interval 90 day) order by s.from_on desc, s.id desc limit 1000`,
    [today],
  )
  return rows.map(([id, absentId, absentName, substituteId, substituteName, fromOn, toOn, apps]) => ({
    id: Number(id),
    absent: { id: Number(absentId), label: String(absentName) },
    substitute: { id: Number(substituteId), label: String(substituteName) },
    fromOn: String(fromOn),
    toOn: String(toOn),
    apps: apps === null ? null : String(apps).split(','),
  }))
}

export interface NewSubstitution {
  readonly absentId: number
  readonly substituteId: number
  readonly fromOn: Day
  readonly toOn: Day
  readonly apps: readonly string[] | null
}

/** @throws Failure 'invalid' for somebody who would stand in for themselves, for nobody known, or for days that are taken already */
export async function addSubstitution(ctx: Writing, one: NewSubstitution): Promise<number> {
  if (one.absentId === one.substituteId) throw invalid({ path: 'substituteId', code: 'own-substitute' })
  if (one.toOn < one.fromOn) throw invalid({ path: 'toOn', code: 'end-before-start' })
  const people = await statement<{ id: number }[]>('select id from platform_user where id in (?) and is_active = 1 order by id for update', [[one.absentId, one.substituteId]])
  for (const path of ['absentId', 'substituteId'] as const) if (!people.some(({ id }) => id === one[path])) throw invalid({ path, code: 'not-a-choice' })
  const beside = await statement<{ apps: string | null }[]>('select apps from platform_substitution where absent_id = ? and ended_at is null and from_on <= ? and to_on >= ?', [
    one.absentId,
    one.toOn,
    one.fromOn,
  ])
  if (beside.some(({ apps }) => apps === null || one.apps === null || one.apps.some((app) => apps.split(',').includes(app)))) throw invalid({ path: 'fromOn', code: 'days-taken' })
  const { insertId } = await statement('insert into platform_substitution (absent_id, substitute_id, from_on, to_on, apps, created_at) values (?,?,?,?,?,?)', [
    one.absentId,
    one.substituteId,
    one.fromOn,
    one.toOn,
    one.apps?.join(',') ?? null,
    ctx.now,
  ])
  await ctx.journal({
    document: `platform.substitution:${insertId}`,
    affectedUserId: one.absentId,
    changes: { substitute: [null, one.substituteId], days: [null, `${one.fromOn} – ${one.toOn}`], apps: [null, one.apps] },
  })
  // The substitute's list of tasks is longer or shorter from now on.
  await ctx.journal({ document: `platform.todo:${one.substituteId}`, affectedUserId: one.substituteId })
  return insertId
}

/** From now on it is as if it had never been; what was done under it stays. @throws Failure 'missing' */
export async function endSubstitution(ctx: Writing, id: number): Promise<void> {
  const [known] = await statement<{ absent_id: number; substitute_id: number }[]>(
    'select absent_id, substitute_id from platform_substitution where id = ? and ended_at is null for update',
    [id],
  )
  if (!known) throw new Failure('missing')
  await statement('update platform_substitution set ended_at = ? where id = ?', [ctx.now, id])
  await ctx.journal({ document: `platform.substitution:${id}`, affectedUserId: known.absent_id, note: 'ended' })
  await ctx.journal({ document: `platform.todo:${known.substitute_id}`, affectedUserId: known.substitute_id })
}
