import type { System } from '@crm/platform/server'
import type { FastifyInstance } from 'fastify'
import type { AnyRegister, RegisterRights } from '../index.ts'
import { sortColumn } from './table/column.ts'
import { copiesOf } from './copy/copies.ts'
import type { RegisterDocument } from './record/document.ts'
import { serveExport } from './export/export.ts'
import { serveExported } from './export/serve-exported.ts'
import { serveRest } from './import/rest.ts'
import { takeSheets } from './import/take-sheet.ts'

/** The file routes of a register; an app calls it in its `routes` with the document that it lists under `documents`. */
export function registerRoutes(http: FastifyInstance, system: System, of: { register: AnyRegister; rights: RegisterRights; document: RegisterDocument }): void {
  serveExport(http, system, of)
  serveExported(http, system, of)
  takeSheets(http, system, of)
  serveRest(http, system, of)
  http.addHook('onListen', () => warmCopy(system, of.register))
}

/** Large registers have their copy before anybody asks, with the order that their list opens in; others are made when they are first asked for. */
async function warmCopy(system: System, register: AnyRegister): Promise<void> {
  const { field: name } = register.list.sort
  const field = register.fields[name]
  if (!field) return
  await copiesOf(system)
    .warm({ table: register.table, columns: [sortColumn(name, field)] })
    .catch((error: unknown) => system.log.warn({ err: error }, 'no copy of a register; the engine answers alone'))
}
