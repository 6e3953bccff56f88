import { createReadStream } from 'node:fs'
import { Failure } from '@crm/platform'
import { refuse, type System } from '@crm/platform/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AnyRegister, RegisterRights } from '../../index.ts'
import { nameOf } from './export.ts'
import { exportDocument, findExport, pathOfExport } from './kept.ts'
import { exportTypes } from './write.ts'

/** `GET /files/<kind>/exported/:id`: a file that a worker wrote, for its owner alone, while it lasts and the right is held. */
export function serveExported(http: FastifyInstance, system: System, { register, rights }: { register: AnyRegister; rights: RegisterRights }): void {
  const guard = http.guardOn(rights.export)
  http.get<{ Params: { id: string } }>(`/files/${register.id}/exported/:id`, { config: { right: rights.export } }, async (raw, reply: FastifyReply) => {
    try {
      const ctx = await guard(raw as FastifyRequest, reply)
      const one = await findExport(ctx, { register: register.id, id: Number(raw.params.id) || 0 })
      if (one.state !== 'ready') throw new Failure('missing')
      await ctx.journalRead({ document: exportDocument(one.id), note: `${one.format}: ${one.rowCount}, taken` })
      return reply
        .type(exportTypes[one.format])
        .header('content-disposition', `attachment; filename="${nameOf(register.id, new Date(one.at))}.${one.format}"`)
        .header('cache-control', 'private, no-store')
        .send(createReadStream(pathOfExport(system, one)))
    } catch (error) {
      return reply.send(refuse(raw as FastifyRequest, reply, error))
    }
  })
}
