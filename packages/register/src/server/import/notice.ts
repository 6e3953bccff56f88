import { type JobContext, noticeTo, notify } from '@crm/platform/server'
import { importDone } from '../../notices.ts'
import { type KnownRegister, pathOf } from '../known.ts'
import { importDocument, type KeptImport } from './found.ts'

/** The one who left a long import running learns that it is done. */
export const tellImported = (ctx: JobContext, one: KeptImport, { register }: KnownRegister): Promise<void> =>
  ctx.send(
    notify,
    noticeTo(one.ownerId, importDone, { params: { name: one.name }, path: `${pathOf(ctx.system, register.id)}/import?id=${one.id}`, document: importDocument(one.id) }),
  )
