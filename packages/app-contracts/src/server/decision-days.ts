import { type CalendarEntry, sentence } from '@crm/platform'
import { type CalendarSpan, type Reading, visibleWhere } from '@crm/platform/server'
import { contracts } from '../contracts.ts'
import { rights, type VariantRights } from '../rights.ts'
import { variants } from '../variants.ts'

const limit = 1_000

/** The last safe days to decide of the contracts that the reader may see now, in their own calendar. */
export async function decisionDays(ctx: Reading, { from, to, language }: CalendarSpan): Promise<CalendarEntry[]> {
  const all = await Promise.all(
    Object.entries(variants).map(async ([entity, { register }]) => {
      const { view } = rights[entity as keyof typeof variants] as VariantRights // its own names
      const seen = visibleWhere(ctx.user, { kind: register.id, right: view.id, now: ctx.now })
      if (seen === 'none') return []
      const rows = await ctx.system.database.read.query(
        `select t.id, t.number, t.decide_by_on from ${register.table} t
         where t.decide_by_on between ? and ? and t.shelf = 'current' and t.status in ('active', 'terminating') ${seen === 'all' ? '' : `and ${seen.text}`} order by t.decide_by_on limit ${limit}`,
        [from, to, ...(seen === 'all' ? [] : seen.values)],
      )
      return rows.map(([id, number, on]): CalendarEntry => {
        const title = sentence(contracts.messages[language], 'calendar.decide', { language, params: { number: String(number) } }) ?? String(number)
        return { uid: `decide-${register.id}-${Number(id)}`, on: String(on), title, path: `/contracts/${entity}/${Number(id)}` }
      })
    }),
  )
  return all.flat()
}
