import { Failure } from '@crm/platform'
import { refuse, sheetLimits, type System } from '@crm/platform/server'
import { checkImport, readImport } from '@crm/directory/server'
import type { ImportAnswer } from '@crm/directory'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { rights } from '../rights.ts'

/** `POST /files/admin/people-import`: the rows of an XLSX or CSV file with what is wrong with each. Nothing is kept of the file. */
export function serveImportUpload(http: FastifyInstance, system: System): void {
  const guard = http.guard(rights.people.import)
  void http.register(async (scope) => {
    scope.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: sheetLimits.bytes }, (_raw, body, done) => done(null, body))
    scope.post('/files/admin/people-import', { config: { right: rights.people.import, hasLongBody: true } }, async (raw: FastifyRequest, reply: FastifyReply) => {
      try {
        const ctx = await guard(raw, reply)
        if (!Buffer.isBuffer(raw.body)) throw new Failure('wrong-type')
        const { rows, ignored } = await readImport(raw.body)
        const { issues } = await checkImport({ system }, rows)
        await ctx.journalRead({ note: `read ${rows.length} rows` })
        return { rows, issues, ignored, createdCount: 0 } satisfies ImportAnswer
      } catch (error) {
        return reply.send(refuse(raw, reply, error))
      }
    })
  })
}
