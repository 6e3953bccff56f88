import type { Superiors, System } from '@crm/platform/server'

const pairs = async (system: System, sql: string, ids: readonly number[]): Promise<Map<number, number>> =>
  new Map((ids.length === 0 ? [] : await system.database.read.query(sql, [ids])).map(([of, is]) => [Number(of), Number(is)]))

/** Who stands above whom. */
export const superiors: Superiors = {
  supervisors: (system, userIds) => pairs(system, 'select user_id, supervisor_id from directory_person where user_id in (?) and supervisor_id is not null', userIds),
  departments: (system, userIds) => pairs(system, 'select user_id, department_id from directory_person where user_id in (?) and department_id is not null', userIds),
  heads: (system, departmentIds) => pairs(system, 'select id, head_id from directory_department where id in (?) and head_id is not null', departmentIds),
}
