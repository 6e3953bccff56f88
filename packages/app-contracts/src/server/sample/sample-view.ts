import type { Writing } from '@crm/platform/server'
import type { AnyRegister } from '@crm/register'
import { insertView } from '@crm/register/server'
import { counting } from '../../report.ts'

/** What the office looks at on Mondays, shared with everybody. */
export async function sampleView(ctx: Writing, register: AnyRegister): Promise<void> {
  const id = await insertView(ctx, register, {
    name: 'Do decyzji w 90 dni',
    audience: 'all',
    state: {
      columns: ['number', 'subject', 'decideByOn', 'noticeDeadlineOn', 'nextEndOn', 'owner', 'status'],
      filter: {
        all: [
          { field: 'decideByOn', op: 'nextDays', value: 90 },
          { field: 'status', op: 'oneOf', value: [...counting] },
        ],
      },
      sort: [{ field: 'decideByOn', dir: 'asc' }],
    },
  })
  await ctx.journal({ document: `register.view:${id}`, note: 'sample data' })
}
