import { defineServer, router } from '@crm/platform/server'
import type { FastifyInstance } from 'fastify'
import type { System } from '@crm/platform/server'
import { storage } from '../storage.ts'
import { attachedFiles } from './attached-files.ts'
import type { AttachedTo } from './attached-to.ts'
import { serveDownloads } from './downloads.ts'
import { migrations } from './migrations.ts'
import { serveUploads } from './uploads.ts'

export type { AttachedTo } from './attached-to.ts'
export { type AttachmentProcedures, attachmentProcedures } from './procedures.ts'

/** The file routes of one kind of document; an app calls it in its `routes`. */
export function attachmentRoutes(http: FastifyInstance, system: System, to: AttachedTo): void {
  serveUploads(http, system, to)
  serveDownloads(http, system, to)
}

export default defineServer({ app: storage, attached: [attachedFiles], router: router({}), migrations, help: new URL('../../help/', import.meta.url) })
