import { type AccessLine, Failure, type GrantInput, invalid } from '../../index.ts'
import type { Reading, Writing } from '../context.ts'
import { statement } from '../database/database.ts'
import type { Changes } from '../journal/journal.ts'
import type { DocumentKind } from './access.ts'
import { tellOpened } from './tell-opened.ts'

/** A document whose access is looked at or changed. */
export interface AccessSubject extends DocumentKind {
  /** Every right that a line or a grant may name; the first of them is seeing. */
  readonly rights: readonly string[]
  /** The right to change access; a line may name it, a grant may not. */
  readonly manage: string
  /** The rights that a grant for preview only is cut to. */
  readonly previewRights: readonly string[]
  /** Let a table govern the document and whatever inherits from it, or none. */
  govern(at: { id: number; from: number | null; to: number | null }): Promise<void>
  /** What it hangs on: whoever does not see that does not see it either. */
  within?(ctx: Reading, id: number): Promise<{ readonly kind: string; readonly view: string; readonly id: number; readonly accessId: number | null }>
  /** The table of what the document hangs on. */
  inherited?(id: number): Promise<number | null>
}

/** One document as its owner found it. */
export interface At {
  readonly id: number
  readonly code: string | null
  readonly accessId: number | null
  /** The document in whose journal it is told, and by what name, when it is not one itself: a file. */
  readonly toldAt?: { readonly document: string; readonly changes: Changes }
}

/** The entry of the journal that tells it. */
export const entryOf = (subject: AccessSubject, at: At, changes: Changes) => ({
  document: at.toldAt?.document ?? `${subject.kind}:${at.id}`,
  documentCode: at.code,
  changes: { ...at.toldAt?.changes, ...changes },
})

/**
 * Give the document a table of its own with these lines, or take it away with `null`, so that the general rights or the parent's table decide.
 *
 * @throws Failure 'invalid' for lines that would shut out the one who writes them
 */
export async function saveTable(ctx: Writing, subject: AccessSubject, at: At, lines: readonly AccessLine[] | null): Promise<void> {
  const [own] = await statement<{ id: number }[]>('select id from platform_access_table where kind = ? and record_id = ? for update', [subject.kind, at.id])
  const before = own ? await linesOf(own.id) : []
  if (lines === null) {
    if (own) {
      await subject.govern({ id: at.id, from: own.id, to: (await subject.inherited?.(at.id)) ?? null })
      await statement('delete from platform_access_line where table_id = ?', [own.id])
      await statement('delete from platform_access_table where id = ?', [own.id])
      await refreshKind(subject.kind)
    }
    return ctx.journal(entryOf(subject, at, differenceOf(before, [])))
  }
  refuseUnknown(subject, lines)
  const keeps = (right: string) => {
    const mine = lines.filter((line) => line.right === right && ctx.user.holders.includes(line.holder))
    return mine.length > 0 && mine.every((line) => line.effect === '+')
  }
  if (!keeps(subject.view) || !keeps(subject.manage)) throw invalid({ path: 'lines', code: 'locks-you-out' })
  if (own) {
    await statement('delete from platform_access_line where table_id = ?', [own.id])
    await storeLines(ctx, own.id, lines)
  } else await storeTable(ctx, subject, at, lines)
  await ctx.journal(entryOf(subject, at, differenceOf(before, lines)))
}

/** The first table of a document, which governs it from now on. */
export async function storeTable(ctx: Giving, subject: AccessSubject, at: At, lines: readonly AccessLine[]): Promise<void> {
  const { insertId } = await statement('insert into platform_access_table (kind, record_id, made_by, made_at) values (?,?,?,?)', [subject.kind, at.id, ctx.user.id, ctx.now])
  await storeLines(ctx, insertId, lines)
  await subject.govern({ id: at.id, from: at.accessId, to: insertId })
  await refreshKind(subject.kind)
}

type Giving = Pick<Writing, 'now'> & { readonly user: { readonly id: number } }

const storeLines = (ctx: Giving, tableId: number, lines: readonly AccessLine[]) =>
  statement('insert into platform_access_line (table_id, right_id, holder, effect, given_by, given_at) values ?', [
    lines.map((line) => [tableId, line.right, line.holder, line.effect, ctx.user.id, ctx.now]),
  ])

/** Stop inheriting: the document gets a table of its own that begins as a copy of the one above. */
export async function breakInheritance(ctx: Writing, subject: AccessSubject, at: At): Promise<void> {
  const copied = at.accessId === null ? [] : await linesOf(at.accessId)
  const own = copied.some((line) => line.right === subject.manage && ctx.user.holders.includes(line.holder))
    ? []
    : subject.rights.map((right): AccessLine => ({ holder: `u${ctx.user.id}`, right, effect: '+' }))
  await saveTable(ctx, subject, at, [...copied.filter((line) => subject.rights.includes(line.right)), ...own])
}

/**
 * Open one document to a user or group, with conditions, even without the general right.
 *
 * @throws Failure 'own-rights' when the giver is among those whom it opens to, 'invalid' for days that have passed or are reversed
 */
