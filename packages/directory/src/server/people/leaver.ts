import { Failure, invalid } from '@crm/platform'
import { closeTodos, putTodo, type Reading, statement, type System, type Writing } from '@crm/platform/server'
import type { TodoKind } from '@crm/platform'
import type { Belonging, Heir } from '../../person.ts'
import { switchAccount } from './account.ts'
import { takeTurn } from './turn.ts'

/** What somebody has in hand, over all apps: records they own, people they supervise, departments they head, tasks. */
async function belongingsOf(system: System, userId: number): Promise<Belonging[]> {
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

/** The same for whoever asks, with the single ones that they may know of. */
export async function shownBelongings(ctx: Reading, userId: number): Promise<Belonging[]> {
  const sources = ctx.system.apps.flatMap((server) => server.belongings ?? [])
  return Promise.all(
    (await belongingsOf(ctx.system, userId)).map(async (one) => {
      const source = sources.find(({ kind }) => kind === one.kind)
      const lines = (await source?.lines?.(ctx, userId)) ?? []
      return { ...one, ...(lines.length > 0 ? { lines } : {}), ...(source?.takeBack ? { comesBack: true as const } : {}) }
    }),
  )
}

const countOf = async (system: System, kind: string, sql: string, userId: number): Promise<Belonging> => ({
  kind,
  count: Number((await system.database.read.query(sql, [userId]))[0]?.[0]),
})

export interface Release {
  readonly userId: number
  /** By the kind of belonging. */
  readonly heirs: Readonly<Record<string, Heir>>
  readonly note?: string | undefined
}

/**
 * Somebody leaves: the account goes off, sessions end, and what they had in hand goes to whom was named, in one commit. What nobody
 * takes over is put on the list of the one who does this.
 *
 * @throws Failure of `switchAccount`; 'invalid' for an heir who is not there, or is the leaver
 */
export async function release(ctx: Writing, { userId, heirs, note }: Release, { leftover }: { leftover: TodoKind }): Promise<Belonging[]> {
  const named = [...new Set(Object.values(heirs).filter((heir) => typeof heir === 'number'))]
  const known = named.length === 0 ? [] : await statement<{ id: number }[]>('select id from platform_user where id in (?) and is_active = 1 and id <> ?', [named, userId])
  const stranger = Object.entries(heirs).find(([, heir]) => typeof heir === 'number' && !known.some(({ id }) => id === heir))
  if (stranger) throw invalid({ path: `heirs.${stranger[0]}`, code: 'not-a-choice' })
  const [account] = await statement<{ is_active: number }[]>('select is_active from platform_user where id = ? for update', [userId])
  if (!account) throw new Failure('missing')
  const left: Belonging[] = []
  for (const belonging of await belongingsOf(ctx.system, userId)) {
    const heir = heirs[belonging.kind] ?? null
    if (heir === null) {
      left.push(belonging)
      continue
    }
    await closeTodos(ctx, { kind: leftover, document: leftoverOf(belonging.kind, userId) })
    if (heir === 'back') await takeBack(ctx, { kind: belonging.kind, from: userId })
    else await handOver(ctx, { kind: belonging.kind, from: userId, to: heir })
  }
  // What was left the first time can be handed over later, when the account is off already.
  if (account.is_active === 1) await switchAccount(ctx, userId, { isActive: false, note })
  for (const { kind, count } of left)
    await putTodo(ctx, leftover, {
      userId: ctx.user.id,
      document: leftoverOf(kind, userId),
      params: { count, kind },
      path: `/admin/people/${userId}/leave`,
      dueOn: null,
    })
  return left
}

const leftoverOf = (kind: string, userId: number) => `platform.leftover-${kind.replaceAll('.', '-')}:${userId}`

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

async function takeBack(ctx: Writing, { kind, from }: { kind: string; from: number }): Promise<void> {
  const source = ctx.system.apps.flatMap((server) => server.belongings ?? []).find((one) => one.kind === kind)
  if (!source?.takeBack) throw invalid({ path: `heirs.${kind}`, code: 'not-a-choice' })
  await source.takeBack(ctx, from)
  await ctx.journal({ document: `platform.user:${from}`, affectedUserId: from, note: `taken back: ${kind}` })
}
