import { Failure, type Language } from '@crm/platform'
import { lookupFor, type Reading, refuse, type SheetCell, type SheetFormat, type SheetKind, type System, sheetTypes, writeSheet } from '@crm/platform/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type AnyRegister, conditionsOf, type Field, type Kind, noFilter, type RegisterRights, sayFilter } from '../index.ts'
import { askingOf } from './asking.ts'
import type { RegisterDocument } from './document.ts'
import { countAll } from './counting.ts'
import type { Listing } from './listing.ts'
import { walkList } from './planner.ts'
import { questionSchema } from './question.ts'
import { cellText, clockOf, filterWords, type ServerWords, wordsOf } from './words.ts'

/** What a workbook can hold beside its head. */
const sheetRows = 1_048_575

const asked = z.strictObject({ format: z.enum(['xlsx', 'csv']), language: z.enum(['pl', 'en']).default('pl'), question: z.string().max(12_000) })

const kinds: Record<Kind, SheetKind> = {
  text: 'text',
  longText: 'text',
  code: 'text',
  integer: 'number',
  decimal: 'number',
  money: 'money',
  day: 'day',
  moment: 'moment',
  choice: 'text',
  yesNo: 'text',
  tags: 'text',
  reference: 'text',
  references: 'text',
}
const widths: Record<SheetKind, number> = { text: 28, number: 12, money: 16, day: 12, moment: 18 }

interface Exported {
  readonly register: AnyRegister
  readonly rights: RegisterRights
  readonly document: RegisterDocument
}

/**
 * `GET /files/<kind>/export?format=xlsx&question={…}`: the list as it is seen - filter, columns, order, rights - written as it is read.
 * The entry with the number of rows is in the journal before the first byte; one that was cut off leaves a second one.
 */
export function serveExport(http: FastifyInstance, system: System, { register, rights, document }: Exported): void {
  const guard = http.guardOn(rights.export)
  http.get(`/files/${register.id}/export`, { config: { right: rights.export } }, async (raw: FastifyRequest, reply: FastifyReply) => {
    try {
      const ctx = await guard(raw, reply)
      const { format, language, question } = asked.parse(raw.query)
      const listing = { ...questionSchema.parse(jsonOf(question)), scope: bothScopes(ctx, document, rights) }
      const asking = askingOf(ctx, register)
      const columns = columnsOf(register, ctx, listing.columns)
      const count = await countAll(system.database.read, listing, asking)
      if (format === 'xlsx' && count > sheetRows) throw new Failure('too-large', { limit: sheetRows })
      const words = wordsOf(system, register, language)
      const about = await aboutOf(ctx, { register, listing, words, count })
      await ctx.journalRead({ note: `${format}: ${count}; ${about.map(([name, value]) => `${name}: ${value}`).join('; ')}`.slice(0, 2_000) })
      const lines = walkList(system.database.read, { ...listing, columns: columns.map(({ name }) => name) }, asking)
      const rows = rowsOf(lines, {
        columns,
        words,
        async tell(written, isWhole) {
          if (!isWhole || written !== count) await ctx.journalRead({ note: `${format}: ${isWhole ? '' : 'cut off, '}${written}` })
        },
      })
      const body = sheetOf(format, { columns, words, about, rows, language })
      body.on('error', (error) => raw.log.error({ err: error }, 'an export was cut off'))
      return reply
        .type(sheetTypes[format])
        .header('content-disposition', `attachment; filename="${register.id.replace('.', '-')}-${clockOf(ctx.now).slice(0, 10)}.${format}"`)
        .header('cache-control', 'private, no-store')
        .send(body)
    } catch (error) {
      return reply.send(refuse(raw, reply, error))
    }
  })
}

/** Only what one may both see and take along. */
function bothScopes(ctx: Reading, document: RegisterDocument, rights: RegisterRights): Listing['scope'] {
  const parts = [document.scope(ctx), document.scope({ ...ctx, right: rights.view })].filter((part) => part !== null)
  return parts.length === 0
    ? null
    : { text: parts.map((part) => part.text).join(' and '), values: parts.flatMap((part) => part.values), isNarrow: parts.some((part) => part.isNarrow ?? false) }
}

