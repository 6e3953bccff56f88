import send from '@fastify/send'
import { Failure } from '@crm/platform'
import { type Reading, refuse, type System } from '@crm/platform/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isPreviewable } from '../index.ts'
import { demandFile } from './access/file-access.ts'
import type { AttachedTo } from './attached-to.ts'
import { openBlobStore } from './blob-store.ts'
import type { StoredFile } from './files.ts'

const sameReadMs = 10 * 60_000

/** `GET /files/<kind>/:id/preview` and `…/download`, both journalled before the first byte; ranges are answered. */
export function serveDownloads(http: FastifyInstance, system: System, to: AttachedTo): void {
  const blobs = openBlobStore(system.env.CRM_DATA)
  const isAgain = rememberReads()

  const serve = (how: 'preview' | 'download') => {
    const guard = http.guardOn(to.rights[how])
    return async (raw: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply): Promise<unknown> => {
      try {
        const ctx = await guard(raw, reply)
        const { file, document } = await demandFile(ctx, to, Number(raw.params.id))
        if (how === 'preview' && !isPreviewable(file.type)) throw new Failure('wrong-type', { name: file.name })
        if (raw.headers.range === undefined || !isAgain(ctx, `${how} ${file.id} ${file.version}`)) {
          await ctx.journalRead({ document: file.document, documentCode: document.code, note: `${file.name} (${file.version})` })
        }
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

/** A viewer fetches one file in many ranges: one reading within ten minutes is one entry. */
function rememberReads(): (ctx: Reading, what: string) => boolean {
  const reads = new Map<string, number>()
  return (ctx, what) => {
    const key = `${ctx.session} ${what}`
    const now = ctx.now.getTime()
    const isKnown = (reads.get(key) ?? 0) > now - sameReadMs
    if (reads.size > 10_000) reads.clear()
    if (!isKnown) reads.set(key, now)
    return isKnown
  }
}
