import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { Failure, type Right } from '@crm/platform'
import { failureOf, type Reading, refusal, statusOf, type System, write, type Writing } from '@crm/platform/server'
import { Server, type Upload } from '@tus/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { endingOf, isPromised, largestFile } from '../file-kind.ts'
import { settings } from '../settings.ts'
import { openBlobStore } from './blob-store.ts'
import { noteRefused } from './content/note-refused.ts'
import { reasonAgainst } from './content/reason-against.ts'
import { contentType } from './content-type.ts'
import { UploadStore } from './upload-store.ts'

const nameLimit = 200

/** A file that has come in complete. */
interface Arrival {
  readonly uploadId: string
  readonly name: string
  /** What the browser said it belongs to. */
  readonly documentId: number
  readonly code: string | null
  /** Key of the part of the document that it is for, or nothing. */
  readonly part: string
  readonly blob: { readonly sha256: string; readonly size: number; readonly type: string }
}

/** A place that files are uploaded to, and what becomes of them there. */
export interface UploadPlace {
  readonly kind: string
  readonly right: Right
  /** Endings that are taken; without it, all that are known. */
  readonly endings?: readonly string[]
  /** @param part key of a part of the document, or nothing @throws Failure 'missing' when what it belongs to is not there for this reader */
  find(ctx: Reading, documentId: number, part: string): Promise<{ readonly code: string | null }>
  take(ctx: Writing, arrival: Arrival): Promise<unknown>
}

/** `POST /files/<kind>/upload` and what follows it: resumable uploads by the tus protocol, each checked and taken in when complete. */
export function serveUploads(http: FastifyInstance, system: System, to: UploadPlace): void {
  const path = `/files/${to.kind}/upload`
  const store = new UploadStore(system.env.CRM_DATA)
  const blobs = openBlobStore(system.env.CRM_DATA)
  const asking = new AsyncLocalStorage<Reading>()
  const reading = () => {
    const ctx = asking.getStore()
    if (!ctx) throw new Error('An upload is handled outside its request')
    return ctx
  }

  async function finish(upload: Upload): Promise<void> {
    const ctx = reading()
    const name = String(upload.metadata?.filename)
    const found = await contentType(store.pathOf(upload.id))
    const reason = await reasonAgainst(store.pathOf(upload.id), { name, type: found })
    if (reason !== null || !isPromised(name, found)) {
      await store.remove(upload.id)
      if (reason === null) throw new Failure('wrong-type', { name, found })
      await noteRefused(ctx, { reason, name, document: `${to.kind}:${Number(upload.metadata?.document)}` })
      throw new Failure('unsafe-file', { name, reason })
    }
    const blob = await blobs.take(store.pathOf(upload.id))
    const documentId = Number(upload.metadata?.document)
    const part = upload.metadata?.part ?? ''
    const { code } = await to.find(ctx, documentId, part)
    await write(ctx, (writing) => to.take(writing, { uploadId: upload.id, name, documentId, code, part, blob: { ...blob, type: found } }))
    // The same content, which nobody had named for long, may have been taken away just before.
    if (!(await blobs.has(blob.sha256))) await blobs.take(store.pathOf(upload.id))
    await store.remove(upload.id)
  }

  const tus = new Server({
    path,
    datastore: store,
    relativeLocation: true,
    allowedOrigins: () => false,
    maxSize: largestFile,
    namingFunction: () => randomUUID(),
    async onUploadCreate(_request, upload) {
      const ctx = reading()
      const name = String(upload.metadata?.filename ?? '')
        .normalize('NFC')
        .replace(/^.*[/\\]/, '')
        .trim()
      if (name === '' || name.length > nameLimit || hasControl(name))
        throw new Failure('invalid', { issues: [{ path: 'filename', code: name.length > nameLimit ? 'too-long' : 'wrong-value' }] })
      if (upload.size === 0) throw new Failure('empty-file', { name })
      const { endings, mostMegabytes } = settings.files
      const taken = to.endings ?? (await system.settings.get(endings))
      if (!taken.includes(endingOf(name))) throw new Failure('wrong-type', { name })
      const most = await system.settings.get(mostMegabytes)
      if ((upload.size ?? 0) > most * 1_048_576) throw new Failure('too-large', { name, limit: `${most} MB` })
      const part = upload.metadata?.part ?? ''
      await to.find(ctx, Number(upload.metadata?.document), part)
      return { metadata: { filename: name, document: String(Number(upload.metadata?.document)), part, user: String(ctx.user.id) } }
    },
    async onUploadFinish(_request, upload) {
      await finish(upload)
      return {}
    },
    onResponseError(_request, error) {
      if (!(error instanceof Error)) return undefined
      const failure = failureOf(error, reading().requestId)
      if (failure.code === 'internal') system.log.error({ err: error }, 'an upload failed')
      return { status_code: statusOf(failure), body: refusal(failure, reading().requestId) }
    },
  })

  /** An upload belongs to who began it. */
  async function mustOwn(ctx: Reading, id: string | undefined): Promise<Upload | null> {
    if (id === undefined) return null
    const upload = await store.getUpload(id).catch(() => null)
    if (!upload || upload.metadata?.user !== String(ctx.user.id)) throw new Failure('missing')
    return upload
  }

  const guard = http.guardOn(to.right)
  const receive = async (raw: FastifyRequest<{ Params: { id?: string } }>, reply: FastifyReply): Promise<unknown> => {
    try {
      const ctx = await guard(raw, reply)
      const upload = await mustOwn(ctx, raw.params.id)
      // Complete, but its row was never committed: the browser that asks where to go on gets it finished first.
      if (raw.method === 'HEAD' && upload && upload.offset === upload.size) await asking.run(ctx, () => finish(upload))
      reply.hijack()
      if (raw.method === 'HEAD' && upload && upload.offset === upload.size) {
        reply.raw.writeHead(200, { 'tus-resumable': '1.0.0', 'upload-offset': upload.offset, 'upload-length': upload.size, 'cache-control': 'no-store' }).end()
        return reply
      }
      await asking.run(ctx, () => tus.handle(raw.raw, reply.raw))
      return reply
    } catch (error) {
      return refuseUpload(raw, reply, error)
    }
  }
  const refuseUpload = (raw: FastifyRequest, reply: FastifyReply, error: unknown) => {
    const failure = failureOf(error, raw.id)
    return reply.code(statusOf(failure)).type('application/json').send(refusal(failure, raw.id))
  }

  http.register(async (scope) => {
    // tus reads the body itself, as it comes.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_raw, _body, done) => done(null))
    for (const method of ['POST', 'HEAD', 'PATCH', 'DELETE'] as const) {
      scope.route<{ Params: { id?: string } }>({
        method,
        url: method === 'POST' ? path : `${path}/:id`,
        bodyLimit: largestFile,
        config: { right: to.right, hasLongBody: true },
        handler: receive,
      })
    }
  })
}

const hasControl = (name: string) => [...name].some((sign) => sign < ' ')
