import { defineServer, handle, type Handler, router } from '@crm/platform/server'
import type { FastifyInstance } from 'fastify'
import type { System } from '@crm/platform/server'
import type { LabelPlacing } from '../label-format.ts'
import { lookAtContents, readTexts, sweepContents } from '../jobs.ts'
import { storage } from '../storage.ts'
import { uploadName } from './access/upload-name.ts'
import { attach } from './attach.ts'
import { intakeConnections } from './intake/connections.ts'
import { attachedFiles } from './attached-files.ts'
import type { AttachedTo } from './attached-to.ts'
import { serveDownloads } from './downloads.ts'
import { servePictures } from './look/routes.ts'
import { labelRoutes } from './labels/routes.ts'
import { movedFiles } from './moved-files.ts'
import { demandPart } from './parts/parts.ts'
import { migrations } from './migrations.ts'
import type { PrintedLabel } from './labels/sheet.ts'
import type { ScanDesk } from './scans/desk.ts'
import { scanRoutes } from './scans/routes.ts'
import { serveUploads } from './uploads.ts'

export { openBlobStore } from './blob-store.ts'
export { recentFiles } from './recent-files.ts'
export { serveUploads } from './uploads.ts'
export type { AttachedTo } from './attached-to.ts'
export type { DocumentAbout, Labelled } from './labels/labelled.ts'
export { attachSamplePaper } from './sample/sample-paper.ts'
export { type LabelProcedures, labelProcedures, printLabel } from './labels/procedures.ts'
export { alsoByLabel } from './labels/search.ts'
export { alsoByText } from './text/also-by-text.ts'
export type { ScanDesk } from './scans/desk.ts'
export { type IntakeProcedures, intakeProcedures } from './intake/procedures.ts'
export { type ScanProcedures, scanProcedures } from './scans/procedures.ts'
export * from './papers/index.ts'
export { keepFilesOf } from './parts/hang-on.ts'
export { visibleFiles } from './access/file-access.ts'
export { type AttachmentProcedures, attachmentProcedures } from './procedures.ts'

/** The file routes of one kind of document; an app calls it in its `routes`. */
export function attachmentRoutes(http: FastifyInstance, system: System, to: AttachedTo): void {
  serveUploads(http, system, {
    kind: to.kind,
    right: to.rights.upload,
    async find(ctx, documentId, part) {
      const document = await to.find(ctx, documentId)
      await demandPart(ctx.system, to, { documentId, key: part })
      return document
    },
    async take(ctx, { documentId, code, part: key, ...arrived }) {
      const document = `${to.kind}:${documentId}`
      const { accessId } = await to.see(ctx, documentId)
      const part = await demandPart(ctx.system, to, { documentId, key })
      const name = await uploadName(ctx, to, { document, part: key, accessId, name: arrived.name })
      await attach(ctx, { ...arrived, name, part, document, documentCode: code })
      await ctx.send(readTexts, {})
      await ctx.send(lookAtContents, {})
    },
  })
  serveDownloads(http, system, to)
  servePictures(http, system, to)
}

/** The sheets of labels of each kind, and the desk where their scans come in. */
export function deskRoutes(http: FastifyInstance, system: System, desk: ScanDesk): void {
  for (const to of desk.documents) labelRoutes(http, system, to)
  scanRoutes(http, system, desk)
}

/** The sheet of a desk's labels as a PDF, and the process that reads and cuts scans: for who measures both. */
export const printLabels = async (labels: readonly PrintedLabel[], placing: LabelPlacing): Promise<Buffer> => (await import('./labels/sheet.ts')).labelSheet(labels, placing)
export { inLimitedProcess } from './scans/limited-process.ts'
export { readingRoute } from './scans/reading-route.ts'

/** What a worker does with scans; loaded when the first one comes. */
export const scanHandlers = (desk: ScanDesk): Handler[] => [
  { job: desk.jobs.read, run: async (ctx, given) => (await import('./scans/read-scan.ts')).readScan(ctx, desk, desk.jobs.read.payload.parse(given)) },
  { job: desk.jobs.place, run: async (ctx, given) => (await import('./scans/place-scan.ts')).placeScan(ctx, desk, desk.jobs.place.payload.parse(given)) },
  { job: desk.jobs.watch, cron: '* * * * *', run: async (ctx) => (await import('./intake/watch-folder.ts')).watchFolder(ctx, desk) },
  { job: desk.jobs.mail, cron: '* * * * *', run: async (ctx) => (await import('./intake/mail/check-mail.ts')).checkMail(ctx, desk) },
]

export default defineServer({
  app: storage,
  attached: [attachedFiles],
  moved: movedFiles,
  connections: intakeConnections,
  router: router({}),
  migrations,
  help: new URL('../../help/', import.meta.url),
  handlers: [
    { ...handle(readTexts, () => import('./text/read-texts.ts')), cron: '* * * * *' },
    { ...handle(lookAtContents, () => import('./look/look-at-contents.ts')), cron: '* * * * *' },
    { ...handle(sweepContents, () => import('./sweep/sweep.ts')), cron: '50 2 * * *' },
  ],
})
