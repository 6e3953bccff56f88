import { type Reading, refuse, type System } from '@crm/platform/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { exportFormats } from '../../index.ts'
import type { KnownRegister } from '../known.ts'
import { clockOf } from '../words.ts'
import { openExport, type OpenedExport } from './opened.ts'
import { exportTypes, writeExport } from './write.ts'

const asked = z.strictObject({ format: z.enum(exportFormats), language: z.enum(['pl', 'en']).default('pl'), question: z.string().max(12_000) })

type Exported = Omit<KnownRegister, 'hooks'>

/**
 * `GET /files/<kind>/export?format=xlsx&question={…}`: the list as it is seen, written as it is read.
 * The entry with the number of rows is in the journal before the first byte; one that was cut off leaves a second one.
 */
export function serveExport(http: FastifyInstance, _system: System, of: Exported): void {
  const { register, rights } = of
  const guard = http.guardOn(rights.export)
  http.get(`/files/${register.id}/export`, { config: { right: rights.export } }, async (raw: FastifyRequest, reply: FastifyReply) => {
    try {
      const ctx = await guard(raw, reply)
      const { format, language, question } = asked.parse(raw.query)
      const opened = await openExport(ctx, of, { format, language, question })
      await ctx.journalRead({ note: noteOf(format, opened) })
      const body = await writeExport(format, { opened, language, tell: telling(ctx, format, opened) })
      body.on('error', (error) => raw.log.error({ err: error }, 'an export was cut off'))
      return reply
        .type(exportTypes[format])
        .header('content-disposition', `attachment; filename="${nameOf(register.id, ctx.now)}.${format}"`)
        .header('cache-control', 'private, no-store')
        .send(body)
    } catch (error) {
      return reply.send(refuse(raw, reply, error))
    }
  })
}

/** `contracts-trade-2026-11-24` */
export const nameOf = (id: string, now: Date): string => `${id.replace('.', '-')}-${clockOf(now).slice(0, 10)}`

export const noteOf = (format: string, { count, about }: OpenedExport): string =>
  `${format}: ${count}; ${about.map(([name, value]) => `${name}: ${value}`).join('; ')}`.slice(0, 2_000)

/** What was cut off, or came out other than it was counted, is said a second time. */
const telling =
  (ctx: Reading, format: string, { count }: OpenedExport) =>
  async (written: number, isWhole: boolean) => {
    if (!isWhole || written !== count) await ctx.journalRead({ note: `${format}: ${isWhole ? '' : 'cut off, '}${written}` })
  }
