import { type CalendarEntry, sentence } from '@crm/platform'
import type { CalendarSpan, Reading } from '@crm/platform/server'
import { contracts } from '../contracts.ts'
import { counting, type DecisionDay, type DecisionDays, type DecisionKind, decisionKinds } from '../report.ts'
import { seenVariants } from './seen-variants.ts'

const limit = 1_000
const columns: Record<DecisionKind, string> = { decideByOn: 'decide_by_on', noticeDeadlineOn: 'notice_deadline_on', nextEndOn: 'next_end_on' }

/** The days between two, inclusive, on which contracts that the reader may see are decided, can last be ended, end. */
export async function decisionDays(ctx: Reading, { from, to, kinds = decisionKinds }: { from: string; to: string; kinds?: readonly DecisionKind[] }): Promise<DecisionDays> {
  const questions = seenVariants(ctx).flatMap((seen) => kinds.map((kind) => ({ ...seen, kind })))
  const answers = await Promise.all(
    questions.map(async ({ entity, register, where, kind }) => {
      const column = columns[kind]
      const rows = await ctx.system.database.read.query(
        `select t.id, t.number, t.subject, t.owner_label, t.${column} from ${register.table} t
         where t.${column} between ? and ? and t.shelf = 'current' and t.status in (?) and ${where.text} order by t.${column}, t.id limit ${limit + 1}`,
        [from, to, counting, ...where.values],
      )
      return rows.map(
        ([id, number, subject, owner, on]): DecisionDay => ({
          entity,
          id: Number(id),
          number: String(number),
          subject: String(subject),
          owner: String(owner),
          kind,
          on: String(on),
        }),
      )
    }),
  )
  const days = answers
    .flatMap((answer) => answer.slice(0, limit))
    .sort((a, b) => (a.on === b.on ? decisionKinds.indexOf(a.kind) - decisionKinds.indexOf(b.kind) : a.on < b.on ? -1 : 1))
  return { days, isCapped: answers.some((answer) => answer.length > limit) }
}

/** The last safe days, for the reader's own calendar program. */
export async function calendarDays(ctx: Reading, { from, to, language }: CalendarSpan): Promise<CalendarEntry[]> {
  const { days } = await decisionDays(ctx, { from, to, kinds: ['decideByOn'] })
  return days.map(({ entity, id, number, on }) => ({
    uid: `decide-contracts.${entity}-${id}`,
    on,
    title: sentence(contracts.messages[language], 'calendar.decide', { language, params: { number } }) ?? number,
    path: `/contracts/${entity}/${id}`,
  }))
}
