import { type AccessProcedures, accessProcedures, type AccessSubject, type Reading, statement } from '@crm/platform/server'
import type { AttachedTo } from '../attached-to.ts'
import { demandFile, fileKind } from './file-access.ts'

/** Files as a subject of access tables and grants. A table of a file's own decides alone, but nobody sees a file whose document they do not see. */
export const fileSubject = (to: AttachedTo): AccessSubject => {
  const { list, preview, download, upload, describe, remove, access } = to.rights
  return {
    kind: fileKind(to),
    view: list.id,
    path: '',
    rights: [list, preview, download, upload, describe, remove, access].map((right) => right.id),
    manage: access.id,
    previewRights: [list.id, preview.id],
    async accessIds(system, ids) {
      if (ids.length === 0) return new Map()
      const rows = await system.database.read.query('select id, access_id from storage_file where id in (?)', [ids])
      return new Map(rows.map(([id, accessId]) => [Number(id), accessId === null ? null : Number(accessId)]))
    },
    async partOf(system, ids) {
      const rows = ids.length === 0 ? [] : await system.database.read.query('select id, document from storage_file where id in (?)', [ids])
      return new Map(rows.map(([id, document]) => [Number(id), String(document)]))
    },
    async codes(system, ids) {
      if (ids.length === 0) return new Map()
      const rows = await system.database.read.query('select id, name from storage_file where id in (?) and live_name is not null', [ids])
      return new Map(rows.map(([id, name]) => [Number(id), String(name)]))
    },
    // The column holds an own table only: what is inherited is read where it stands, at the document.
    async govern({ id, to: tableId }) {
      await statement('update storage_file set access_id = ? where id = ?', [tableId, id])
    },
  }
}

/** Who sees a single file, behind its own right; told in the journal of its document. */
export const fileAccessProcedures = (to: AttachedTo): AccessProcedures =>
  accessProcedures(fileSubject(to), {
    right: to.rights.access,
    async find(ctx: Reading, id) {
      const { file, document } = await demandFile(ctx, to, id)
      return { code: document.code, accessId: file.accessId ?? document.accessId, toldAt: { document: file.document, changes: { file: [file.name, file.name] } } }
    },
  })
