import { createHash, randomUUID } from 'node:crypto'
import { statement, type System } from '@crm/platform/server'
import { serveUploads } from '@crm/storage/server'
import type { FastifyInstance } from 'fastify'
import type { AnyRegister, RegisterRights } from '../../index.ts'
import { readImport } from '../../jobs.ts'
import { importDocument } from './found.ts'

/** `POST /files/<kind>/import/upload` and what follows it: a sheet comes in; a worker begins to read it with the commit. */
export function takeSheets(http: FastifyInstance, system: System, { register, rights }: { register: AnyRegister; rights: RegisterRights }): void {
  serveUploads(http, system, {
    kind: `${register.id}/import`,
    right: rights.import,
    endings: ['xlsx', 'csv', 'txt'],
    find: async () => ({ code: null }),
    async take(ctx, { uploadId, name, blob }) {
      await statement('insert ignore into storage_blob (sha256, size, type, created_at) values (?,?,?,?)', [blob.sha256, blob.size, blob.type, ctx.now])
      const { insertId, affectedRows } = await statement(
        "insert ignore into register_import (register, upload, owner_id, name, sha256, batch, state, same, row_count, done_count, moved_at, at) values (?,?,?,?,?,?,'reading','skip',0,0,?,?)",
        [register.id, uploadId, ctx.user.id, name, blob.sha256, randomUUID(), ctx.now, ctx.now],
      )
      if (affectedRows > 0) await ctx.send(readImport, { importId: insertId })
      await ctx.journal({ document: importDocument(insertId), note: name })
    },
  })
}

/** Files with the same heads in the same order are mapped alike. */
export const hashOfHeads = (heads: readonly string[]): string => createHash('sha256').update(JSON.stringify(heads)).digest('hex')
