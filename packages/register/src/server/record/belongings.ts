import type { Belongings, Writing } from '@crm/platform/server'
import { statement } from '@crm/platform/server'
import { type AnyRegister, documentOf } from '../../index.ts'
import { columnsOf } from '../table/column.ts'
import { withoutNames } from './history.ts'
import { registerNamed } from '../known.ts'
import { findRecord, updateRecord } from './record.ts'

/** What people have in hand in a register: one line for each field that names a person. */
export const registerBelongings = (register: AnyRegister): Belongings[] =>
  Object.entries(register.fields)
    .filter(([, field]) => field.kind === 'reference' && field.target === 'directory.person' && field.presence !== 'computed')
    .map(([name, field]) => {
      const column = columnsOf(name, field)[0]?.name ?? ''
      return {
        kind: `${register.id}.${name}`,
        async count(system, userId) {
          const [row] = await system.database.read.query(`select count(*) from ${register.table} where ${column} = ? and shelf <> 'removed'`, [userId])
          return Number(row?.[0])
        },
        handOver: (ctx, between) => handOver(ctx, register, { name, column, ...between }),
      }
    })

async function handOver(ctx: Writing, register: AnyRegister, { name, column, from, to }: { name: string; column: string; from: number; to: number }): Promise<void> {
  const owned = await statement<{ id: number }[]>(`select id from ${register.table} where ${column} = ? and shelf <> 'removed' order by id`, [from])
  for (const { id } of owned) {
    const before = await findRecord(ctx.system, register, { id, isLocked: true })
    if (!before) continue
    const { record, changes } = await updateRecord(ctx, register, before, { values: { [name]: to } })
    const code = register.code ? String(record.values[register.code.field] ?? '') : null
    await ctx.journal({ document: documentOf(register, id), documentCode: code, changes: withoutNames(register, changes), affectedUserId: to })
    await registerNamed(register.id).hooks.updated?.(ctx, record, changes)
  }
}
