import { dayOf } from '@crm/platform'
import type { JobContext } from '@crm/platform/server'
import { switchAccount, turnedAccounts } from './account.ts'

/** Just after midnight: accounts begin and end with the days that were entered. */
export default async function turnAccounts(ctx: JobContext): Promise<void> {
  for (const { id, isActive } of await turnedAccounts(ctx.system, dayOf(ctx.now))) await switchAccount(ctx, id, { isActive, note: 'by its days' })
}
