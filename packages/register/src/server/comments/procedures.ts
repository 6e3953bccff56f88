import { Failure, invalid } from '@crm/platform'
import {
  allowedOn,
  type Labelled,
  lookupFor,
  type Mutation,
  noticeTo,
  notify,
  once,
  type Query,
  type Reading,
  statement,
  type Writing,
  momentOf,
  momentOrNull,
} from '@crm/platform/server'
import { z } from 'zod'
import { type AddCommentInput, type AnyRegister, type CommentsAnswer, documentOf, type EditCommentInput, longestComment, mentionsIn, type RegisterRights } from '../../index.ts'
import { mentioned } from '../../notices.ts'
import type { RegisterDocument } from '../record/document.ts'
import { pathOf } from '../known.ts'
import { insertComment } from './table.ts'
import { maySee, mentionable } from './mentionable.ts'

export type CommentProcedures = {
  list: Query<{ documentId: number }, CommentsAnswer>
  add: Mutation<AddCommentInput, { id: number }>
  edit: Mutation<EditCommentInput, null>
  remove: Mutation<{ documentId: number; id: number }, null>
  /** Takes away what somebody else wrote. */
  moderate: Mutation<{ documentId: number; id: number }, null>
  people: Query<{ documentId: number; text: string }, Labelled[]>
}

const documentId = z.number().int().positive()
const body = z.string().trim().min(1, 'required').max(longestComment)
const oneOf = z.strictObject({ documentId, id: z.number().int().positive() })
const mostShown = 500

interface Kept {
  readonly id: number
  readonly author_id: number
  readonly body: string
}

/** What people say about a record. Whoever sees the record may read; own words are changed and taken away by who wrote them. */
export function commentProcedures(register: AnyRegister, { rights, document }: { rights: RegisterRights; document: RegisterDocument }): CommentProcedures {
  const about = (id: number, code: string | null) => ({ document: documentOf(register, id), documentCode: code })

  /** A comment of this record, locked. @throws Failure 'missing' */
  async function lock(ctx: Writing, { documentId: id, id: commentId }: { documentId: number; id: number }): Promise<{ kept: Kept; code: string | null }> {
    const { code } = await document.find(ctx, id)
    const [kept] = await statement<Kept[]>('select id, author_id, body from register_comment where id = ? and document = ? for update', [commentId, documentOf(register, id)])
    if (!kept) throw new Failure('missing')
    return { kept, code }
  }

  const mine = async (ctx: Writing, input: { documentId: number; id: number }) => {
    const found = await lock(ctx, input)
    if (found.kept.author_id !== ctx.user.id) throw new Failure('denied', { right: ctx.right.id })
    return found
  }

  async function takeAway(ctx: Writing, { kept, code }: { kept: Kept; code: string | null }, id: number): Promise<null> {
    await statement('delete from register_comment where id = ?', [kept.id])
    await ctx.journal({ ...about(id, code), changes: { comment: [kept.body, null] } })
    return null
  }

  /** Whoever is called learns of it; who may not see the record cannot be called. @throws Failure 'invalid' */
  async function call(ctx: Writing, { id, code, ids }: { id: number; code: string | null; ids: readonly number[] }): Promise<void> {
    for (const personId of ids) {
      if (!(await maySee(ctx, document, { id, personId }))) throw invalid({ path: 'body', code: 'cannot-be-called' })
      if (personId === ctx.user.id) continue
      const params = { name: ctx.user.name, code: code ?? `#${id}` }
      await ctx.send(notify, noticeTo(personId, mentioned, { params, path: `${pathOf(ctx.system, register.id)}/${id}?tab=comments`, document: documentOf(register, id) }))
    }
  }

  return {
    list: allowedOn(rights.comments)
      .input(z.strictObject({ documentId }))
      .query(async ({ ctx, input }) => {
        await document.find(ctx, input.documentId)
        return commentsOn(ctx, documentOf(register, input.documentId))
      }),
    add: allowedOn(rights.comment)
      .input<AddCommentInput>(z.strictObject({ documentId, body, key: z.uuid().optional() }))
      .mutation(({ ctx, input }) =>
        once(ctx, input.key, async () => {
          const { code } = await document.find(ctx, input.documentId)
          const insertId = await insertComment(ctx, { document: documentOf(register, input.documentId), body: input.body, authorId: ctx.user.id })
          await call(ctx, { id: input.documentId, code, ids: mentionsIn(input.body) })
          await ctx.journal({ ...about(input.documentId, code), changes: { comment: [null, input.body] } })
          return { id: insertId }
        }),
      ),
    edit: allowedOn(rights.comment)
      .input<EditCommentInput>(oneOf.extend({ body }))
      .mutation(async ({ ctx, input }) => {
        const { kept, code } = await mine(ctx, input)
        await statement('update register_comment set body = ?, edited_at = ? where id = ?', [input.body, ctx.now, kept.id])
        const before = new Set(mentionsIn(kept.body))
        await call(ctx, { id: input.documentId, code, ids: mentionsIn(input.body).filter((id) => !before.has(id)) })
        await ctx.journal({ ...about(input.documentId, code), changes: { comment: [kept.body, input.body] } })
        return null
      }),
    remove: allowedOn(rights.comment)
      .input(oneOf)
      .mutation(async ({ ctx, input }) => takeAway(ctx, await mine(ctx, input), input.documentId)),
    moderate: allowedOn(rights.moderate)
      .input(oneOf)
      .mutation(async ({ ctx, input }) => takeAway(ctx, await lock(ctx, input), input.documentId)),
    people: allowedOn(rights.comment)
      .input(z.strictObject({ documentId, text: z.string().max(100) }))
      .query(async ({ ctx, input }) => {
        await document.find(ctx, input.documentId)
        return mentionable(ctx, document, { id: input.documentId, text: input.text })
      }),
  }
}

async function commentsOn(ctx: Reading, document: string): Promise<CommentsAnswer> {
  const rows = await ctx.system.database.read.query(
    `select c.id, c.author_id, u.name, c.body, c.at, c.edited_at from register_comment c left join platform_user u on u.id = c.author_id
     where c.document = ? order by c.id desc limit ${mostShown}`,
    [document],
  )
  const comments = rows.reverse().map(([id, byId, by, text, at, editedAt]) => ({
    id: Number(id),
    byId: Number(byId),
    by: by === null ? null : String(by),
    body: String(text),
    at: momentOf(at),
    editedAt: momentOrNull(editedAt),
    isMine: Number(byId) === ctx.user.id,
  }))
  const ids = [...new Set(comments.flatMap((comment) => mentionsIn(comment.body)))]
  const names = ids.length === 0 ? new Map<number, string>() : await lookupFor(ctx.system, 'directory.person').labels(ctx.system, ids)
  return { comments, names: Object.fromEntries(names) }
}
