import { Failure, invalid, type Language, sentence, type ShutDocument } from '../../index.ts'
import { type DocumentKind, everyKind } from './access.ts'
import type { System, Writing } from '../context.ts'
import { statement } from '../database/database.ts'
import type { Belongings } from '../server-app.ts'

/** An active account with the general right, named in the table itself or through a group. A minus of a group is not looked at: it only makes the list longer later. */
const opened = (whom: string) => `(exists (
    select 1 from platform_access_line l join platform_user u on u.id = cast(substr(l.holder, 2) as unsigned) and u.is_active = 1
      join platform_user_right r on r.user_id = u.id and r.right_id = l.right_id
    where l.table_id = t.id and l.right_id = k.view and l.effect = '+' and l.holder like 'u%' and ${whom})
  or exists (
    select 1 from platform_access_line l join platform_group_member m on m.group_id = cast(substr(l.holder, 2) as unsigned) join platform_user u on u.id = m.user_id and u.is_active = 1
      join platform_user_right r on r.user_id = u.id and r.right_id = l.right_id
    where l.table_id = t.id and l.right_id = k.view and l.effect = '+' and l.holder like 'g%' and ${whom}
      and not exists (select 1 from platform_access_line d where d.table_id = t.id and d.right_id = k.view and d.holder = concat('u', u.id) and d.effect = '-')))`

const tables = (kinds: readonly DocumentKind[]) => ({
  text: `platform_access_table t join (${kinds.map(() => 'select convert(? using ascii) collate ascii_bin as kind, convert(? using ascii) collate ascii_bin as view').join(' union all ')}) k on k.kind = t.kind`,
  values: kinds.flatMap((one) => [one.kind, one.view]),
})

const most = 200

/** Documents that have an access table and nobody left who could open them by it. */
export async function shutDocuments(system: System, language: Language): Promise<ShutDocument[]> {
  const kinds = everyKind(system)
  const from = tables(kinds)
  const rows = await system.database.read.query(`select t.id, t.kind, t.record_id from ${from.text} where not ${opened('true')} order by t.id desc limit ${most}`, from.values)
  const found = rows.map(([tableId, kind, id]) => ({ tableId: Number(tableId), kind: String(kind), id: Number(id) }))
  const codes = new Map<string, string | null>()
  for (const [name, mine] of Map.groupBy(found, (one) => one.kind)) {
    const known = await kinds
      .find((one) => one.kind === name)
      ?.codes(
        system,
        mine.map((one) => one.id),
      )
    for (const [id, code] of known ?? []) codes.set(`${name}:${id}`, code)
  }
  // A document that was destroyed leaves nothing to open.
  return found
    .filter(({ kind, id }) => codes.has(`${kind}:${id}`))
    .map((one) => ({ ...one, title: titleOf(system, one.kind, language), code: codes.get(`${one.kind}:${one.id}`) ?? null }))
}

function titleOf(system: System, kind: string, language: Language): string {
  const [appId = '', entity = ''] = kind.split('.')
  const app = system.apps.find((server) => server.app.id === appId)?.app
  return (app && sentence(app.messages[language], `${entity}.title`, { language })) ?? kind
}

/**
 * Give a document that nobody can open to somebody: every right that its table gave to anybody.
 *
 * @throws Failure 'missing' for a table through which somebody can still open it, 'own-rights' for oneself, 'invalid' for somebody without the general right
 */
export async function openShut(ctx: Writing, { tableId, userId }: { tableId: number; userId: number }): Promise<void> {
  if (userId === ctx.user.id) throw new Failure('own-rights', { rights: [] })
  const from = tables(everyKind(ctx.system))
  const [shut] = await statement<{ kind: string; record_id: number; view: string }[]>(
    `select t.kind, t.record_id, k.view from ${from.text} where t.id = ? and not ${opened('true')} for update`,
    [...from.values, tableId],
  )
  if (!shut) throw new Failure('missing')
  const [may] = await statement<{ id: number }[]>(
    'select u.id from platform_user u join platform_user_right r on r.user_id = u.id and r.right_id = ? where u.id = ? and u.is_active = 1',
    [shut.view, userId],
  )
  if (!may) throw invalid({ path: 'userId', code: 'cannot-open' })
  await inherit(ctx, { tableIds: [tableId], to: userId })
  const code =
    (
      await everyKind(ctx.system)
        .find((one) => one.kind === shut.kind)
        ?.codes(ctx.system, [shut.record_id])
    )?.get(shut.record_id) ?? null
  await ctx.journal({ document: `${shut.kind}:${shut.record_id}`, documentCode: code, affectedUserId: userId, changes: { access: [null, `u${userId}`] } })
}

const inherit = (ctx: Pick<Writing, 'user' | 'now'>, { tableIds, to }: { tableIds: readonly number[]; to: number }) =>
  statement(
    `insert into platform_access_line (table_id, right_id, holder, effect, given_by, given_at)
     select table_id, right_id, ?, '+', ?, ? from platform_access_line where table_id in (?) and effect = '+' group by table_id, right_id
     on duplicate key update effect = '+', given_by = values(given_by), given_at = values(given_at)`,
    [`u${to}`, ctx.user.id, ctx.now, tableIds],
  )

/** Documents that one person alone can open: whoever lets them go must say who comes after. */
export const soleAccess: Belongings = {
  kind: 'platform.access',
  async count(system, userId) {
    const from = tables(everyKind(system))
    const [row] = await system.database.read.query(`select count(*) from ${from.text} where ${opened('u.id = ?')} and not ${opened('u.id <> ?')}`, [
      ...from.values,
      ...[userId, userId, userId, userId],
    ])
    return Number(row?.[0])
  },
  async handOver(ctx, between) {
    const from = tables(everyKind(ctx.system))
    const rows = await statement<{ id: number; kind: string; record_id: number }[]>(
      `select t.id, t.kind, t.record_id from ${from.text} where ${opened('u.id = ?')} and not ${opened('u.id <> ?')} order by t.id`,
      [...from.values, ...[between.from, between.from, between.from, between.from]],
    )
    if (rows.length === 0) return
    await inherit(ctx, { tableIds: rows.map(({ id }) => id), to: between.to })
    for (const { kind, record_id } of rows)
      await ctx.journal({ document: `${kind}:${record_id}`, affectedUserId: between.to, changes: { access: [`u${between.from}`, `u${between.to}`] } })
  },
}
