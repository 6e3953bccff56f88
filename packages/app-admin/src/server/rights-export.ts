import { Failure } from '@crm/platform'
import { refuse, sheetTypes, type System, writeSheet } from '@crm/platform/server'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { rights } from '../rights.ts'
import type { RightsTable } from '../rights-wire.ts'
import { rightsTable } from './rights-table.ts'

const origins = {
  pl: { '+': '+ wprost', '-': '− wprost', l: '+ poziom', g: '+ grupa', '.': '' },
  en: { '+': '+ direct', '-': '− direct', l: '+ level', g: '+ group', '.': '' },
} as const

/** `GET /admin/rights.csv` and `.xlsx`: the whole table, a row for each right and a column for each person and group. */
export function serveRightsExport(http: FastifyInstance, _system: System): void {
  const guard = http.guard(rights.rights.export)
  for (const format of ['csv', 'xlsx'] as const) {
    http.get(`/admin/rights.${format}`, { config: { right: rights.rights.export } }, async (raw: FastifyRequest<{ Querystring: { language?: string } }>, reply) => {
      try {
        const ctx = await guard(raw, reply)
        const language = raw.query.language ?? 'pl'
        if (language !== 'pl' && language !== 'en') throw new Failure('invalid', { issues: [{ path: 'language', code: 'not-a-choice' }] })
        const table = await rightsTable(ctx, { language })
        await ctx.journalRead({ document: 'platform.rights', note: `${format}: ${table.rights.length} × ${table.holders.length}` })
        const [head = [], ...lines] = linesOf(table, language)
        const widths = head.map((_title, at) => (at === 1 ? 40 : at < 3 ? 24 : 12))
        return reply
          .type(sheetTypes[format])
          .header('content-disposition', `attachment; filename="${language === 'pl' ? 'prawa' : 'rights'}.${format}"`)
          .header('cache-control', 'private, no-store')
          .send(writeSheet(format, { head, rows: rowsOf(lines), frozenCount: 3, widths }))
      } catch (error) {
        return reply.send(refuse(raw, reply, error))
      }
    })
  }
}

function linesOf(table: RightsTable, language: 'pl' | 'en'): string[][] {
  const titles = new Map(table.apps.map((app) => [app.id, app.title]))
  return [
    [...(language === 'pl' ? ['Aplikacja', 'Prawo', 'Kod'] : ['App', 'Right', 'Code']), ...table.holders.map((holder) => holder.name)],
    ...table.rights.map((right, at) => [
      titles.get(right.app) ?? right.app,
      right.name,
      right.id,
      ...table.holders.map((holder) => origins[language][(table.cells[holder.id]?.[at] ?? '.') as keyof (typeof origins)['pl']]), // the signs of the table
    ]),
  ]
}

async function* rowsOf(lines: readonly (readonly string[])[]): AsyncGenerator<readonly string[]> {
  yield* lines
}
