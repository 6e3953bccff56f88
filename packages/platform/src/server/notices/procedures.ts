import { z } from 'zod'
import { mailHabits, type MailHabit, type NoticeChoice, type NoticeLine } from '../../index.ts'
import { invalid } from '../../failure.ts'
import { rights } from '../../rights.ts'
import type { Reading, Writing } from '../context.ts'
import { statement } from '../database/database.ts'
import { allowed, type Mutation, type Query } from '../procedure.ts'
import { noticeKinds } from './kinds.ts'
import { listNotices } from './list.ts'

export type NoticeProcedures = {
  list: Query<{ before?: number | undefined; isUnread?: boolean | undefined } | undefined, NoticeLine[]>
  /** Without ids: all of them. */
  read: Mutation<{ ids?: number[] | undefined }, null>
  choices: Query<object | undefined, NoticeChoice[]>
  choose: Mutation<{ kind: string; isInBell: boolean; mail: MailHabit }, null>
}

export const noticeProcedures: NoticeProcedures = {
  list: allowed(rights.notices.view)
    .input(z.strictObject({ before: z.number().int().positive().optional(), isUnread: z.boolean().optional() }).optional())
    .query(({ ctx, input }) => listNotices(ctx, input)),
  read: allowed(rights.notices.view)
    .input(z.strictObject({ ids: z.array(z.number().int()).max(100).optional() }))
    .mutation(({ ctx, input }) => markRead(ctx, input.ids)),
  choices: allowed(rights.notices.view)
    .input(z.strictObject({}).optional())
    .query(({ ctx }) => choicesOf(ctx)),
  choose: allowed(rights.preferences.edit)
    .input(z.strictObject({ kind: z.string().max(100), isInBell: z.boolean(), mail: z.enum(mailHabits) }))
    .mutation(({ ctx, input }) => choose(ctx, input)),
}

async function markRead(ctx: Writing, ids: readonly number[] | undefined): Promise<null> {
  if (ids === undefined) await statement('update platform_notice set read_at = ? where user_id = ? and read_at is null', [ctx.now, ctx.user.id])
  else if (ids.length > 0) await statement('update platform_notice set read_at = ? where user_id = ? and read_at is null and id in (?)', [ctx.now, ctx.user.id, ids])
  // The person's other open pages count again.
  await ctx.journal({ document: `platform.notice:${ctx.user.id}`, note: ids === undefined ? 'all' : String(ids.length) })
  return null
}

async function choicesOf(ctx: Reading): Promise<NoticeChoice[]> {
  const rows = await ctx.system.database.read.query('select kind, is_in_bell, mail from platform_notice_choice where user_id = ?', [ctx.user.id])
  const chosen = new Map(rows.map(([kind, isInBell, mail]) => [String(kind), { isInBell: Number(isInBell) === 1, mail: mail as MailHabit }])) // an enum of the table
  return [...noticeKinds(ctx.system).values()]
    .filter((kind) => ctx.user.rights.has(kind.right))
    .map((kind) => ({ kind: kind.id, isPressing: kind.isPressing ?? false, ...(chosen.get(kind.id) ?? { isInBell: true, mail: kind.mail ?? 'off' }) }))
}

async function choose(ctx: Writing, choice: { kind: string; isInBell: boolean; mail: MailHabit }): Promise<null> {
  const kind = noticeKinds(ctx.system).get(choice.kind)
  if (!kind || !ctx.user.rights.has(kind.right) || (kind.isPressing && !choice.isInBell)) throw invalid({ path: 'kind', code: 'not-a-choice' })
  await statement('replace into platform_notice_choice (user_id, kind, is_in_bell, mail) values (?,?,?,?)', [ctx.user.id, kind.id, choice.isInBell, choice.mail])
  await ctx.journal({ note: `${kind.id}: ${choice.isInBell ? 'bell' : ''} ${choice.mail}` })
  return null
}
