import { Failure, sentence } from '@crm/platform'
import { refuse, sheetTypes, type System, writeSheet } from '@crm/platform/server'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { paperMessages } from '../../messages/papers.ts'
import type { PaperDesk } from './desk.ts'
import { findTaking, linesOf } from './stocktaking.ts'

const asked = z.strictObject({ language: z.enum(['pl', 'en']).default('pl') })

/** `GET /files/<desk>/stocktaking/:id?language=pl`: what counting found, as a workbook. */
export function paperRoutes(http: FastifyInstance, _system: System, desk: PaperDesk): void {
  const guard = http.guard(desk.rights.count)
  http.get<{ Params: { id: string } }>(`/files/${desk.kind}/stocktaking/:id`, { config: { right: desk.rights.count } }, async (raw, reply) => {
    try {
      const ctx = await guard(raw, reply)
      const { language } = asked.parse(raw.query)
      const id = Number(raw.params.id)
      if (!Number.isInteger(id)) throw new Failure('missing')
      const taking = await findTaking(ctx, desk, id)
      const lines = await linesOf(ctx, desk, taking)
      await ctx.journalRead({ document: `${desk.kind}:${id}`, note: `xlsx, ${lines.length}` })
      const say = (path: string) => sentence(paperMessages[language], path, { language }) ?? ''
      const body = writeSheet('xlsx', {
        head: ['outcome', 'number', 'title', 'place', 'holder', 'seenBy', 'seenAt'].map((name) => say(`columns.${name}`)),
        frozenCount: 2,
        widths: [22, 18, 40, 24, 24, 24, 18],
        kinds: ['text', 'text', 'text', 'text', 'text', 'text', 'moment'],
        rows: rowsOf(lines.map((line) => [say(`outcomes.${line.outcome}`), line.number, line.title, line.place, line.holder, line.by, line.at && clock(line.at)])),
        about: {
          name: say('about'),
          rows: [
            [say('place'), taking.place],
            [say('startedAt'), clock(taking.startedAt)],
            [say('endedAt'), taking.endedAt === null ? say('goesOn') : clock(taking.endedAt)],
          ],
        },
      })
      return reply.type(sheetTypes.xlsx).header('content-disposition', `attachment; filename="spis-${id}.xlsx"`).header('cache-control', 'private, no-store').send(body)
    } catch (error) {
      return reply.send(refuse(raw, reply, error))
    }
  })
}

async function* rowsOf<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows
}

/** A moment as a clock on the wall in Warsaw shows it. */
const clock = (moment: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw', dateStyle: 'short', timeStyle: 'short' }).format(new Date(moment))
