import { addMonths, daysBetween, dayOf, endOfMonth, invalid, isDay } from '@crm/platform'
import { allowed, type Query, type Reading } from '@crm/platform/server'
import { z } from 'zod'
import { type ContractReport, counting, type DecisionDays, type DepartmentValue, type EndingMonth } from '../report.ts'
import { rights } from '../rights.ts'
import { decisionDays } from './decision-days.ts'
import { seenVariants } from './seen-variants.ts'

export type ReportProcedures = {
  /** Both days inclusive, half a year at most. */
  calendar: Query<{ from: string; to: string }, DecisionDays>
  /** The names of the variants of which the reader may see something. */
  variants: Query<object | undefined, string[]>
  /** Of one variant; nothing of one that the reader may not see. */
  figures: Query<{ entity: string }, ContractReport>
}

const day = z.string('required').refine(isDay, 'not-a-day')
const longestDays = 190
const monthsAhead = 12

/** Sums and calendars over what the reader may see, and nothing else: two people may rightly see different ones. */
export const reportProcedures: ReportProcedures = {
  calendar: allowed(rights.reports.view)
    .input(z.strictObject({ from: day, to: day }))
    .query(({ ctx, input }) => {
      const length = daysBetween(input.from, input.to)
      if (length < 0) throw invalid({ path: 'to', code: 'end-before-start' })
      if (length > longestDays) throw invalid({ path: 'to', code: 'too-long', params: { limit: longestDays } })
      return decisionDays(ctx, input)
    }),
  variants: allowed(rights.reports.view)
    .input(z.strictObject({}).optional())
    .query(async ({ ctx }) => seenVariants(ctx).map(({ entity }) => entity)),
  figures: allowed(rights.reports.view)
    .input(z.strictObject({ entity: z.string().max(40) }))
    .query(async ({ ctx, input }) => ({ ending: await endingMonths(ctx, input.entity), values: await departmentValues(ctx, input.entity) })),
}

/** This month and the eleven after it; a month in which nothing ends is there with none. */
async function endingMonths(ctx: Reading, entity: string): Promise<EndingMonth[]> {
  const first = `${dayOf(ctx.now).slice(0, 7)}-01`
  const months = Array.from({ length: monthsAhead }, (_, at) => addMonths(first, at))
  const last = endOfMonth(months.at(-1) ?? first)
  const counts = new Map<string, number>()
  for (const { register, where } of seenVariants(ctx).filter((seen) => seen.entity === entity)) {
    const rows = await ctx.system.database.read.query(
      `select date_format(t.next_end_on, '%Y-%m') as month, count(*) from ${register.table} t
       where t.next_end_on between ? and ? and t.shelf = 'current' and t.status in (?) and ${where.text} group by month`,
      [first, last, counting, ...where.values],
    )
    for (const [month, count] of rows) counts.set(String(month), Number(count))
  }
  return months.map((month) => ({ month: month.slice(0, 7), count: counts.get(month.slice(0, 7)) ?? 0 }))
}

/** The largest first, within each currency and basis. */
async function departmentValues(ctx: Reading, entity: string): Promise<DepartmentValue[]> {
  const answers = await Promise.all(
    seenVariants(ctx)
      .filter((seen) => seen.entity === entity && seen.hasAmounts)
      .map(({ register, where }) =>
        ctx.system.database.read.query(
          `select t.department_id, max(t.department_label), t.currency, t.price_basis, sum(t.value_per_year) as total, count(*) from ${register.table} t
           where t.value_per_year is not null and t.shelf = 'current' and t.status in (?) and ${where.text}
           group by t.department_id, t.currency, t.price_basis order by t.currency, t.price_basis, total desc`,
          [counting, ...where.values],
        ),
      ),
  )
  return answers.flat().map(([departmentId, department, currency, priceBasis, sum, count]) => ({
    departmentId: departmentId === null ? null : Number(departmentId),
    department: department === null ? null : String(department),
    currency: String(currency),
    priceBasis: priceBasis === 'gross' ? 'gross' : 'net',
    sum: String(sum),
    count: Number(count),
  }))
}
