import { dayOf } from '@crm/platform'
import type { JobContext } from '@crm/platform/server'
import type { AnyRegister } from '@crm/register'
import { rederive } from '@crm/register/server'
import { variants } from '../variants.ts'

const batch = 500

/** A renewal passes without anybody touching the contract; what is stored follows on the day after. */
export default async function rollTerms(ctx: JobContext): Promise<void> {
  for (const { register } of Object.values(variants)) await rollOf(ctx, register)
}

async function rollOf(ctx: JobContext, register: AnyRegister): Promise<void> {
  const due = await ctx.system.database.read.query(
    `select id from ${register.table} where term_kind = 'tacit' and next_end_on < ? and shelf <> 'removed' and (renewal_count is null or next_end_on < date_add(ends_on, interval renewal_months * renewal_count month)) limit ?`,
    [dayOf(ctx.now), batch],
  )
  await rederive(
    ctx,
    register,
    due.map((row) => Number(row[0])),
  )
}
