import { Failure, type JournalLine, type Language, sentence } from '@crm/platform'
import { allOfJournal, refuse, type SheetCell, type System, sheetTypes, writeSheet } from '@crm/platform/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { messages } from '../messages/index.ts'
import { rights } from '../rights.ts'
import { questionSchema, unveiled } from './journal.ts'

const columns = ['at', 'action', 'actor', 'affectedUser', 'affectedGroup', 'rights', 'document', 'outcome', 'ip', 'session', 'requestId', 'note', 'changes'] as const
const asked = z.strictObject({ format: z.enum(['xlsx', 'csv']), language: z.enum(['pl', 'en']).default('pl'), question: z.string().max(4_000).default('{}') })

/** `GET /files/admin/journal?format=xlsx&question={…}`: everything the question finds, written as it is read; journalled first. */
export function serveJournalExport(http: FastifyInstance, _system: System): void {
  const guard = http.guard(rights.journal.export)
  http.get('/files/admin/journal', { config: { right: rights.journal.export } }, async (raw: FastifyRequest, reply: FastifyReply) => {
    try {
      const ctx = await guard(raw, reply)
      const { format, language, question } = asked.parse(raw.query)
      const conditions = questionSchema.parse(jsonOf(question))
      await ctx.journalRead({ note: `${format} ${JSON.stringify(conditions)}` })
      const head = columns.map((name) => sentence(messages[language], `journal.fields.${name}`, { language }) ?? name)
      const body = writeSheet(format, { head, rows: rowsOf(allOfJournal({ ...ctx, unveiled }, conditions), language) })
      body.on('error', (error) => raw.log.error({ err: error }, 'an export was cut off'))
      return reply
        .type(sheetTypes[format])
        .header('content-disposition', `attachment; filename="${language === 'pl' ? 'dziennik' : 'journal'}.${format}"`)
        .header('cache-control', 'no-store')
        .send(body)
    } catch (error) {
      return reply.send(refuse(raw, reply, error))
    }
  })
}

async function* rowsOf(lines: AsyncIterable<JournalLine>, language: Language): AsyncGenerator<SheetCell[]> {
  const moment = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw', dateStyle: 'short', timeStyle: 'medium' })
  for await (const line of lines) {
    const { at, outcome, changes, ...rest } = line
    yield columns.map((name) => {
      if (name === 'at') return moment.format(new Date(at))
      if (name === 'outcome') return sentence(messages[language], `journal.outcomes.${outcome}`, { language })
      if (name === 'changes') return changes ? JSON.stringify(Object.fromEntries(Object.entries(changes).filter(([field]) => !line.hidden.includes(field)))) : null
      if (name === 'document') return rest.documentCode ?? rest.document
      return rest[name]
    })
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Failure('invalid', { issues: [{ path: 'question', code: 'wrong-value' }] })
  }
}
