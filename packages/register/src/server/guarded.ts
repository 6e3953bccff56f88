import { demand, holderOf, type Reading } from '@crm/platform/server'
import { type AnyRegister, conditionsOf, guardedFields, noFilter } from '../index.ts'
import type { Listing } from './list/listing.ts'

/** Every field that a question names, to show it, to filter or to order by it. */
export const askedIn = ({ columns = [], filter, sort }: Partial<Pick<Listing, 'columns' | 'filter' | 'sort'>>): string[] => [
  ...columns,
  ...conditionsOf(filter ?? noFilter).map(({ field }) => field),
  ...(sort ?? []).map(({ field }) => field),
]

/**
 * The rights of the fields that are to be read or written; a refusal is journalled.
 *
 * @throws Failure 'denied' naming the first right that is missing
 */
export async function demandFields(ctx: Reading, register: AnyRegister, names: readonly string[]): Promise<void> {
  const holds = holderOf(ctx.user)
  const refused = guardedFields(register).find(([name, right]) => !holds(right) && names.includes(name))
  if (refused) await demand(ctx, { ...ctx.right, id: refused[1] })
}
