import { dayOf, type TodoLine } from '../../index.ts'
import type { Reading } from '../context.ts'
import { onlySeen } from '../access/sight.ts'
import { principalsOf } from '../rights/substitution.ts'

const limit = 500

/** What waits for the reader over all apps, and for those they stand in for; the most urgent first, undated last. */
export async function listTodos(ctx: Reading): Promise<TodoLine[]> {
  const principals = await principalsOf(ctx.system, { userId: ctx.user.id, day: dayOf(ctx.now) })
  const rows = await ctx.system.database.read.query(
    `select id, user_id, kind, document, params, path, due_on from platform_todo where user_id in (?) order by due_on is null, due_on, id limit ${limit}`,
    [[ctx.user.id, ...principals.map((one) => one.userId)]],
  )
  const nameOf = new Map(principals.map((one) => [one.userId, one.name]))
  const lines = rows
    .map(([id, userId, kind, document, params, path, dueOn]) => ({
      id: Number(id),
      userId: Number(userId),
      kind: String(kind),
      document: String(document),
      params: typeof params === 'string' ? (JSON.parse(params) as TodoLine['params']) : (params as TodoLine['params']), // what putTodo wrote
      path: String(path),
      dueOn: dueOn === null ? null : String(dueOn),
      insteadOf: nameOf.get(Number(userId)) ?? null,
    }))
    .filter(
      (line) => line.userId === ctx.user.id || principals.some((one) => one.userId === line.userId && (one.apps === null || one.apps.includes(line.kind.split('.')[0] ?? ''))),
    )
  const rights = new Map(ctx.system.apps.flatMap((server) => (server.app.todos ?? []).map((kind) => [kind.id, kind.right] as const)))
  return (await onlySeen(ctx, lines, rights)).map(({ userId: _userId, document: _document, ...line }) => line)
}
