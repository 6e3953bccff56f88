import type { AccessLine } from '../../index.ts'
import type { Writing } from '../context.ts'
import { statement } from '../database/database.ts'
import { type AccessSubject, type At, entryOf, storeTable } from './document-access.ts'

type Acting = Pick<Writing, 'now' | 'journal'> & { readonly user: { readonly id: number } }

/** Give a new document its table in the transaction that makes it, so that nobody ever sees it without one. */
export async function beginWithTable(ctx: Acting, subject: AccessSubject, at: At, lines: readonly AccessLine[]): Promise<void> {
  await storeTable(ctx, subject, at, lines)
  await ctx.journal(entryOf(subject, at, { access: [null, holdersOf(lines)] }))
}

/** Let one more person into a document's own table; nothing happens where it has none, or they may see it already. */
export async function letIn(ctx: Acting, subject: AccessSubject, at: At, lines: readonly AccessLine[]): Promise<void> {
  const [own] = await statement<{ id: number }[]>('select id from platform_access_table where kind = ? and record_id = ?', [subject.kind, at.id])
  if (!own) return
  const known = await statement<{ holder: string }[]>("select holder from platform_access_line where table_id = ? and right_id = ? and effect = '+'", [own.id, subject.view])
  const fresh = lines.filter((line) => !known.some(({ holder }) => holder === line.holder))
  if (fresh.length === 0) return
  await statement(
    'insert into platform_access_line (table_id, right_id, holder, effect, given_by, given_at) values ? on duplicate key update effect = values(effect), given_by = values(given_by), given_at = values(given_at)',
    [fresh.map((line) => [own.id, line.right, line.holder, line.effect, ctx.user.id, ctx.now])],
  )
  await ctx.journal(entryOf(subject, at, { access: [null, holdersOf(fresh)] }))
}

const holdersOf = (lines: readonly AccessLine[]) => [...new Set(lines.map((line) => line.holder))].join(', ')
