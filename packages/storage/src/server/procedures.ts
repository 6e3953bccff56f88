import { allowedOn, currentTransaction, type Mutation, type Query } from '@crm/platform/server'
import { z } from 'zod'
import type { Attachment, FileHit } from '../index.ts'
import type { AttachedTo } from './attached-to.ts'
import { fileOf, filesOf } from './files.ts'
import { searchFiles } from './text/search.ts'

export type AttachmentProcedures = {
  list: Query<{ documentId: number }, Attachment[]>
  /** Files of all documents of the kind by what stands in them, as far as the reader may look into them. */
  search: Query<{ text: string }, FileHit[]>
  describe: Mutation<{ id: number; description: string | null }, null>
  remove: Mutation<{ id: number }, null>
}

const id = z.number().int().positive()

/** What can be asked of the files of one kind of document; their content goes through {@link attachmentRoutes}. */
export function attachmentProcedures(to: AttachedTo): AttachmentProcedures {
  return {
    list: allowedOn(to.rights.list)
      .input(z.strictObject({ documentId: id }))
      .query(async ({ ctx, input }) => {
        await to.find(ctx, input.documentId)
        return filesOf(ctx.system, `${to.kind}:${input.documentId}`)
      }),
    search: allowedOn(to.rights.preview)
      .input(z.strictObject({ text: z.string().max(200) }))
      .query(({ ctx, input }) => searchFiles(ctx, to, { text: input.text, limit: 20 })),
    describe: allowedOn(to.rights.describe)
      .input(z.strictObject({ id, description: z.string().trim().max(500).nullable() }))
      .mutation(async ({ ctx, input }) => {
        const file = await fileOf(ctx.system, { kind: to.kind, id: input.id })
        const { code } = await to.find(ctx, file.documentId)
        await ctx.system.database.sequelize.query('update storage_file set description = ? where id = ?', {
          transaction: currentTransaction() ?? null,
          replacements: [input.description || null, file.id],
        })
        await ctx.journal({
          document: `${to.kind}:${file.documentId}`,
          documentCode: code,
          note: file.name,
          changes: { description: [file.description, input.description || null] },
        })
        return null
      }),
    remove: allowedOn(to.rights.remove)
      .input(z.strictObject({ id }))
      .mutation(async ({ ctx, input }) => {
        const file = await fileOf(ctx.system, { kind: to.kind, id: input.id })
        const { code } = await to.find(ctx, file.documentId)
        await ctx.system.database.sequelize.query('update storage_file set live_name = null where id = ?', { transaction: currentTransaction() ?? null, replacements: [file.id] })
        await ctx.journal({ document: `${to.kind}:${file.documentId}`, documentCode: code, changes: { file: [`${file.name} (${file.version})`, null] } })
        return null
      }),
  }
}
