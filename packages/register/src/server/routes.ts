import type { System } from '@crm/platform/server'
import type { FastifyInstance } from 'fastify'
import { type AnyRegister, isSortable, type RegisterRights } from '../index.ts'
import { sortColumn } from './column.ts'
import { copiesOf } from './copy/copies.ts'
import type { RegisterDocument } from './document.ts'
import { serveExport } from './export.ts'
import { serveRest } from './import/rest.ts'
import { takeSheets } from './import/take-sheet.ts'

/** The file routes of a register; an app calls it in its `routes` with the document that it lists under `documents`. */
export function registerRoutes(http: FastifyInstance, system: System, of: { register: AnyRegister; rights: RegisterRights; document: RegisterDocument }): void {
  serveExport(http, system, of)
  takeSheets(http, system, of)
  serveRest(http, system, of)
  http.addHook('onListen', () => warmCopy(system, of.register))
}

/** Large registers have their copy before anybody asks. */
async function warmCopy(system: System, register: AnyRegister): Promise<void> {
  const columns = Object.entries(register.fields).flatMap(([name, field]) => (isSortable(register, name) ? [sortColumn(name, field)] : []))
  await copiesOf(system)
    .warm({ table: register.table, columns })
    .catch((error: unknown) => system.log.warn({ err: error }, 'no copy of a register; the engine answers alone'))
}
