import { defineApp, defineRights, Failure } from '@crm/platform'
import { allowed, defineServer, router } from '@crm/platform/server'
import { attachmentRights } from '../index.ts'
import { type AttachedTo, attachmentProcedures, attachmentRoutes } from './index.ts'

const rights = defineRights('paper', { files: attachmentRights() })
const attached: AttachedTo = {
  kind: 'paper.sheet',
  view: rights.files.list.id,
  rights: rights.files,
  find: sheetOf,
  see: sheetOf,
  accessIds: async (_system, ids) => new Map(ids.map((id) => [id, null])),
}

async function sheetOf(_ctx: unknown, id: number) {
  if (id !== 1 && id !== 2) throw new Failure('missing')
  return { code: `P/${id}`, accessId: null }
}
const levels = { read: [], work: [], approve: [], manage: [] }

/** The smallest app whose documents have files: two sheets of paper, for tests. */
export const paper = defineServer({
  app: defineApp({ id: 'paper', rights, levels, messages: { pl: {}, en: {} }, notices: [] }),
  router: router({
    files: attachmentProcedures(attached),
    unused: allowed(rights.files.list)
      .input({ parse: () => null })
      .query(async () => null),
  }),
  migrations: [],
  help: new URL('../../help/', import.meta.url),
  routes: (http, system) => attachmentRoutes(http, system, attached),
})
