import type { System } from '@crm/platform/server'
import type { FastifyInstance } from 'fastify'
import { type AnyRegister, isSortable, type RegisterRights } from '../index.ts'
import { sortColumn } from './column.ts'
import { copiesOf } from './copy/copies.ts'
import type { RegisterDocument } from './document.ts'
import { serveExport } from './export.ts'

/** The file routes of a register; an app calls it in its `routes` with the document that it lists under `documents`. */
export function registerRoutes(http: FastifyInstance, system: System, of: { register: AnyRegister; rights: RegisterRights; document: RegisterDocument }): void {
  serveExport(http, system, of)
  const { table, fields } = of.register
  const columns = Object.entries(fields).flatMap(([name, field]) => (isSortable(of.register, name) ? [sortColumn(name, field)] : []))
  http.addHook('onListen', async () => {
    await copiesOf(system)
      .warm({ table, columns })
      .catch((error: unknown) => system.log.warn({ err: error }, 'no copy of a register; the engine answers alone'))
  })
}
