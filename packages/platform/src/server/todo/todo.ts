import type { Day, TodoKind } from '../../index.ts'
import type { Writing } from '../context.ts'
import { statement } from '../database/database.ts'
import type { JobContext } from '../jobs/handler.ts'

export interface Todo {
  readonly userId: number
  /** `contracts.trade:42` */
  readonly document: string
  readonly params: Readonly<Record<string, string | number>>
  readonly path: string
  /** Last day inclusive, Europe/Warsaw. */
  readonly dueOn: Day | null
}

type Here = Pick<Writing, 'journal' | 'now'> | Pick<JobContext, 'journal' | 'now'>

/** Put something on a person's list, in the running transaction; the same kind about the same document once, with its newest day. */
export async function putTodo(ctx: Here, kind: TodoKind, todo: Todo): Promise<void> {
  await statement(
    `insert into platform_todo (user_id, kind, document, params, path, due_on, created_at) values (?,?,?,?,?,?,?)
     on duplicate key update params = values(params), path = values(path), due_on = values(due_on)`,
    [todo.userId, kind.id, todo.document, JSON.stringify(todo.params), todo.path, todo.dueOn, ctx.now],
  )
  await ctx.journal({ document: `platform.todo:${todo.userId}`, affectedUserId: todo.userId, note: `${kind.id} ${todo.document}` })
}

/** It is done, or nobody's any more: off every list, in the running transaction. */
export async function closeTodos(ctx: Here, { kind, document }: { kind: TodoKind; document: string }): Promise<void> {
  const held = await statement<{ user_id: number }[]>('select user_id from platform_todo where document = ? and kind = ? for update', [document, kind.id])
  if (held.length === 0) return
  await statement('delete from platform_todo where document = ? and kind = ?', [document, kind.id])
  for (const { user_id: userId } of held) await ctx.journal({ document: `platform.todo:${userId}`, affectedUserId: userId, note: `done: ${kind.id} ${document}` })
}
