import { dayOf } from '@crm/platform'
import { type JobContext, statement } from '@crm/platform/server'
import type { AnyRegister } from '@crm/register'
import { rederive } from '@crm/register/server'
import { variants } from '../variants.ts'

const batch = 500

/** A renewal passes, an annex begins or ends without anybody touching the contract; what is stored follows on the day after. */
export default async function rollTerms(ctx: JobContext): Promise<void> {
  for (const { register } of Object.values(variants)) {
    await rollRenewed(ctx, register)
    await turnAnnexes(ctx, register)
  }
}

const annexed = 'exists (select 1 from contract_annex a where a.kind = ? and a.contract_id = t.id)'

async function rollRenewed(ctx: JobContext, register: AnyRegister): Promise<void> {
  const today = dayOf(ctx.now)
  const due = await ctx.system.database.read.query(
    `select t.id from ${register.table} t where t.term_kind = 'tacit' and t.next_end_on < ? and t.shelf <> 'removed' and not ${annexed}
       and (t.renewal_count is null or t.next_end_on < date_add(t.ends_on, interval t.renewal_months * t.renewal_count month)) limit ?`,
    [today, register.id, batch],
  )
  // Whether one with annexes still renews is said by its terms, not by its columns.
  const others = await ctx.system.database.read.query(
    `select t.id from ${register.table} t where t.next_end_on < ? and t.shelf <> 'removed' and t.status <> 'ended' and ${annexed} limit ?`,
    [today, register.id, batch],
  )
  await rederive(
    ctx,
    register,
    [...due, ...others].map(([id]) => Number(id)),
  )
}

async function turnAnnexes(ctx: JobContext, register: AnyRegister): Promise<void> {
  const today = dayOf(ctx.now)
  const due = await statement<{ id: number; contract_id: number }[]>(
    'select id, contract_id from contract_annex where kind = ? and next_turn_on <= ? order by next_turn_on limit ? for update',
    [register.id, today, batch],
  )
  if (due.length === 0) return
  await rederive(ctx, register, [...new Set(due.map((annex) => annex.contract_id))])
  // One that has begun turns once more on the day after its end.
  await statement('update contract_annex set next_turn_on = if(ends_on >= ?, date_add(ends_on, interval 1 day), null) where id in (?)', [today, due.map((annex) => annex.id)])
}
