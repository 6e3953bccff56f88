import { dayOf } from '@crm/platform'
import { currentTransaction, type JobContext } from '@crm/platform/server'
import { type AnyRegister, documentOf } from '../../index.ts'
import { besideOf } from './beside.ts'
import { storeField } from '../table/cell.ts'
import { modelOf } from '../table/model.ts'
import { differences, findRecord, saveSearch } from './record.ts'
import { movesDays, remindAnew } from './reminded.ts'

/** Compute the computed fields of records again and store what is different. The version stays: nobody edited anything. */
export async function rederive(ctx: Pick<JobContext, 'system' | 'now' | 'journal'>, register: AnyRegister, ids: readonly number[]): Promise<void> {
  for (const id of ids) {
    const record = await findRecord(ctx.system, register, { id, isLocked: true })
    if (!record) continue
    const computed = { ...record.values, ...register.derive?.(record.values as never, { today: dayOf(ctx.now), beside: await besideOf(register, id) }) } // read by this declaration
    const changes = differences(register, record.values, computed)
    const columns = Object.entries(changes).map(([name, [, value]]) => storeField(name, register.fields[name] ?? { kind: 'text', presence: 'computed' }, value))
    if (columns.length === 0) continue
    await modelOf(ctx.system.database.sequelize, register.table).update(Object.assign({}, ...columns), { where: { id }, transaction: currentTransaction() ?? null })
    await saveSearch(register, { id, values: computed })
    if (movesDays(register, Object.keys(changes))) await remindAnew(ctx, register, { ...record, values: computed })
    await ctx.journal({ document: documentOf(register, id), documentCode: register.code ? String(record.values[register.code.field]) : null, changes })
  }
}
