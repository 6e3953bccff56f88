import type { System } from '@crm/platform/server'
import type { FastifyInstance } from 'fastify'
import type { AnyRegister, RegisterRights } from '../index.ts'
import type { RegisterDocument } from './document.ts'
import { serveExport } from './export.ts'
import { serveRest } from './import/rest.ts'
import { takeSheets } from './import/take-sheet.ts'

/** The file routes of a register; an app calls it in its `routes` with the document that it lists under `documents`. */
export function registerRoutes(http: FastifyInstance, system: System, of: { register: AnyRegister; rights: RegisterRights; document: RegisterDocument }): void {
  serveExport(http, system, of)
  takeSheets(http, system, of)
  serveRest(http, system, of)
}
