import { Failure } from '@crm/platform'
import { type JobContext, statement } from '@crm/platform/server'
import { trashDays } from '../../index.ts'
import { destroyRecord } from './destroy.ts'
import { registersOf } from './document.ts'
import { findRecord } from './record.ts'

/** So many a register and night: what is left over goes in the next one. */
const atOnce = 500

/** Moving to the trash is the last thing that moves `updated_at`; what something still refers to stays until it no longer does. */
export default async function emptyTrash(ctx: JobContext): Promise<void> {
  const before = new Date(ctx.now.getTime() - trashDays * 86_400_000)
  for (const register of registersOf(ctx.system)) {
    const due = await statement<{ id: number }[]>(`select id from ${register.table} where shelf = 'removed' and updated_at < ? order by updated_at limit ?`, [before, atOnce])
    for (const { id } of due) {
      const record = await findRecord(ctx.system, register, { id, isLocked: true })
      if (record?.shelf !== 'removed') continue
      try {
        await destroyRecord(ctx, register, record, null)
      } catch (error) {
        if (!(error instanceof Failure && error.code === 'in-use')) throw error
      }
    }
  }
}
