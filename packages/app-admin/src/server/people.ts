import type { System } from '@crm/platform/server'
import type { PersonLine } from '../wire.ts'

/** Everybody with an account, by name. */
export async function listPeople(system: System): Promise<PersonLine[]> {
  const rows = await system.database.read.query(
    `select u.id, u.login, u.name, d.name, p.position, s.name, u.is_active, (select count(*) from platform_user_right r where r.user_id = u.id)
     from platform_user u left join directory_person p on p.user_id = u.id left join directory_department d on d.id = p.department_id left join platform_user s on s.id = p.supervisor_id
     order by u.name limit 2000`,
  )
  const text = (value: unknown) => (value === null ? null : String(value))
  return rows.map(([id, login, name, department, position, supervisor, isActive, rightCount]) => ({
    id: Number(id),
    login: String(login),
    name: String(name),
    department: text(department),
    position: text(position),
    supervisor: text(supervisor),
    isActive: Number(isActive) === 1,
    rightCount: Number(rightCount),
  }))
}
