import { dayOf } from '@crm/platform'
import type { JobContext } from '@crm/platform/server'
import { rederive } from '@crm/register/server'
import { trade } from '../trade.ts'

const batch = 500

/** A renewal passes without anybody touching the contract; what is stored follows on the day after. */
export default async function rollTerms(ctx: JobContext): Promise<void> {
  const due = await ctx.system.database.read.query(
    "select id from contract_trade where term_kind = 'tacit' and next_end_on < ? and shelf <> 'removed' and (renewal_count is null or next_end_on < date_add(ends_on, interval renewal_months * renewal_count month)) limit ?",
    [dayOf(ctx.now), batch],
  )
  await rederive(
    ctx,
    trade,
    due.map((row) => Number(row[0])),
  )
}
