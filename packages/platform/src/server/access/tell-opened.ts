import { dayOf } from '../../index.ts'
import { accessEnding, accessGiven, rightEnding } from '../../notices.ts'
import { everyKind } from './access.ts'
import type { System, Writing } from '../context.ts'
import { statement } from '../database/database.ts'
import type { JobContext } from '../jobs/handler.ts'
import { noticeTo, notify } from '../notices/notify.ts'

/** The users whom `u12` or `g3` means. */
async function usersOf(holder: string): Promise<number[]> {
  const id = Number(holder.slice(1))
  if (holder.startsWith('u')) return [id]
  return (await statement<{ user_id: number }[]>('select user_id from platform_group_member where group_id = ?', [id])).map((row) => row.user_id)
}

interface Opened {
  readonly holder: string
  /** `contracts.trade:42`: what the notice leads to and disappears with. */
  readonly document: string
  readonly code: string | null
}

/** Tell those to whom a document was opened. */
export async function tellOpened(ctx: Pick<Writing, 'system' | 'user' | 'send'>, { holder, document, code }: Opened): Promise<void> {
  for (const userId of (await usersOf(holder)).filter((id) => id !== ctx.user.id))
    await ctx.send(notify, noticeTo(userId, accessGiven, { params: { name: ctx.user.name, code: code ?? '' }, path: pathOf(ctx.system, document), document }))
}

const warnedDays = 3

/** Three days before a grant or a right that was given until a day ends, once; what was given for less than that tells by itself. */
export async function warnOfEnds(ctx: JobContext): Promise<void> {
  const due = 'warned_at is null and until_at > ? and until_at <= ? + interval ? day and given_at < until_at - interval ? day limit 200'
  const values = [ctx.now, ctx.now, warnedDays, warnedDays]
  const grants = await statement<{ id: number; kind: string; record_id: number; holder: string; until_at: Date }[]>(
    `select id, kind, record_id, holder, until_at from platform_grant where ended_at is null and ${due}`,
    values,
  )
  for (const { id, kind, record_id, holder, until_at } of grants) {
    await statement('update platform_grant set warned_at = ? where id = ?', [ctx.now, id])
    const about = await aboutDocument(ctx.system, kind, record_id)
    if (!about) continue
    const params = { code: about.code ?? '', on: dayOf(until_at) }
    for (const userId of await usersOf(holder))
      await ctx.send(notify, noticeTo(userId, accessEnding, { params, path: pathOf(ctx.system, about.document), document: about.document }))
  }
  const lines = await statement<{ holder: string; right_id: string; until_at: Date }[]>(
    `select holder, right_id, until_at from platform_right_line where effect = '+' and ${due}`,
    values,
  )
  for (const { holder, right_id, until_at } of lines) {
    await statement('update platform_right_line set warned_at = ? where holder = ? and right_id = ?', [ctx.now, holder, right_id])
    for (const userId of await usersOf(holder)) await ctx.send(notify, noticeTo(userId, rightEnding, { params: { on: dayOf(until_at) }, path: '/' }))
  }
}

/** The document that a grant is on, or the one on which its thing hangs. */
async function aboutDocument(system: System, name: string, id: number): Promise<{ document: string; code: string | null } | null> {
  const kind = everyKind(system).find((one) => one.kind === name)
  const above = (await kind?.partOf?.(system, [id]))?.get(id)
  if (above) {
    const at = above.lastIndexOf(':')
    return aboutDocument(system, above.slice(0, at), Number(above.slice(at + 1)))
  }
  const codes = await kind?.codes(system, [id])
  return codes?.has(id) ? { document: `${name}:${id}`, code: codes.get(id) ?? null } : null
}

function pathOf(system: System, document: string): string {
  const at = document.lastIndexOf(':')
  const kind = everyKind(system).find((one) => one.kind === document.slice(0, at))
  return kind?.path ? `${kind.path}/${document.slice(at + 1)}` : '/'
}
