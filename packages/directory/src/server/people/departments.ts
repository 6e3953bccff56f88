import { Failure, invalid } from '@crm/platform'
import { isDuplicate, restamp, statement, type System, type Writing } from '@crm/platform/server'
import type { Department } from '../../person.ts'
import { circleOf } from '../../tree.ts'
import { takeTurn } from './turn.ts'

export async function listDepartments(system: System): Promise<Department[]> {
  const rows = await system.database.read.query(
    `select d.id, d.name, d.parent_id, d.head_id, h.name, (select count(*) from directory_person p join platform_user u on u.id = p.user_id where p.department_id = d.id and u.is_active = 1)
     from directory_department d left join platform_user h on h.id = d.head_id order by d.name`,
  )
  return rows.map(([id, name, parentId, headId, headName, count]) => ({
    id: Number(id),
    name: String(name),
    parentId: parentId === null ? null : Number(parentId),
    headId: headId === null ? null : Number(headId),
    headName: headName === null ? null : String(headName),
    personCount: Number(count),
  }))
}

/** @throws Failure 'invalid' for a taken name, an unknown head or parent, or a parent that stands under it; 'missing' */
export async function saveDepartment(ctx: Writing, { id, ...values }: { id: number | null; name: string; parentId: number | null; headId: number | null }): Promise<number> {
  await takeTurn()
  const all = await statement<{ id: number; name: string; parent_id: number | null; head_id: number | null }[]>('select id, name, parent_id, head_id from directory_department', [])
  const before = all.find((one) => one.id === id)
  if (id !== null && !before) throw new Failure('missing')
  await refuse(all, { id, ...values })
  const saved = await store(id, values)
  // Who is in it, or under it, belongs to other departments now.
  if (before && before.parent_id !== values.parentId) await restamp(ctx, await peopleUnder(all, saved))
  await ctx.journal({
    document: `directory.department:${saved}`,
    changes: { name: [before?.name ?? null, values.name], parentId: [before?.parent_id ?? null, values.parentId], headId: [before?.head_id ?? null, values.headId] },
  })
  return saved
}

/** @throws Failure 'in-use' while people or departments are in it, 'missing' */
export async function removeDepartment(ctx: Writing, id: number): Promise<void> {
  await takeTurn()
  const [use] = await statement<{ people: number; below: number; name: string | null }[]>(
    `select (select count(*) from directory_person where department_id = ?) as people, (select count(*) from directory_department where parent_id = ?) as below,
       (select name from directory_department where id = ?) as name`,
    [id, id, id],
  )
  if (!use?.name) throw new Failure('missing')
  if (Number(use.people) + Number(use.below) > 0) throw new Failure('in-use')
  await statement('delete from directory_department where id = ?', [id])
  await ctx.journal({ document: `directory.department:${id}`, changes: { name: [use.name, null] } })
}

async function refuse(
  all: readonly { id: number; name: string; parent_id: number | null }[],
  { id, parentId, headId }: { id: number | null; parentId: number | null; headId: number | null },
): Promise<void> {
  if (parentId !== null && !all.some((one) => one.id === parentId)) throw invalid({ path: 'parentId', code: 'not-a-choice' })
  const circle = id === null ? null : circleOf(new Map(all.map((one) => [one.id, one.parent_id])), { node: id, parent: parentId })
  if (circle) throw invalid({ path: 'parentId', code: 'circle', params: { way: circle.map((one) => all.find((known) => known.id === one)?.name ?? '').join(' → ') } })
  if (headId === null) return
  const [head] = await statement<{ id: number }[]>('select id from platform_user where id = ? and is_active = 1', [headId])
  if (!head) throw invalid({ path: 'headId', code: 'not-a-choice' })
}

async function store(id: number | null, { name, parentId, headId }: { name: string; parentId: number | null; headId: number | null }): Promise<number> {
  try {
    if (id === null) return (await statement('insert into directory_department (name, parent_id, head_id) values (?,?,?)', [name, parentId, headId])).insertId
    await statement('update directory_department set name = ?, parent_id = ?, head_id = ? where id = ?', [name, parentId, headId, id])
    return id
  } catch (error) {
    throw isDuplicate(error) ? invalid({ path: 'name', code: 'taken' }) : error
  }
}

async function peopleUnder(all: readonly { id: number; parent_id: number | null }[], id: number): Promise<number[]> {
  const under = new Set([id])
  for (let size = 0; size !== under.size; ) {
    size = under.size
    for (const one of all) if (one.parent_id !== null && under.has(one.parent_id)) under.add(one.id)
  }
  return (await statement<{ user_id: number }[]>('select user_id from directory_person where department_id in (?)', [[...under]])).map((row) => row.user_id)
}
