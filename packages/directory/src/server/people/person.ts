import { dayOf, Failure, invalid } from '@crm/platform'
import { type Changes, isDuplicate, restamp, statement, type System, type Writing } from '@crm/platform/server'
import type { Person, PersonValues } from '../../person.ts'
import { circleOf } from '../../tree.ts'
import { takeTurn } from './turn.ts'

/** @throws Failure 'missing' */
export async function personOf(system: System, id: number): Promise<Person> {
  const [[row], people] = await Promise.all([
    system.database.read.query(
      `select u.id, u.login, u.name, u.email, p.phone, p.department_id, p.position_id, p.supervisor_id, p.active_from, p.active_to, u.is_active, d.name, s.name, k.name
       from platform_user u left join directory_person p on p.user_id = u.id left join directory_department d on d.id = p.department_id
       left join directory_position k on k.id = p.position_id left join platform_user s on s.id = p.supervisor_id where u.id = ?`,
      [id],
    ),
    system.database.read.query('select u.id, u.name from directory_person p join platform_user u on u.id = p.user_id where p.supervisor_id = ? order by u.name', [id]),
  ])
  if (!row) throw new Failure('missing')
  const text = (at: number) => (row[at] === null || row[at] === undefined ? null : String(row[at]))
  const number = (at: number) => (row[at] === null || row[at] === undefined ? null : Number(row[at]))
  return {
    id: Number(row[0]),
    login: String(row[1]),
    name: String(row[2]),
    email: text(3),
    phone: text(4),
    departmentId: number(5),
    positionId: number(6),
    supervisorId: number(7),
    activeFrom: text(8),
    activeTo: text(9),
    isActive: Number(row[10]) === 1,
    departmentName: text(11),
    supervisorName: text(12),
    positionName: text(13),
    people: people.map(([one, name]) => ({ id: Number(one), name: String(name) })),
  }
}

/**
 * An account with its place in the company. It gets the rights of its department and position at once; nobody signs in
 * to it until a password is issued or asked for by its e-mail.
 *
 * @throws Failure 'taken' for login or e-mail, 'invalid' for a place that does not exist
 */
export async function createPerson(ctx: Writing, values: PersonValues): Promise<number> {
  const { insertId: id } = await asTaken(() =>
    statement('insert into platform_user (login, email, name, is_active, created_at) values (?,?,?,?,?)', [
      values.login,
      values.email,
      values.name,
      isWithin(values, dayOf(ctx.now)),
      ctx.now,
    ]),
  )
  await place(id, values)
  await restamp(ctx, [id])
  const filled = Object.entries(values).filter(([, value]) => value !== null)
  await ctx.journal({
    document: `platform.user:${id}`,
    affectedUserId: id,
    personalOf: id,
    changes: Object.fromEntries(filled.map(([name, value]) => [name, [null, value] as const])),
  })
  return id
}

/** @throws as {@link createPerson}; 'invalid' with the names when a supervisor would stand under this person; 'missing' */
export async function updatePerson(ctx: Writing, id: number, values: PersonValues): Promise<void> {
  const before = await personOf(ctx.system, id)
  await asTaken(() => statement('update platform_user set login = ?, email = ?, name = ? where id = ?', [values.login, values.email, values.name, id]))
  await place(id, values)
  if (before.departmentId !== values.departmentId || before.positionId !== values.positionId) await restamp(ctx, [id])
  await ctx.journal({ document: `platform.user:${id}`, affectedUserId: id, personalOf: id, changes: differences(before, values) })
}

const isWithin = ({ activeFrom, activeTo }: PersonValues, today: string) => (activeFrom === null || activeFrom <= today) && (activeTo === null || today <= activeTo)

async function place(id: number, values: PersonValues): Promise<void> {
  await takeTurn()
  await refuseCircle(id, values.supervisorId)
  if (values.departmentId !== null) {
    const [known] = await statement<{ id: number }[]>('select id from directory_department where id = ?', [values.departmentId])
    if (!known) throw invalid({ path: 'departmentId', code: 'not-a-choice' })
  }
  if (values.positionId !== null) {
    const [known] = await statement<{ id: number }[]>('select id from directory_position where id = ?', [values.positionId])
    if (!known) throw invalid({ path: 'positionId', code: 'not-a-choice' })
  }
  await statement(
    `insert into directory_person (user_id, department_id, supervisor_id, position_id, phone, active_from, active_to) values (?,?,?,?,?,?,?)
     on duplicate key update department_id = values(department_id), supervisor_id = values(supervisor_id), position_id = values(position_id), phone = values(phone),
       active_from = values(active_from), active_to = values(active_to)`,
    [id, values.departmentId, values.supervisorId, values.positionId, values.phone, values.activeFrom, values.activeTo],
  )
}

async function refuseCircle(id: number, supervisorId: number | null): Promise<void> {
  if (supervisorId === null) return
  const people = await statement<{ id: number; name: string; supervisor_id: number | null }[]>(
    'select u.id, u.name, p.supervisor_id from platform_user u left join directory_person p on p.user_id = u.id',
    [],
  )
  if (!people.some((one) => one.id === supervisorId)) throw invalid({ path: 'supervisorId', code: 'not-a-choice' })
  const circle = circleOf(new Map(people.map((one) => [one.id, one.supervisor_id])), { node: id, parent: supervisorId })
  if (!circle) return
  const nameOf = new Map(people.map((one) => [one.id, one.name]))
  throw invalid({ path: 'supervisorId', code: 'circle', params: { way: circle.map((one) => nameOf.get(one) ?? '').join(' → ') } })
}

async function asTaken<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (!isDuplicate(error)) throw error
    const field = error instanceof Error && /key '(\w+\.)?email'/.test(error.message) ? 'email' : 'login'
    throw invalid({ path: field, code: 'taken' })
  }
}

function differences(before: Person, after: PersonValues): Changes {
  const names = Object.keys(after) as (keyof PersonValues)[] // the interface's own
  return Object.fromEntries(names.filter((name) => before[name] !== after[name]).map((name) => [name, [before[name], after[name]] as const]))
}
