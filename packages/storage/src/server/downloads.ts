import send from '@fastify/send'
import { Failure } from '@crm/platform'
import { refuse, type System } from '@crm/platform/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isPreviewable } from '../index.ts'
import { pageBreak } from '../file-text.ts'
import { demandFile } from './access/file-access.ts'
import type { AttachedTo } from './attached-to.ts'
import { openBlobStore } from './blob-store.ts'
import { versionOf } from './file-versions.ts'
import type { StoredFile } from './files.ts'
import { fileChanges } from './parts/parts.ts'
import { rememberReads } from './remember-reads.ts'

/** `GET /files/<kind>/:id/preview` and `…/download`, both journalled before the first byte; ranges are answered. */
export function serveDownloads(http: FastifyInstance, system: System, to: AttachedTo): void {
  const blobs = openBlobStore(system.env.CRM_DATA)
  const isAgain = rememberReads()

  const serve = (how: 'preview' | 'download') => {
    const guard = http.guardOn(to.rights[how])
    return async (raw: FastifyRequest<{ Params: { id: string }; Querystring: { version?: string } }>, reply: FastifyReply): Promise<unknown> => {
      try {
        const ctx = await guard(raw, reply)
        const { file: newest, document, part } = await demandFile(ctx, to, Number(raw.params.id))
        const asked = Number(raw.query.version ?? newest.version)
        const file = asked === newest.version ? newest : { ...newest, ...(await versionOf(system, { fileId: newest.id, version: asked })) }
        if (how === 'preview' && file.active.length > 0) throw new Failure('unsafe-file', { name: file.name, reason: 'active' })
        const shownText = how === 'preview' && !isPreviewable(file.type) ? await textOf(system, file.sha256) : null
        if (how === 'preview' && !isPreviewable(file.type) && shownText === null) throw new Failure('wrong-type', { name: file.name })
        if (raw.headers.range === undefined || !isAgain(ctx, `${how} ${file.id} ${file.version}`)) {
          const note = `${file.name} (${file.version})`
          await ctx.journalRead({ document: file.document, documentCode: document.code, note, ...(part ? { changes: fileChanges(part, [note, note]) } : {}) })
        }
        if (shownText !== null) return reply.headers(headersOf({ ...file, type: 'text/plain' }, how)).send(shownText)
        const path = blobs.pathOf(file.sha256)
        const { statusCode, headers, stream, type } = await send(raw.raw, encodeURI(path), { contentType: false, cacheControl: false, etag: false, lastModified: false })
        if (type === 'error') throw new Error(`The blob of file ${file.id} cannot be read: ${file.sha256}`)
        return reply.code(statusCode).headers(headers).headers(headersOf(file, how)).send(stream)
      } catch (error) {
        return reply.send(refuse(raw, reply, error))
      }
    }
  }
  http.get(`/files/${to.kind}/:id/preview`, { config: { right: to.rights.preview } }, serve('preview'))
  http.get(`/files/${to.kind}/:id/download`, { config: { right: to.rights.download } }, serve('download'))
}

/** What stands in a document that no browser shows; `null` where nothing was read. */
async function textOf(system: System, sha256: string): Promise<string | null> {
  const [row] = await system.database.read.execute("select body from storage_text where sha256 = ? and state = 'ready'", [sha256])
  return row ? String(row[0]).replaceAll(pageBreak, '\n\n') : null
}

function headersOf(file: StoredFile, how: 'preview' | 'download'): Record<string, string> {
  const isShown = how === 'preview'
  return {
    'content-type': !isShown ? 'application/octet-stream' : file.type === 'text/plain' ? 'text/plain; charset=utf-8' : file.type,
    'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename="${file.name.replace(/[^\x20-\x7e]|["\\%]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
    // A browser's own PDF page needs its frame; everything else is drawn in a sandbox without scripts.
    'content-security-policy':
      isShown && file.type === 'application/pdf'
        ? "default-src 'none'; frame-ancestors 'self'; object-src 'self'; style-src 'unsafe-inline'"
        : "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  }
}
