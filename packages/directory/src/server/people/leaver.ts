import { invalid } from '@crm/platform'
import { putTodo, statement, type System, type Writing } from '@crm/platform/server'
import type { TodoKind } from '@crm/platform'
import type { Belonging } from '../../person.ts'
import { switchAccount } from './account.ts'
import { takeTurn } from './turn.ts'

/** What somebody has in hand, over all apps: records they own, people they supervise, departments they head, tasks. */
export async function belongingsOf(system: System, userId: number): Promise<Belonging[]> {
  const own = await Promise.all([
    countOf(
      system,
      'directory.supervisor',
      'select count(*) from directory_person p join platform_user u on u.id = p.user_id where p.supervisor_id = ? and u.is_active = 1',
      userId,
    ),
    countOf(system, 'directory.head', 'select count(*) from directory_department where head_id = ?', userId),
    countOf(system, 'platform.todo', 'select count(*) from platform_todo where user_id = ?', userId),
  ])
  const others = await Promise.all(system.apps.flatMap((server) => (server.belongings ?? []).map(async ({ kind, count }) => ({ kind, count: await count(system, userId) }))))
  return [...own, ...others].filter((one) => one.count > 0)
}

const countOf = async (system: System, kind: string, sql: string, userId: number): Promise<Belonging> => ({
  kind,
  count: Number((await system.database.read.query(sql, [userId]))[0]?.[0]),
})

export interface Release {
  readonly userId: number
  /** Who takes over what, by the kind of belonging; `null` leaves it where it is. */
  readonly heirs: Readonly<Record<string, number | null>>
  readonly note?: string | undefined
}

/**
 * Somebody leaves: the account goes off, sessions end, and what they had in hand goes to whom was named, in one commit. What nobody
 * takes over is put on the list of the one who does this.
 *
 * @throws Failure of `switchAccount`; 'invalid' for an heir who is not there, or is the leaver
 */
export async function release(ctx: Writing, { userId, heirs, note }: Release, { leftover }: { leftover: TodoKind }): Promise<Belonging[]> {
  const named = [...new Set(Object.values(heirs).filter((heir) => heir !== null))]
  const known = named.length === 0 ? [] : await statement<{ id: number }[]>('select id from platform_user where id in (?) and is_active = 1 and id <> ?', [named, userId])
  const stranger = Object.entries(heirs).find(([, heir]) => heir !== null && !known.some(({ id }) => id === heir))
  if (stranger) throw invalid({ path: `heirs.${stranger[0]}`, code: 'not-a-choice' })
  const left: Belonging[] = []
  for (const belonging of await belongingsOf(ctx.system, userId)) {
    const heir = heirs[belonging.kind] ?? null
    if (heir === null) left.push(belonging)
    else await handOver(ctx, { kind: belonging.kind, from: userId, to: heir })
  }
  await switchAccount(ctx, userId, { isActive: false, note })
  for (const { kind, count } of left)
    await putTodo(ctx, leftover, {
      userId: ctx.user.id,
      document: `platform.leftover-${kind.replaceAll('.', '-')}:${userId}`,
      params: { count, kind },
      path: `/admin/people/${userId}/leave`,
      dueOn: null,
    })
  return left
}

async function handOver(ctx: Writing, { kind, from, to }: { kind: string; from: number; to: number }): Promise<void> {
  if (kind === 'directory.supervisor') {
    await takeTurn()
    // An heir who stood under the leaver comes to stand where the leaver stood.
    await statement('update directory_person h join directory_person l on l.user_id = ? set h.supervisor_id = l.supervisor_id where h.user_id = ? and h.supervisor_id = ?', [
      from,
      to,
      from,
    ])
    await statement('update directory_person set supervisor_id = ? where supervisor_id = ?', [to, from])
  } else if (kind === 'directory.head') {
    await statement('update directory_department set head_id = ? where head_id = ?', [to, from])
  } else if (kind === 'platform.todo') {
    await statement('update ignore platform_todo set user_id = ? where user_id = ?', [to, from])
    await statement('delete from platform_todo where user_id = ?', [from])
    await ctx.journal({ document: `platform.todo:${to}`, affectedUserId: to })
  } else {
    const owner = ctx.system.apps.flatMap((server) => server.belongings ?? []).find((one) => one.kind === kind)
    await owner?.handOver(ctx, { from, to })
  }
  await ctx.journal({ document: `platform.user:${from}`, affectedUserId: to, note: `handed over: ${kind}` })
}
