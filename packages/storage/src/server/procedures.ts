import { type AccessProcedures, allowedOn, currentTransaction, type Mutation, type Query } from '@crm/platform/server'
import { z } from 'zod'
import { invalid } from '@crm/platform'
import { settings } from '../settings.ts'
import { versionsOf } from './file-versions.ts'
import type { Attachment, FileHit, FileVersion } from '../index.ts'
import { demandFile, shownTo, visibleFiles } from './access/file-access.ts'
import { fileAccessProcedures } from './access/subject.ts'
import { type AttachedTo, keepAttachedTo } from './attached-to.ts'
import { filesOf } from './files.ts'
import { moved } from './parts/moved.ts'
import { fileChanges, partsOf } from './parts/parts.ts'
import { searchFiles } from './text/search.ts'

export type AttachmentProcedures = {
  list: Query<{ documentId: number }, Attachment[]>
  /** Files of all documents of the kind by what stands in them, as far as the reader may look into them. */
  search: Query<{ text: string }, FileHit[]>
  /** The words of the office for what a file is. */
  kinds: Query<object | undefined, readonly string[]>
  versions: Query<{ id: number }, FileVersion[]>
  /** @param part key of the part that it is to belong to, empty for the document itself; absent, it stays where it is */
  describe: Mutation<About, null>
  remove: Mutation<{ id: number }, null>
  /** Who sees a single file. */
  access: AccessProcedures
}

interface About {
  id: number
  description: string | null
  kind?: string | null
  part?: string
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
        const parts = await partsOf(ctx.system, to, input.documentId)
        return Promise.all(files.map((file) => shownTo(ctx, to, { file, document, part: parts.get(file.part) ?? null })))
      }),
    search: allowedOn(to.rights.preview)
      .input(z.strictObject({ text: z.string().max(200) }))
      .query(({ ctx, input }) => searchFiles(ctx, to, { text: input.text, limit: 20 })),
    kinds: allowedOn(to.rights.list)
      .input<object | undefined>(z.strictObject({}).optional())
      .query(({ ctx }) => ctx.system.settings.get(settings.files.kinds)),
    versions: allowedOn(to.rights.list)
      .input(z.strictObject({ id }))
      .query(async ({ ctx, input }) => {
        const { file } = await demandFile(ctx, to, input.id)
        return (await versionsOf(ctx.system, file.id)).map(({ version, size, by, at }) => ({ version, size, by, at }))
      }),
    describe: allowedOn(to.rights.describe)
      .input<About>(
        z.strictObject({ id, description: z.string().trim().max(500).nullable(), kind: z.string().trim().max(60).nullish(), part: z.string().max(60).optional() }) as never, // absent and undefined are one here
      )
      .mutation(async ({ ctx, input }) => {
        const { file, document, part } = await demandFile(ctx, to, input.id)
        const kind = input.kind === undefined ? file.kind : input.kind || null
        if (kind !== null && kind !== file.kind && !(await ctx.system.settings.get(settings.files.kinds)).includes(kind)) throw invalid({ path: 'kind', code: 'not-a-choice' })
        await ctx.system.database.sequelize.query('update storage_file set description = ?, kind = ? where id = ?', {
          transaction: currentTransaction() ?? null,
          replacements: [input.description || null, kind, file.id],
        })
        await ctx.journal({
          document: file.document,
          documentCode: document.code,
          note: file.name,
          changes: {
            description: [file.description, input.description || null],
            ...(kind === file.kind ? {} : { fileKind: [file.kind, kind] }),
            ...(await moved(ctx, to, { file, part, key: input.part })),
          },
        })
        return null
      }),
    remove: allowedOn(to.rights.remove)
      .input(z.strictObject({ id }))
      .mutation(async ({ ctx, input }) => {
        const { file, document, part } = await demandFile(ctx, to, input.id)
        await ctx.system.database.sequelize.query('update storage_file set live_name = null where id = ?', { transaction: currentTransaction() ?? null, replacements: [file.id] })
        await ctx.journal({ document: file.document, documentCode: document.code, changes: fileChanges(part, [`${file.name} (${file.version})`, null]) })
        return null
      }),
  }
}
