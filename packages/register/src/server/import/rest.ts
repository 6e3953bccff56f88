import type { Issue } from '@crm/platform'
import { refuse, type SheetCell, sheetTypes, type System, writeSheet } from '@crm/platform/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { AnyRegister, RegisterRights } from '../../index.ts'
import { addedIn } from '../added/kept.ts'
import { wordsOf } from '../words.ts'
import { findImport, importDocument, sheetRowsOf } from './found.ts'

const asked = z.strictObject({ language: z.enum(['pl', 'en']).default('pl') })
const readAtOnce = 1_000

/** `GET /files/<kind>/import/:id/rest`: the rows that were not taken, as they came, with what is wrong with each; for its owner only. */
export function serveRest(http: FastifyInstance, system: System, { register, rights }: { register: AnyRegister; rights: RegisterRights }): void {
  const guard = http.guard(rights.import)
  http.get<{ Params: { id: string } }>(`/files/${register.id}/import/:id/rest`, { config: { right: rights.import } }, async (raw, reply: FastifyReply) => {
    try {
      const ctx = await guard(raw as FastifyRequest, reply)
      const { language } = asked.parse(raw.query)
      const one = await findImport(ctx, { register: register.id, id: Number(raw.params.id) || 0 })
      const words = wordsOf(system, register, language, await addedIn(system, register.id))
      await ctx.journalRead({ document: importDocument(one.id), note: `rest of ${one.name}` })
      async function* rows(): AsyncGenerator<SheetCell[]> {
        for (let after = 0; ; ) {
          const some = await sheetRowsOf(system, { importId: one.id, after, limit: readAtOnce, states: ['bad', 'left', 'same'] })
          for (const row of some) yield [...one.heads.map((_head, at) => row.cells[at] ?? null), reasonOf(row)]
          if (some.length < readAtOnce) return
          after = some.at(-1)?.number ?? after
        }
      }
      const reasonOf = ({ issues, sameCode }: { issues: string | null; sameCode: string | null }) => {
        const all = issues === null ? [] : (JSON.parse(issues) as Issue[]) // written by the check
        if (all.length === 0) return sameCode === null ? words.own('import.states.left') : `${words.own('import.states.same')}: ${sameCode}`
        return all.map((issue) => `${issue.path === '' ? '' : `${words.field(issue.path)}: `}${words.issue(issue)}`).join(' ')
      }
      return reply
        .type(sheetTypes.xlsx)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(one.name.replace(/\.\w+$/, ''))}-${words.own('import.restName')}.xlsx`)
        .header('cache-control', 'private, no-store')
        .send(writeSheet('xlsx', { head: [...one.heads, words.own('import.reason')], rows: rows(), widths: [...one.heads.map(() => 20), 60] }))
    } catch (error) {
      return reply.send(refuse(raw as FastifyRequest, reply, error))
    }
  })
}
