import { dayOf } from '@crm/platform'
import { type Belongings, statement, visibleKeys, type Writing } from '@crm/platform/server'
import { factsOf, type PaperDesk, shelvedAt, type Shelved } from './desk.ts'
import { giveBack, lend } from './loans.ts'

const most = 100

/** Papers of a desk that somebody has at home or in a drawer: they come back, or go on to somebody else. */
export function lentPapers(desk: PaperDesk): Belongings {
  const kinds = desk.documents.map(({ kind }) => kind)
  const held = "live_document is not null and holder_id = ? and substring_index(live_document, ':', 1) in (?)"
  const lent = async (userId: number) => {
    const rows = await statement<{ document: string; due_on: string | null }[]>(
      `select live_document as document, date_format(due_on, '%Y-%m-%d') as due_on from storage_loan where ${held} order by id`,
      [userId, kinds],
    )
    return rows.flatMap(({ document, due_on: dueOn }) => {
      const found = shelvedAt(desk, document)
      return found ? [{ document, dueOn, ...found }] : []
    })
  }
  return {
    kind: desk.kind,
    async count(system, userId) {
      const [row] = await system.database.read.query(`select count(*) from storage_loan where ${held}`, [userId, kinds])
      return Number(row?.[0])
    },
    async lines(ctx, userId) {
      const rows = await ctx.system.database.read.query(`select live_document from storage_loan where ${held} order by due_on is null, due_on, id limit ${most}`, [userId, kinds])
      const documents = rows.map(([document]) => String(document))
      const [seen, facts] = [await visibleKeys(ctx.system, ctx.user, documents), await factsOf(ctx.system, desk, documents)]
      return documents.flatMap((document) => {
        const [found, about] = [shelvedAt(desk, document), facts.get(document)]
        return found && about && seen.has(document) ? [{ label: `${about.number} · ${about.title}`, path: `${found.to.path}/${found.id}` }] : []
      })
    },
    async handOver(ctx, { from, to: holderId }) {
      for (const { to, id, dueOn } of await lent(from)) {
        const code = await numberOf(ctx, to, id)
        // A day that has passed is nobody's day any more.
        await lend(ctx, to, { id, code, lending: { holderId, outsider: null, dueOn: dueOn !== null && dueOn >= dayOf(ctx.now) ? dueOn : null, note: null } })
      }
    },
    async takeBack(ctx, from) {
      for (const { to, id } of await lent(from)) await giveBack(ctx, to, { id, code: await numberOf(ctx, to, id) })
    },
  }
}

const numberOf = async (ctx: Writing, to: Shelved, id: number): Promise<string | null> => (await to.about(ctx.system, [id])).get(id)?.number ?? null
