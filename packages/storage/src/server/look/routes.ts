import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Failure } from '@crm/platform'
import { refuse, type System } from '@crm/platform/server'
import type { FastifyInstance } from 'fastify'
import { demandFile } from '../access/file-access.ts'
import type { AttachedTo } from '../attached-to.ts'
import { pagePicture } from '../page-picture.ts'
import { fileChanges } from '../parts/parts.ts'
import { rememberReads } from '../remember-reads.ts'
import { thumbPath } from './thumb-path.ts'

/**
 * `GET /files/<kind>/:id/thumb`: a small picture, not journalled, because nothing can be read on it. `GET /files/<kind>/:id/page?page=1`: a page of a PDF as a
 * picture, journalled as the preview that it is. Both behind the right to preview the file.
 */
export function servePictures(http: FastifyInstance, system: System, to: AttachedTo): void {
  const guard = http.guardOn(to.rights.preview)
  const config = { right: to.rights.preview }
  const isAgain = rememberReads()
  http.get<{ Params: { id: string } }>(`/files/${to.kind}/:id/thumb`, { config }, async (raw, reply) => {
    try {
      const ctx = await guard(raw, reply)
      const { file } = await demandFile(ctx, to, Number(raw.params.id))
      if (!file.hasThumb) throw new Failure('missing')
      const picture = await open(thumbPath(system.env.CRM_DATA, file.sha256)).catch(() => null)
      if (!picture) {
        // Lost with its disk, or not copied with a backup: it is made again.
        await lookAgain(system, file.sha256)
        throw new Failure('missing')
      }
      const tag = `"${file.sha256}"`
      // Asked each time whether it may be seen, sent once.
      reply.headers({ 'cache-control': 'private, no-cache', etag: tag, 'x-content-type-options': 'nosniff' })
      if (raw.headers['if-none-match'] === tag) {
        await picture.close()
        return reply.code(304).send()
      }
      return reply.type('image/webp').send(picture.createReadStream())
    } catch (error) {
      return reply.send(refuse(raw, reply, error))
    }
  })
  http.get<{ Params: { id: string }; Querystring: { page?: string } }>(`/files/${to.kind}/:id/page`, { config }, async (raw, reply) => {
    try {
      const ctx = await guard(raw, reply)
      const { file, document, part } = await demandFile(ctx, to, Number(raw.params.id))
      const page = Number(raw.query.page ?? '1')
      if (file.pageCount === null || !Number.isInteger(page) || page < 1 || page > file.pageCount) throw new Failure('missing')
      if (!isAgain(ctx, `${file.id} ${file.version}`)) {
        const note = `${file.name} (${file.version})`
        await ctx.journalRead({ document: file.document, documentCode: document.code, note, ...(part ? { changes: fileChanges(part, [note, note]) } : {}) })
      }
      const path = await pagePicture(system, { sha256: file.sha256, page })
      return reply.type('image/webp').headers({ 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' }).send(createReadStream(path))
    } catch (error) {
      return reply.send(refuse(raw, reply, error))
    }
  })
}

const lookAgain = (system: System, sha256: string) => system.database.read.query("update storage_look set state = 'waiting', has_thumb = 0 where sha256 = ?", [sha256])
