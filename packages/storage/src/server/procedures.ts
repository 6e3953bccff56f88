import { type AccessProcedures, allowedOn, currentTransaction, type Mutation, type Query } from '@crm/platform/server'
import { z } from 'zod'
import type { Attachment, FileHit } from '../index.ts'
import { demandFile, shownTo, visibleFiles } from './access/file-access.ts'
import { fileAccessProcedures } from './access/subject.ts'
import { type AttachedTo, keepAttachedTo } from './attached-to.ts'
import { filesOf } from './files.ts'
import { searchFiles } from './text/search.ts'

export type AttachmentProcedures = {
  list: Query<{ documentId: number }, Attachment[]>
  /** Files of all documents of the kind by what stands in them, as far as the reader may look into them. */
  search: Query<{ text: string }, FileHit[]>
  describe: Mutation<{ id: number; description: string | null }, null>
  remove: Mutation<{ id: number }, null>
  /** Who sees a single file. */
  access: AccessProcedures
}

const id = z.number().int().positive()

/** What can be asked of the files of one kind of document; their content goes through {@link attachmentRoutes}. */
export function attachmentProcedures(to: AttachedTo): AttachmentProcedures {
  keepAttachedTo(to)
  return {
    access: fileAccessProcedures(to),
    list: allowedOn(to.rights.list)
      .input(z.strictObject({ documentId: id }))
      .query(async ({ ctx, input }) => {
        const document = await to.see(ctx, input.documentId)
        const files = await visibleFiles(ctx, to, { files: await filesOf(ctx.system, `${to.kind}:${input.documentId}`), accessIdOf: () => document.accessId })
        // Without the right to the list a grant may open single files; where it opens none, the list itself is asked for.
        if (files.length === 0) await to.find(ctx, input.documentId)
        return Promise.all(files.map((file) => shownTo(ctx, to, { file, document })))
      }),
    search: allowedOn(to.rights.preview)
      .input(z.strictObject({ text: z.string().max(200) }))
      .query(({ ctx, input }) => searchFiles(ctx, to, { text: input.text, limit: 20 })),
    describe: allowedOn(to.rights.describe)
      .input(z.strictObject({ id, description: z.string().trim().max(500).nullable() }))
      .mutation(async ({ ctx, input }) => {
        const { file, document } = await demandFile(ctx, to, input.id)
        await ctx.system.database.sequelize.query('update storage_file set description = ? where id = ?', {
          transaction: currentTransaction() ?? null,
          replacements: [input.description || null, file.id],
        })
        await ctx.journal({
          document: file.document,
          documentCode: document.code,
          note: file.name,
          changes: { description: [file.description, input.description || null] },
        })
        return null
      }),
    remove: allowedOn(to.rights.remove)
      .input(z.strictObject({ id }))
      .mutation(async ({ ctx, input }) => {
        const { file, document } = await demandFile(ctx, to, input.id)
        await ctx.system.database.sequelize.query('update storage_file set live_name = null where id = ?', { transaction: currentTransaction() ?? null, replacements: [file.id] })
        await ctx.journal({ document: file.document, documentCode: document.code, changes: { file: [`${file.name} (${file.version})`, null] } })
        return null
      }),
  }
}
