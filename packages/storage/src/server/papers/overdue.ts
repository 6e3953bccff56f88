import { dayOf } from '@crm/platform'
import { type JobContext, notify, noticeTo, putTodo, readerOf, statement, visibleKeys } from '@crm/platform/server'
import { factsOf, type PaperDesk, shelvedAt } from './desk.ts'

interface Overdue {
  readonly id: number
  readonly live_document: string
  readonly holder_id: number | null
  readonly lent_by: number
  readonly due_on: string
}

const mostAtOnce = 200

/**
 * Papers kept beyond their day: the holder gets a task, once a loan, and both holder and lender are told.
 * Where the holder is outside or may not see the document, the task is the lender's.
 */
export async function warnOverdue(ctx: JobContext, desk: PaperDesk): Promise<void> {
  const loans = await statement<Overdue[]>(
    `select id, live_document, holder_id, lent_by, date_format(due_on, '%Y-%m-%d') as due_on from storage_loan
     where live_document is not null and warned_at is null and due_on < ? and substring_index(live_document, ':', 1) in (?) order by id limit ${mostAtOnce} for update`,
    [dayOf(ctx.now), desk.documents.map(({ kind }) => kind)],
  )
  const facts = await factsOf(
    ctx.system,
    desk,
    loans.map((loan) => loan.live_document),
  )
  for (const loan of loans) {
    await statement('update storage_loan set warned_at = ? where id = ?', [ctx.now, loan.id])
    const [found, about] = [shelvedAt(desk, loan.live_document), facts.get(loan.live_document)]
    if (!found || !about) continue
    const { to, id } = found
    const isHolders = loan.holder_id !== null && (await maySee(ctx, loan.holder_id, { document: loan.live_document, right: to.overdue.right }))
    const userId = isHolders && loan.holder_id !== null ? loan.holder_id : loan.lent_by
    const [path, params] = [`${to.path}/${id}`, { code: about.number, on: loan.due_on }]
    await putTodo(ctx, to.overdue, { userId, document: loan.live_document, params, path, dueOn: loan.due_on })
    for (const told of new Set([userId, loan.lent_by])) await ctx.send(notify, noticeTo(told, to.overdue, { params, path, document: loan.live_document }))
  }
  if (loans.length === mostAtOnce) await ctx.send(desk.jobs.overdue, {})
}

async function maySee(ctx: JobContext, userId: number, { document, right }: { document: string; right: string }): Promise<boolean> {
  const user = await readerOf(ctx.system, userId)
  return user?.rights.has(right) === true && (await visibleKeys(ctx.system, user, [document])).has(document)
}
