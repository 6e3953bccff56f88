import { type Membership, statement } from '@crm/platform/server'

interface Place {
  id: number
  name: string
  parent_id: number | null
}

/** A person belongs to their department, to every one above it, and to those with the same position. */
export async function memberships(userIds: readonly number[]): Promise<readonly Membership[]> {
  const people = await statement<{ user_id: number; department_id: number | null; position_id: number | null; position: string | null }[]>(
    'select p.user_id, p.department_id, p.position_id, k.name as position from directory_person p left join directory_position k on k.id = p.position_id where p.user_id in (?)',
    [userIds],
  )
  const departments = new Map((await statement<Place[]>('select id, name, parent_id from directory_department', [])).map((one) => [one.id, one]))
  return people.flatMap(({ user_id: userId, department_id, position_id, position }) => [
    ...above(departments, department_id).map(({ id, name }) => ({ userId, kind: 'department', subject: String(id), name }) as const),
    ...(position ? [{ userId, kind: 'position', subject: String(position_id), name: position } as const] : []),
  ])
}

/** A department and those above it; the walk ends where a tree that was tangled by hand would begin to turn. */
function above(departments: ReadonlyMap<number, Place>, id: number | null): Place[] {
  const path: Place[] = []
  for (let at = id === null ? undefined : departments.get(id); at && !path.includes(at); at = at.parent_id === null ? undefined : departments.get(at.parent_id)) path.push(at)
  return path
}