interface Column {
  readonly name: string
  readonly field: Field
  readonly isMasked: boolean
}

/** The columns asked for; an amount brings its currency along, because a sheet's cell is a bare number. */
function columnsOf(register: AnyRegister, ctx: Reading, names: readonly string[]): Column[] {
  const all = names.flatMap((name) => {
    const currency = register.fields[name]?.currency
    return currency && !names.includes(currency) ? [name, currency] : [name]
  })
  return [...new Set(all)].map((name) => {
    const field = register.fields[name]
    if (!field) throw new Failure('invalid', { issues: [{ path: `columns.${name}`, code: 'unknown-field' }] })
    return { name, field, isMasked: field.sensitive !== undefined && !ctx.user.rights.has(field.sensitive) }
  })
}

/** The cells of each line; at the end - or at the point where the reader went away - tells how many there were. */
async function* rowsOf(
  lines: AsyncIterable<readonly unknown[]>,
  { columns, words, tell }: { columns: readonly Column[]; words: ServerWords; tell: (written: number, isWhole: boolean) => Promise<void> },
): AsyncGenerator<SheetCell[]> {
  const writers = columns.map(({ name, field, isMasked }) => (isMasked ? () => '•••' : cellText(name, field, words)))
  let written = 0
  let isWhole = false
  try {
    for await (const line of lines) {
      written += 1
      yield writers.map((write, at) => write(line[at + 2]))
    }
    isWhole = true
  } finally {
    await tell(written, isWhole)
  }
}

interface Sheet {
  readonly columns: readonly Column[]
  readonly words: ServerWords
  readonly about: readonly (readonly [string, string])[]
  readonly rows: AsyncIterable<SheetCell[]>
  readonly language: Language
}

function sheetOf(format: SheetFormat, { columns, words, about, rows, language }: Sheet) {
  const own = columns.map(({ field, isMasked }) => (isMasked ? 'text' : kinds[field.kind]))
  return writeSheet(format, {
    head: columns.map(({ name }) => words.field(name)),
    rows,
    kinds: own,
    widths: own.map((kind) => widths[kind]),
    frozenCount: 1,
    decimalMark: language === 'pl' ? ',' : '.',
    about: { name: words.own('export.sheet'), rows: about },
  })
}

/** What the file is: the register, what was asked, who asked and when. */
async function aboutOf(ctx: Reading, { register, listing, words, count }: { register: AnyRegister; listing: Listing; words: ServerWords; count: number }) {
  const said = sayFilter(listing.filter ?? noFilter, register, filterWords(words, await labelsIn(ctx, register, listing)))
  const sort = (listing.sort ?? [register.list.sort]).map(({ field, dir }) => `${words.field(field)} ${words.own(dir === 'asc' ? 'export.rising' : 'export.falling')}`)
  return [
    [words.own('export.register'), words.title],
    [words.own('export.filter'), said || words.own('export.none')],
    [words.own('export.search'), listing.search || words.own('export.none')],
    [words.own('export.shelf'), words.own(`shelves.${listing.shelf ?? 'current'}`)],
    [words.own('export.sort'), sort.join(', ')],
    [words.own('export.count'), String(count)],
    [words.own('export.who'), ctx.user.name],
    [words.own('export.when'), clockOf(ctx.now)],
  ] as const
}

async function labelsIn(ctx: Reading, register: AnyRegister, { filter }: Listing): Promise<Map<string, string>> {
  const labels = new Map<string, string>()
  for (const { field, value } of conditionsOf(filter ?? noFilter)) {
    const target = register.fields[field]?.target
    if (!target || !Array.isArray(value)) continue
    for (const [id, label] of await lookupFor(ctx.system, target).labels(ctx.system, value.map(Number))) labels.set(`${target}:${id}`, label)
  }
  return labels
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Failure('invalid', { issues: [{ path: 'question', code: 'wrong-value' }] })
  }
}
