import { createReadStream } from 'node:fs'
import { Failure } from '@crm/platform'
import { refuse, type System } from '@crm/platform/server'
import type { FastifyInstance } from 'fastify'
import { pagePicture } from '../page-picture.ts'
import { serveUploads } from '../uploads.ts'
import type { ScanDesk } from './desk.ts'
import { findScan } from './procedures.ts'
import { takeScan } from './take-scan.ts'

/** Uploads to the desk, and `GET /files/<desk>/:id/page?page=1`: a page's picture. */
export function scanRoutes(http: FastifyInstance, system: System, desk: ScanDesk): void {
  serveUploads(http, system, {
    kind: desk.kind,
    right: desk.rights.upload,
    endings: ['pdf', 'jpg', 'jpeg', 'png', 'tif', 'tiff'],
    find: async () => ({ code: null }),
    async take(ctx, { uploadId, name, blob }) {
      if (!(await takeScan(ctx, desk, { arrival: `upload:${uploadId}`, name, blob }))) throw new Failure('unsafe-file', { name, reason: 'broken' })
    },
  })
  const guard = http.guard(desk.rights.view)
  http.get<{ Params: { id: string }; Querystring: { page?: string } }>(`/files/${desk.kind}/:id/page`, { config: { right: desk.rights.view } }, async (raw, reply) => {
    try {
      const ctx = await guard(raw, reply)
      const scan = await findScan(ctx, desk, Number(raw.params.id))
      const page = Number(raw.query.page ?? '1')
      if (!Number.isInteger(page) || page < 1 || page > 5_000) throw new Failure('missing')
      const path = await pagePicture(system, { sha256: scan.sha256, page })
      return reply.type('image/webp').header('cache-control', 'private, max-age=3600').send(createReadStream(path))
    } catch (error) {
      return reply.send(refuse(raw, reply, error))
    }
  })
}
