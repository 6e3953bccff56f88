import { join } from 'node:path'
import { Failure } from '@crm/platform'
import { type Reading, type System, momentOf } from '@crm/platform/server'
import type { ExportFormat, ExportLine } from '../../index.ts'

export const exportDocument = (id: number): string => `register.export:${id}`

/** Where a written export lies until it ends. */
export const pathOfExport = (system: System, { id, format }: { id: number; format: string }): string => join(system.env.CRM_DATA, 'exports', `${id}.${format}`)

/** Somebody's own exports of a register that have not ended, newest first. */
export async function exportsOf(ctx: Reading, register: string, id?: number): Promise<ExportLine[]> {
  const rows = await ctx.system.database.read.query(
    `select id, format, state, reason, row_count, done_count, size, at, ends_at from register_export
     where owner_id = ? and register = ? and ends_at > ? ${id === undefined ? '' : 'and id = ?'} order by id desc limit 20`,
    [ctx.user.id, register, ctx.now, ...(id === undefined ? [] : [id])],
  )
  return rows.map(([exportId, format, state, reason, rowCount, doneCount, size, at, endsAt]) => ({
    id: Number(exportId),
    // Written by the files beside this one only.
    format: format as ExportFormat,
    state: state as ExportLine['state'],
    reason: reason === null ? null : String(reason),
    rowCount: rowCount === null ? null : Number(rowCount),
    doneCount: Number(doneCount),
    size: size === null ? null : Number(size),
    at: momentOf(at),
    endsAt: momentOf(endsAt),
  }))
}

/** @throws Failure 'missing' for another's, one that has ended, one that is not there */
export async function findExport(ctx: Reading, { register, id }: { register: string; id: number }): Promise<ExportLine> {
  const [line] = await exportsOf(ctx, register, id)
  if (!line) throw new Failure('missing')
  return line
}
