import { dayOf, type ReminderPlan } from '../../index.ts'
import { visibleKeys } from '../access/access.ts'
import type { System } from '../context.ts'
import { readerOf } from '../jobs/reader.ts'
import { actingFor } from '../rights/substitution.ts'
import type { ReminderFacts, Superiors } from './subject.ts'

/** Somebody to whom a reminder goes. */
export interface Told {
  readonly userId: number
  /** Who hears of it: the person, or whoever acts for them today. */
  readonly actingId: number
  readonly isEscalated: boolean
}

interface Question {
  readonly plan: ReminderPlan
  readonly kind: string
  readonly recordId: number
  readonly facts: ReminderFacts
  /** The supervisors hear too. */
  readonly isEscalated: boolean
  readonly now: Date
}

/**
 * Who hears of a reminder now: found out at sending, and only those who may know of the document at that moment.
 * Where nobody is left - the owner has gone - those above them hear.
 */
export async function recipientsOf(system: System, question: Question): Promise<Told[]> {
  const { plan, facts } = question
  const named = await usersOf(system, plan.recipients, facts)
  const above = async () => [...new Set((await superiors(system).supervisors(system, named)).values())].filter((id) => !named.includes(id))
  const told = await seeing(system, question, { userIds: named, isEscalated: false })
  if (question.isEscalated || told.length === 0) told.push(...(await seeing(system, question, { userIds: await above(), isEscalated: true })))
  return told
}

type Placed = Pick<ReminderFacts, 'ownerId' | 'departmentId'>

/** The people whom recipients stand for, by the document as it is. */
async function usersOf(system: System, recipients: readonly string[], facts: Placed): Promise<number[]> {
  const found = new Set<number>()
  const groups = recipients.filter((one) => /^g\d/.test(one)).map((one) => Number(one.slice(1)))
  if (groups.length > 0)
    for (const [userId] of await system.database.read.query('select distinct user_id from platform_group_member where group_id in (?)', [groups])) found.add(Number(userId))
  const inRole = await rolesOver(system, [facts])
  for (const one of recipients) {
    if (/^u\d/.test(one)) found.add(Number(one.slice(1)))
    const userId = inRole(one, facts)
    if (userId !== null) found.add(userId)
  }
  return [...found]
}

/** Who is what for each of these documents, asked once for all of them. */
export async function rolesOver(system: System, all: readonly Placed[]): Promise<(role: string, facts: Placed) => number | null> {
  const { supervisors, departments, heads } = superiors(system)
  const owners = [...new Set(all.flatMap(({ ownerId }) => ownerId ?? []))]
  const [above, places] = await Promise.all([supervisors(system, owners), departments(system, owners)])
  const heading = await heads(system, [...new Set([...all.flatMap(({ departmentId }) => departmentId ?? []), ...places.values()])])
  return (role, { ownerId, departmentId }) => {
    if (role === 'owner') return ownerId
    if (role === 'supervisor') return above.get(ownerId ?? 0) ?? null
    return role === 'head' ? (heading.get(departmentId ?? places.get(ownerId ?? 0) ?? 0) ?? null) : null
  }
}

async function seeing(system: System, { kind, recordId, now }: Question, { userIds, isEscalated }: { userIds: readonly number[]; isEscalated: boolean }): Promise<Told[]> {
  const told: Told[] = []
  for (const userId of userIds) {
    if (!(await maySee(system, userId, `${kind}:${recordId}`))) continue
    const acting = await actingFor(system, { userId, app: kind.split('.')[0] ?? '', day: dayOf(now) })
    told.push({ userId, actingId: acting !== userId && (await maySee(system, acting, `${kind}:${recordId}`)) ? acting : userId, isEscalated })
  }
  return told
}

async function maySee(system: System, userId: number, document: string): Promise<boolean> {
  const reader = await readerOf(system, userId)
  return reader !== null && (await visibleKeys(system, reader, [document])).has(document)
}

const nobody: Superiors = { supervisors: async () => new Map(), departments: async () => new Map(), heads: async () => new Map() }

const superiors = (system: System): Superiors => system.apps.find((server) => server.superiors)?.superiors ?? nobody
