import { PassThrough } from 'node:stream'
import { Failure } from '@crm/platform'
import { refuse, type System } from '@crm/platform/server'
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
        const lines = linesOf(table, language)
        reply.header('content-disposition', `attachment; filename="${language === 'pl' ? 'prawa' : 'rights'}.${format}"`).header('cache-control', 'private, no-store')
        if (format === 'csv') return reply.type('text/csv; charset=utf-8').send(`\ufeff${lines.map((line) => line.map(quoted).join(';')).join('\r\n')}\r\n`)
        return reply.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').send(await sheetOf(lines))
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

/** A cell that begins like a formula is read as text; ours begin with a plus. */
const quoted = (cell: string) => `"${(/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`

async function sheetOf(lines: readonly (readonly string[])[]): Promise<Buffer> {
  // A large library, loaded when somebody first wants a sheet.
  const { default: Excel } = await import('exceljs')
  const stream = new PassThrough()
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  const book = new Excel.stream.xlsx.WorkbookWriter({ stream })
  const sheet = book.addWorksheet('Prawa', { views: [{ state: 'frozen', xSplit: 3, ySplit: 1 }] })
  sheet.columns = (lines[0] ?? []).map((_title, at) => ({ width: at === 1 ? 40 : at < 3 ? 24 : 12 }))
  for (const line of lines) sheet.addRow(line).commit()
  sheet.commit()
  await book.commit()
  return Buffer.concat(chunks)
}
