import type { Writing } from '@crm/platform/server'
import type { AnyRegister } from '@crm/register'
import { destroyRecord, insertRecord, shelve } from '@crm/register/server'

/** A contract that was entered twice and is gone: its number stays among the voided ones. */
export async function sampleVoided(ctx: Writing, register: AnyRegister, values: Readonly<Record<string, unknown>>): Promise<void> {
  const record = await insertRecord(ctx, register, values)
  const { record: removed } = await shelve(ctx, register, record, 'removed')
  await destroyRecord(ctx, register, removed, { reason: 'Założona dwa razy: ta sama umowa jest pod numerem wcześniejszym', byId: ctx.user.id })
}