export async function giveGrant(ctx: Writing, subject: AccessSubject, at: At, input: GrantInput): Promise<{ id: number }> {
  if (ctx.user.holders.includes(input.holder)) throw new Failure('own-rights', { rights: [] })
  if (input.rights.includes(subject.manage)) throw invalid({ path: `right.${subject.manage}`, code: 'not-a-choice' })
  const rights = input.rights.filter((right) => !input.isPreviewOnly || subject.previewRights.includes(right))
  refuseUnknown(
    subject,
    rights.map((right) => ({ holder: input.holder, right, effect: '+' })),
  )
  if (!rights.includes(subject.view)) rights.unshift(subject.view)
  if (input.untilAt !== null && (input.untilAt <= input.fromAt || input.untilAt <= ctx.now.toISOString())) throw invalid({ path: 'untilAt', code: 'end-before-start' })
  await mustExist(input.holder)
  const { insertId } = await statement(
    'insert into platform_grant (kind, record_id, holder, from_at, until_at, is_preview_only, reason, given_by, given_at) values (?,?,?,?,?,?,?,?,?)',
    [subject.kind, at.id, input.holder, new Date(input.fromAt), input.untilAt && new Date(input.untilAt), input.isPreviewOnly, input.reason, ctx.user.id, ctx.now],
  )
  await statement('insert into platform_grant_right (grant_id, right_id) values ?', [rights.map((right) => [insertId, right])])
  await refreshHolder(input.holder)
  await ctx.journal({
    ...entryOf(subject, at, { grant: [null, { rights, fromAt: input.fromAt, untilAt: input.untilAt, isPreviewOnly: input.isPreviewOnly }] }),
    ...affectedBy(input.holder),
    note: input.reason,
  })
  await tellOpened(ctx, { holder: input.holder, document: entryOf(subject, at, {}).document, code: at.code })
  return { id: insertId }
}

/** @throws Failure 'missing' for a grant that is not in force on this document */
export async function endGrant(ctx: Writing, subject: AccessSubject, at: At, grantId: number): Promise<void> {
  const [grant] = await statement<{ holder: string }[]>('select holder from platform_grant where id = ? and kind = ? and record_id = ? and ended_at is null for update', [
    grantId,
    subject.kind,
    at.id,
  ])
  if (!grant) throw new Failure('missing')
  await statement('update platform_grant set ended_at = ? where id = ?', [ctx.now, grantId])
  await refreshHolder(grant.holder)
  await ctx.journal({ ...entryOf(subject, at, { grant: [grantId, null] }), ...affectedBy(grant.holder) })
}

export const affectedBy = (holder: string) => (holder.startsWith('g') ? { affectedGroupId: Number(holder.slice(1)) } : { affectedUserId: Number(holder.slice(1)) })

/** Those whom a grant concerns see it with their next call. */
export async function refreshHolder(holder: string): Promise<void> {
  const id = Number(holder.slice(1))
  if (holder.startsWith('u')) await statement('update platform_user set rights_version = rights_version + 1 where id = ?', [id])
  else await statement('update platform_user u join platform_group_member m on m.user_id = u.id set u.rights_version = u.rights_version + 1 where m.group_id = ?', [id])
}

/** When the first table of a kind appears or the last one goes, lists of everybody begin or stop asking. */
async function refreshKind(kind: string): Promise<void> {
  const [row] = await statement<{ count: number }[]>('select count(*) as count from (select 1 from platform_access_table where kind = ? limit 2) some', [kind])
  if (Number(row?.count) < 2) await statement('update platform_user set rights_version = rights_version + 1', [])
}

async function mustExist(holder: string): Promise<void> {
  const [row] = await statement<{ id: number }[]>(`select id from ${holder.startsWith('g') ? 'platform_group' : 'platform_user'} where id = ?`, [Number(holder.slice(1))])
  if (!row) throw invalid({ path: 'holder', code: 'not-a-choice' })
}

function refuseUnknown(subject: AccessSubject, lines: readonly AccessLine[]): void {
  const unknown = lines.find((line) => !subject.rights.includes(line.right))
  if (unknown) throw invalid({ path: `right.${unknown.right}`, code: 'not-a-choice' })
}

const linesOf = (tableId: number) => statement<AccessLine[]>('select holder, right_id as `right`, effect from platform_access_line where table_id = ?', [tableId])

function differenceOf(before: readonly AccessLine[], after: readonly AccessLine[]): Record<string, readonly [string | null, string | null]> {
  const named = (lines: readonly AccessLine[]) => new Map(lines.map((line) => [`${line.holder} ${line.right}`, line.effect]))
  const [was, is] = [named(before), named(after)]
  const names = [...new Set([...was.keys(), ...is.keys()])].filter((name) => was.get(name) !== is.get(name))
  return Object.fromEntries(names.map((name) => [name, [was.get(name) ?? null, is.get(name) ?? null] as const]))
}
